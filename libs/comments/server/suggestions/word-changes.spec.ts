import { changesBetween } from './word-changes.js';

describe('what makes other words of some', () => {
  const applied = (text: string, instead: string) =>
    changesBetween(text, instead).reduceRight(
      (words, { from, to, words: into }) => words.slice(0, from) + into + words.slice(to),
      text,
    );

  it('SUG-9 leaves alone what stays, down to the letter', () => {
    expect(changesBetween('thanked and fed', 'thanked and fed')).toEqual([]);
    expect(changesBetween('State shares costs', 'States share all costs')).toEqual([
      { from: 5, to: 5, words: 's' },
      { from: 11, to: 12, words: '' },
      { from: 13, to: 13, words: 'all ' },
    ]);
    expect(changesBetween('يغرق أحد', 'يغرق إنسان')).toEqual([{ from: 5, to: 8, words: 'إنسان' }]);
  });

  it('SUG-9 never cuts a sign', () => {
    expect(changesBetween('well 👩‍🚒', 'well 👩‍🚀')).toEqual([{ from: 5, to: 10, words: '👩‍🚀' }]);
  });

  it.each([
    ['', 'All of it'],
    ['All of it', ''],
    ['one two three', 'zero two four'],
    ['a b c', 'c b a'],
  ])('makes of “%s” “%s”', (text, instead) => expect(applied(text, instead)).toBe(instead));
});
