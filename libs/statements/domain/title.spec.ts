import { titleFrom } from './title.js';

describe('titles', () => {
  it('STM-1 a title is trimmed and set on one line', () => {
    expect(titleFrom('  Resist,\n Reclaim,\t Realise ')).toBe('Resist, Reclaim, Realise');
  });

  it.each(['', '   ', '\n\t', '\u200b\u200e', '\u0000'])('STM-1 %j is no title', (title) => {
    expect(() => titleFrom(title)).toThrow('statement.title-empty');
  });

  it('STM-1 a title has at most 200 characters, counted as people count them', () => {
    expect(titleFrom('💧'.repeat(200))).toHaveLength(400);
    expect(() => titleFrom('a'.repeat(201))).toThrow('statement.title-too-long');
  });
});
