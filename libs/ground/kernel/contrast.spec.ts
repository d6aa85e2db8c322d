import { contrastOf, readableOn, wordsOn } from './contrast.js';

const colours = [
  '#000000',
  '#ffffff',
  '#ffee00',
  '#7f7f7f',
  '#777777',
  '#1f5c4d',
  '#ff0000',
  '#00ff00',
  '#123456',
];

describe('colours that somebody chose', () => {
  it('are counted as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(colours)('carry words that can be read: %s', (colour) => {
    expect(contrastOf(colour, wordsOn(colour))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(colours)('have a shade for light paper and one for dark: %s', (colour) => {
    for (const paper of ['#fbfaf7', '#131b1f'])
      expect(contrastOf(readableOn(colour, paper), paper)).toBeGreaterThanOrEqual(4.5);
    expect(readableOn('#1f5c4d', '#fbfaf7')).toBe('#1f5c4d');
  });
});
