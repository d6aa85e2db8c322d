import { all, enter, join, move, remove, say, Table, type } from './table.js';

describe('moving paragraphs', () => {
  it('TXT-3 both move the same one: it stands in one place', () => {
    const table = new Table('a', 'b', 'c', 'd').atOnce(move(0, 3), move(0, 1));
    expect([...table.page].toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect([
      ['b', 'c', 'd', 'a'],
      ['b', 'a', 'c', 'd'],
    ]).toContainEqual(table.page);
  });

  it('TXT-6 keeps its id and what is said of it', () => {
    const table = new Table('a', 'b', 'c').atOnce(say(0, 'kind', 'heading'));
    const id = table.ids[0]!;
    table.atOnce(move(0, 2));
    expect([table.page, table.ids[2], table.kinds()]).toEqual([['b', 'c', 'a'], id, [null, null, 'heading']]);
  });

  it('TXT-1 TXT-2 while another types in it: words and caret go with it', () => {
    const table = new Table('one', 'b', 'c');
    const caret = table.caret(table.bruno, 0, 2);
    expect(table.atOnce(move(0, 2), type(0, 3, '!')).page).toEqual(['b', 'c', 'one!']);
    expect(table.placeOf(caret)).toBe('2:2');
  });

  it('TXT-1 while another parts it: the second half stays where it was', () => {
    expect(new Table('onetwo', 'b', 'c').atOnce(move(0, 2), enter(0, 3)).page).toEqual([
      'two',
      'b',
      'c',
      'one',
    ]);
  });

  it('TXT-6 in front of one that another deletes, or moves', () => {
    expect(new Table('a', 'b', 'c', 'd').atOnce(move(3, 0), remove(1)).page).toEqual(['a', 'd', 'c']);
    expect(new Table('a', 'b', 'c', 'd').atOnce(move(3, 0), move(1, 2)).page.join('')).toMatch(
      /^a(dcb|cdb|cbd)$/,
    );
  });

  it('TXT-6 one that was moved, again and again', () => {
    const table = new Table('a', 'b', 'c', 'd', 'e');
    for (const [from, behind] of [
      [0, 4],
      [4, 0],
      [1, -1],
      [0, 2],
      [3, 1],
      [2, -1],
    ] as const) {
      const lines = table.page;
      const [moved] = lines.splice(from, 1);
      lines.splice(behind >= from ? behind : behind + 1, 0, moved!);
      expect(table.atOnce(move(from, behind)).page).toEqual(lines);
    }
  });

  it('TXT-3 both put another paragraph into the same gap', () => {
    const table = new Table('a', 'b', 'c', 'd').atOnce(move(2, 0), move(3, 0));
    expect(table.page[0] + table.page[3]!).toBe('ab');
    expect(table.atOnce(move(0, 1)).page[1]).toBe('a');
  });
});

describe('joining where paragraphs were moved', () => {
  it('TXT-1 TXT-3 two who move, and join two paragraphs into each other: nothing is lost or doubled', () => {
    const table = new Table('a', 'b', 'c');
    table
      .does(table.anna, join(1))
      .does(table.bruno, all(move(1, -1)))
      .does(table.bruno, join(1));
    const { page } = table.meet();
    expect([...page.join('')].toSorted()).toEqual(['a', 'b', 'c']);
    expect(page).toHaveLength(2);
    expect(table.atOnce(type(0, 1, '!')).page.join('')).toContain('!');
    expect(table.atOnce(enter(0, 0)).page.join('')).toHaveLength(4);
  });

  it('TXT-6 a third that is joined to two such: the two stay what they are, whatever stands first', () => {
    const table = new Table('a', 'b', 'c');
    table.does(table.anna, join(2)).does(table.bruno, move(2, 0)).does(table.bruno, join(2));
    const id = table.meet().ids[1];
    expect([table.page.length, table.page[1]]).toEqual([2, expect.stringMatching(/^(bc|cb)$/)]);
    table.atOnce(move(0, 1)).atOnce(join(1));
    expect([table.page, table.ids]).toEqual([[expect.stringMatching(/^(bca|cba)$/)], [id]]);
  });

  it('TXT-1 a join of two that a move made neighbours, undone', () => {
    const table = new Table('a', 'b', 'c').atOnce(move(2, 0));
    const ids = table.ids;
    table.atOnce(join(1));
    expect(table.page).toEqual(['ac', 'b']);
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['a', 'c', 'b']);
    expect(table.ids).toEqual(ids);
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['a', 'b', 'c']);
  });

  it('TXT-2 the caret in what was moved and joined', () => {
    const table = new Table('aa', 'bb', 'cc');
    const caret = table.caret(table.bruno, 2, 1);
    table.atOnce(move(2, 0)).atOnce(join(1));
    expect(table.placeOf(caret)).toBe('0:3');
  });
});

describe('kind and style', () => {
  it('TXT-3 both change the kind: one of the two, for all', () => {
    const table = new Table('a').atOnce(say(0, 'kind', 'heading'), say(0, 'kind', 'quote'));
    expect(['heading', 'quote']).toContain(table.kinds()[0]);
  });

  it('TXT-3 one the kind, the other the style: both count', () => {
    const table = new Table('a').atOnce(say(0, 'kind', 'heading'), say(0, 'style', 'preamble'));
    expect(table.kinds()).toEqual(['heading']);
    expect(table.server.text.page[0]!.attribute('style')).toBe('preamble');
  });

  it('TXT-1 TXT-2 while another types in it', () => {
    const table = new Table('one');
    const caret = table.caret(table.bruno, 0, 3);
    expect(table.atOnce(say(0, 'kind', 'heading'), type(0, 1, '!')).page).toEqual(['o!ne']);
    expect(table.placeOf(caret)).toBe('0:4');
  });
});
