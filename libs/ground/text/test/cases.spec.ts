import { all, enter, erase, eraseRange, join, remove, say, Table, type } from './table.js';

describe('two part a paragraph at once', () => {
  it('TXT-3 at one place: it is parted once', () => {
    const table = new Table('onetwo').atOnce(enter(0, 3), enter(0, 3));
    expect(table.page).toEqual(['one', 'two']);
  });

  it('TXT-3 at one place, three of them', () => {
    expect(new Table('onetwo').atOnce(enter(0, 3), enter(0, 3), enter(0, 3)).page).toEqual(['one', 'two']);
  });

  it('TXT-2 at one place: both carets stand before the second half, and what they type is in it', () => {
    const table = new Table('onetwo');
    table.does(table.anna, enter(0, 3)).does(table.bruno, enter(0, 3));
    const carets = [table.caret(table.anna, 1, 0), table.caret(table.bruno, 1, 0)];
    table.meet();
    expect(carets.map((each) => table.placeOf(each))).toEqual(['1:0', '1:0']);
    expect(table.atOnce(type(1, 0, 'A'), type(1, 0, 'B')).page[1]).toMatch(/^(AB|BA)two$/);
  });

  it('TXT-1 at one place, and both type behind it before they meet: every character stands once', () => {
    const table = new Table('onetwo');
    table.does(table.anna, enter(0, 3)).does(table.anna, type(1, 0, 'A'));
    table.does(table.bruno, enter(0, 3)).does(table.bruno, type(1, 0, 'B'));
    const { page } = table.meet();
    expect(page[0]).toBe('one');
    expect([...page.slice(1).join('')].toSorted()).toEqual([...'ABotw'].toSorted());
  });

  it('TXT-4 at one place, and one takes it back: the other one stays parted', () => {
    for (const who of [0, 1]) {
      const table = new Table('onetwo').atOnce(enter(0, 3), enter(0, 3));
      table.writers[who]!.undo.undo();
      expect(table.meet().page).toEqual(['one', 'two']);
      table.writers[1 - who]!.undo.undo();
      expect(table.meet().page).toEqual(['onetwo']);
    }
  });

  it('TXT-3 at two places: three parts, no character twice', () => {
    const table = new Table('onetwothree').atOnce(enter(0, 3), enter(0, 6), type(0, 11, '!'));
    expect(table.page).toEqual(['one', 'two', 'three!']);
  });
});

describe('typing where another parts or joins', () => {
  it('TXT-1 at the end of a paragraph that is parted: with its second half', () => {
    expect(new Table('onetwo').atOnce(enter(0, 3), type(0, 6, '!')).page).toEqual(['one', 'two!']);
  });

  it('TXT-1 TXT-2 at the end where another presses Enter: in the first, whoever has the lower number', () => {
    const table = new Table('one').atOnce(enter(0, 3), type(0, 3, '!'));
    expect(table.page).toEqual(['one!', '']);
    expect(new Table('one').atOnce(type(0, 3, '!'), enter(0, 3)).page).toEqual(['one!', '']);
  });

  it('TXT-1 in the second of two that are joined, and the caret with it', () => {
    const table = new Table('one', 'two');
    const caret = table.caret(table.bruno, 1, 1);
    expect(table.atOnce(join(1), type(1, 1, '-')).page).toEqual(['onet-wo']);
    expect(table.placeOf(caret)).toBe('0:4');
  });

  it('TXT-1 parting the second of two that are joined', () => {
    const table = new Table('one', 'two').atOnce(join(1), enter(1, 1));
    expect(table.page).toEqual(['onet', 'wo']);
  });

  it('TXT-3 both join the same two', () => {
    expect(new Table('one', 'two').atOnce(join(1), join(1)).page).toEqual(['onetwo']);
  });

  it('TXT-1 three joined at once into one stand in their order', () => {
    expect(new Table('a', 'b', 'c').atOnce(join(1), join(2)).page).toEqual(['abc']);
  });

  it('TXT-4 two joined to one, then parted within the second: what follows goes along', () => {
    const table = new Table('a', 'bc', 'd').atOnce(
      join(1),
      all(remove(1), (edit, page) => edit.join(page[2]!, page[0]!)),
    );
    expect(table.page).toEqual(['ad']);
    const other = new Table('a', 'bc', 'd');
    other.atOnce(join(1), (edit, page) => edit.join(page[2]!, page[0]!));
    const [whole] = other.page;
    expect(other.atOnce(enter(0, 2)).page).toEqual([whole!.slice(0, 2), whole!.slice(2)]);
  });
});

describe('a paragraph that one deletes', () => {
  it('TXT-1 while another types in it: the words stay in it, with its id', () => {
    const table = new Table('one', 'two', 'three');
    const id = table.ids[1];
    expect(table.atOnce(remove(1), type(1, 3, '!')).page).toEqual(['one', '!', 'three']);
    expect(table.ids[1]).toBe(id);
    expect(table.atOnce(erase(1, 0, 1)).page).toEqual(['one', 'three']);
  });

  it('TXT-1 while another parts it: the half that nobody deleted is an empty one, and takes words', () => {
    const table = new Table('one', 'two', 'three').atOnce(remove(1), enter(1, 1));
    expect(table.page).toEqual(['one', '', 'three']);
    const other = new Table('one', 'two', 'three');
    other.does(other.anna, remove(1));
    other.does(other.bruno, enter(1, 1)).does(other.bruno, type(2, 0, '!'));
    expect(other.meet().page).toEqual(['one', '!', 'three']);
  });

  it('TXT-1 while another sets its kind: it stays deleted, and has the kind when it comes back', () => {
    const table = new Table('one', 'two').atOnce(remove(1), say(1, 'kind', 'heading'));
    expect(table.page).toEqual(['one']);
    table.anna.undo.undo();
    expect([table.meet().page, table.kinds()]).toEqual([
      ['one', 'two'],
      [null, 'heading'],
    ]);
  });

  it('TXT-2 takes the caret of nobody to another place than where it stood', () => {
    const table = new Table('one', 'two', 'three');
    const [inside, before, behind] = [
      table.caret(table.bruno, 1, 2),
      table.caret(table.bruno, 0, 3),
      table.caret(table.bruno, 2, 1),
    ];
    table.atOnce(remove(1));
    expect([inside, before, behind].map((each) => table.placeOf(each))).toEqual([null, '0:3', '1:1']);
  });

  it('TXT-1 the first one', () => {
    const table = new Table('one', 'two').atOnce(remove(0), type(1, 3, '!'));
    expect(table.page).toEqual(['two!']);
  });
});

describe('a selection that one deletes', () => {
  it('TXT-1 over three paragraphs while another types in the middle one: that brings its own paragraph back', () => {
    const table = new Table('one', 'two', 'three').atOnce(eraseRange(0, 1, 2, 2), type(1, 1, '!'));
    expect(table.page).toEqual(['oree', '!']);
  });

  it('TXT-1 of everything while another types', () => {
    const table = new Table('one', 'two', 'three').atOnce(eraseRange(0, 0, 2, 5), type(1, 3, '!'));
    expect(table.page.join('')).toBe('!');
    expect(new Table('one', 'two').atOnce(eraseRange(0, 0, 1, 3), type(1, 3, '!')).page).toEqual(['!']);
  });

  it('TXT-3 by both', () => {
    const act = eraseRange(0, 1, 2, 2);
    expect(new Table('one', 'two', 'three').atOnce(act, act).page).toEqual(['oree']);
  });
});
