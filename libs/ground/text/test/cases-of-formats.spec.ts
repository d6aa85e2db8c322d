import { bold, enter, erase, join, move, Table, type } from './table.js';

describe('formats', () => {
  it('TXT-4 bold over a border that another draws: both halves are bold, and nothing else', () => {
    const table = new Table('onetwo', 'next').atOnce(bold(0, 1, 5), enter(0, 3));
    expect([0, 1, 2].map((at) => table.charactersWith('bold', at))).toEqual(['ne', 'tw', '']);
  });

  it('TXT-4 bold undone after a colleague pasted plain words into it: these stay plain, nothing bleeds', () => {
    const table = new Table('onetwo', 'next').atOnce(bold(0, 0, 6));
    table.does(table.bruno, type(0, 3, 'plain')).meet();
    expect(table.charactersWith('bold')).toBe('onetwo');
    table.anna.undo.undo();
    table.meet();
    expect([table.charactersWith('bold'), table.charactersWith('bold', 1)]).toEqual(['', '']);
    table.anna.undo.redo();
    table.meet();
    expect(table.charactersWith('bold')).toBe('onetwo');
  });

  it('TXT-4 what another types at a bold end is bold; behind it and in the joined paragraph it is not', () => {
    const table = new Table('one', 'two').atOnce(bold(0, 0, 3), type(0, 3, '!'));
    expect(table.charactersWith('bold')).toBe('one!');
    table.atOnce(join(1));
    expect(table.charactersWith('bold')).toBe('one!');
    table.does(table.bruno, type(0, 4, 'plain')).meet();
    expect([table.page, table.charactersWith('bold')]).toEqual([['one!plaintwo'], 'one!']);
  });

  it('TXT-4 a link does not grow, at the end of a paragraph neither', () => {
    const table = new Table('one', 'two').atOnce(
      (edit, page) => edit.format(page[0]!, 1, 3, 'link', { href: 'https://un.org' }),
      type(0, 3, '!'),
    );
    expect([table.page[0], table.charactersWith('link')]).toEqual(['one!', 'ne']);
    table.does(table.anna, type(0, 3, '?')).meet();
    expect(table.charactersWith('link')).toBe('ne');
  });

  it('TXT-4 one makes bold, the other takes bold away: the same for all, and each character one or the other', () => {
    const table = new Table('onetwo').atOnce(bold(0, 0, 6)).atOnce(bold(0, 0, 4, null), bold(0, 2, 6));
    expect(['twoo', 'etwo', 'two', 'wo']).toContain(table.charactersWith('bold').replace(/^n/, ''));
  });

  it('TXT-4 bold words that were deleted come back bold, and the plain ones beside them plain', () => {
    for (const [from, to] of [
      [0, 2],
      [2, 5],
      [1, 4],
      [4, 6],
      [5, 7],
      [3, 4],
      [0, 7],
    ] as const) {
      const table = new Table('ab123cd').atOnce(bold(0, 2, 5)).atOnce(erase(0, from, to));
      for (let round = 0; round < 3; round++) {
        table.anna.undo.undo();
        table.meet();
        expect([table.page, table.charactersWith('bold')]).toEqual([['ab123cd'], '123']);
        table.anna.undo.redo();
        table.meet();
      }
    }
  });

  it('TXT-4 characters that were brought back can be made bold up to the last', () => {
    const table = new Table('one').atOnce(erase(0, 1, 3));
    table.anna.undo.undo();
    table.meet().atOnce(bold(0, 0, 3));
    expect(table.charactersWith('bold')).toBe('one');
  });

  it('TXT-2 formats go with a paragraph that is moved', () => {
    const table = new Table('one', 'two', 'three').atOnce(bold(0, 1, 3), move(0, 2));
    expect([table.page[2], table.charactersWith('bold', 2), table.charactersWith('bold', 0)]).toEqual([
      'one',
      'ne',
      '',
    ]);
  });
});
