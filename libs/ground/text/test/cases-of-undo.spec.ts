import { writtenBy } from '../authors.js';
import { all, enter, erase, eraseRange, join, remove, say, Table, type } from './table.js';

describe('undo, after a colleague wrote', () => {
  it('TXT-4 of Enter: the words stand in the one paragraph again; done anew, the second has its id and kind', () => {
    const table = new Table('onetwo').atOnce(enter(0, 3, 'heading'));
    const [, id] = table.ids;
    table.does(table.bruno, type(1, 3, '!')).meet();
    const caret = table.caret(table.bruno, 1, 4);
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['onetwo!']);
    expect(table.placeOf(caret)).toBe('0:7');
    table.anna.undo.redo();
    expect([table.meet().page, table.ids[1], table.kinds()]).toEqual([
      ['one', 'two!'],
      id,
      [null, 'heading'],
    ]);
    expect(table.placeOf(caret)).toBe('1:4');
  });

  it('TXT-4 of Enter in front of all: the empty one is gone, words typed into it are not', () => {
    const table = new Table('one');
    table.atOnce((edit) => void edit.insertParagraph(null, {}));
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['one']);
    table.anna.undo.redo();
    table
      .meet()
      .does(table.bruno, type(0, 0, '!'))
      .meet();
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['!', 'one']);
  });

  it('TXT-4 of a join: both are there again, with id and kind, and each has the words typed in it', () => {
    const table = new Table('one', 'two').atOnce(say(1, 'kind', 'quote'));
    const { ids } = table;
    table
      .atOnce(join(1))
      .does(table.bruno, type(0, 6, '!'))
      .does(table.bruno, type(0, 3, '?'))
      .meet();
    expect(table.page).toEqual(['one?two!']);
    table.anna.undo.undo();
    expect([table.meet().page, table.ids, table.kinds()]).toEqual([['one?', 'two!'], ids, [null, 'quote']]);
  });

  it('TXT-4 of a selection over paragraphs: ids, kinds and characters as they were, and the colleague’s among them', () => {
    const table = new Table('one', 'two', 'three').atOnce(say(1, 'kind', 'heading'));
    const { ids } = table;
    table.atOnce(eraseRange(0, 1, 2, 2), type(1, 1, '!'));
    table.anna.undo.undo();
    expect([table.meet().page.join('|').replace('!', ''), table.ids]).toEqual(['one|two|three', ids]);
    expect(table.page.join('')).toContain('!');
    expect(table.kinds()).toEqual([null, 'heading', null]);
  });

  it('TXT-4 of typing takes the own characters and not the colleague’s between them', () => {
    const table = new Table('');
    table
      .does(table.anna, type(0, 0, 'abc'))
      .meet()
      .does(table.bruno, type(0, 1, 'X'))
      .meet();
    table.anna.undo.undo();
    expect(table.meet().page).toEqual(['X']);
    table.anna.undo.redo();
    expect(table.meet().page).toEqual(['aXbc']);
  });

  it('TXT-2 caret behind a character that was deleted and brought back, twice', () => {
    const table = new Table('one');
    const caret = table.caret(table.bruno, 0, 2);
    for (let round = 0; round < 2; round++) {
      if (round === 0) table.atOnce(erase(0, 1, 3));
      else table.anna.undo.redo();
      expect(table.meet().placeOf(caret)).toBe('0:1');
      table.anna.undo.undo();
      expect(table.meet().placeOf(caret)).toBe('0:2');
    }
  });

  it('TXT-5 characters that an undo brought back are their first author’s', () => {
    const table = new Table('one');
    table
      .does(table.bruno, type(0, 3, 'two'))
      .meet()
      .atOnce(erase(0, 2, 5));
    table.anna.undo.undo();
    table.meet();
    expect(writtenBy(table.server.text, table.server.text.page[0]!)).toEqual([
      { client: 1, text: 'one' },
      { client: 22, text: 'two' },
    ]);
  });

  it('TXT-1 known: both delete the same characters and both undo: these stand twice, and nothing is lost', () => {
    const table = new Table('one').atOnce(erase(0, 1, 2), erase(0, 1, 2));
    table.anna.undo.undo();
    table.bruno.undo.undo();
    expect(table.meet().page).toEqual(['onne']);
  });

  it('TXT-4 a paragraph that both delete and both bring back stands once', () => {
    const table = new Table('one', '', 'three').atOnce(remove(1), remove(1));
    table.anna.undo.undo();
    table.bruno.undo.undo();
    expect(table.meet().page).toEqual(['one', '', 'three']);
  });

  it('TXT-4 redo after undo of Enter and typing keeps the id', () => {
    const table = new Table('one');
    table
      .does(table.anna, enter(0, 3, 'bullets'))
      .does(table.anna, type(1, 0, 'two'))
      .meet();
    const [, id] = table.ids;
    for (let round = 0; round < 3; round++) {
      table.anna.undo.undo();
      table.anna.undo.undo();
      expect(table.meet().page).toEqual(['one']);
      table.anna.undo.redo();
      table.anna.undo.redo();
      expect([table.meet().page, table.ids[1], table.kinds()[1]]).toEqual([['one', 'two'], id, 'bullets']);
    }
  });
});

describe('notes', () => {
  const note = (text: string) =>
    all((edit, page) => void edit.insert(page[0]!, 3, { embed: 'footnote', values: { text } }));
  const idOfNote = (table: Table) =>
    table.server.text.page[0]!.runs.flatMap(({ embed }) => (embed ? [embed.id] : []))[0];

  it('TXT-4 a note that comes back is the same note, and says what was said of it meanwhile', () => {
    const table = new Table('one').atOnce(note('first'));
    const id = idOfNote(table)!;
    table
      .does(table.anna, erase(0, 3, 4))
      .does(table.bruno, (edit) => edit.setAttribute(id, 'text', 'second'));
    table.meet();
    expect(idOfNote(table)).toBeUndefined();
    table.anna.undo.undo();
    table.meet();
    expect([idOfNote(table), table.server.text.fact(id, 'text')]).toEqual([id, 'second']);
    table.does(table.bruno, (edit) => edit.setAttribute(id, 'text', 'third')).meet();
    expect(table.server.text.fact(id, 'text')).toBe('third');
  });
});
