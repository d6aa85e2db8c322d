import { anchorOf, FlatText, printOf } from '@plenary/ground/text';
import { AnchoredPassages, type Anchored } from '@plenary/ground/web/editor';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { Writer, tick } from './test/writer';

/** A passage of one paragraph, or from one to another, by places from the beginning of each. */
function passage(
  writer: Writer,
  id: string,
  from: readonly [number, number],
  to: readonly [number, number],
): Anchored {
  const { text } = writer.binding;
  const place = ([index, offset]: readonly [number, number]) => ({ paragraph: text.page[index]!, offset });
  const anchor = anchorOf(text, place(from), place(to));
  return { id, anchor, print: printOf(text, anchor) };
}

const shownIn = (writer: Writer) =>
  [...writer.editor.view.dom.querySelectorAll('.told')].map((each) => each.textContent);

/** Keys have rested for so long that passages were read anew. */
const rested = () => jest.advanceTimersByTime(1_500);

describe('passages that something is said of', () => {
  let [ana, bruno]: Writer[] = [];
  let passages: AnchoredPassages<Anchored>;
  beforeEach(async () => {
    const start = statementFromParagraphs(
      [{ text: 'Nobody drowns at sea.' }, { text: 'Everybody is heard.' }, { text: 'Words stay.' }],
      1,
    );
    [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)];
    await tick();
    jest.useFakeTimers();
    passages = new AnchoredPassages('told', () => ({ class: 'told' }));
    ana.editor.registerPlugin(passages.plugin);
  });
  afterEach(() => {
    jest.useRealTimers();
    [ana, bruno].forEach((writer) => writer!.close());
  });
  const show = (...all: Anchored[]) => {
    passages.set(all);
    rested();
  };
  const exchange = () => {
    const [ofAna, ofBruno] = [ana!.sent.splice(0), bruno!.sent.splice(0)];
    ofAna.forEach((update) => bruno!.receive(update));
    ofBruno.forEach((update) => ana!.receive(update));
  };

  it('are drawn upon the text, which stays as it is', () => {
    show(passage(ana!, 'one', [0, 7], [0, 13]), passage(ana!, 'two', [1, 13], [2, 5]));
    expect(shownIn(ana!)).toEqual(['drowns', 'heard.', 'Words']);
    expect(passages.placeOf('two')).toMatchObject({ state: 'exact', parts: [{ from: 13 }, { to: 5 }] });
    expect(ana!.sent).toEqual([]);
    expect(ana!.paragraphs.map(({ text }) => text)[0]).toBe('Nobody drowns at sea.');
    passages.set([]);
    expect(shownIn(ana!)).toEqual([]);
  });

  it('move along at every key, and say a moment later what became of them', () => {
    const told = jest.fn();
    show(passage(ana!, 'one', [0, 7], [0, 13]));
    passages.onPlaced(told);
    ana!.caret(0, 0);
    ana!.type('Yes. ');
    expect(shownIn(ana!)).toEqual(['drowns']);
    rested();
    expect(passages.placeOf('one')).toMatchObject({ state: 'exact', parts: [{ from: 12, to: 18 }] });
    // At its end it does not grow; within it does, and is another.
    ana!.caret(0, 18);
    ana!.type('!');
    expect(shownIn(ana!)).toEqual(['drowns']);
    ana!.caret(0, 14);
    ana!.type('x');
    rested();
    expect(shownIn(ana!)).toEqual(['drxowns']);
    expect(passages.placeOf('one')!.state).toBe('changed');
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('are gone with their last character, and come back with it', () => {
    show(passage(ana!, 'one', [0, 7], [0, 13]));
    ana!.editor.commands.deleteRange({ from: 8, to: 14 });
    rested();
    expect(passages.placeOf('one')).toEqual({ state: 'gone', parts: [] });
    expect(shownIn(ana!)).toEqual([]);
    ana!.editor.commands.undo();
    rested();
    expect(shownIn(ana!)).toEqual(['drowns']);
    expect(passages.placeOf('one')!.state).toBe('exact');
  });

  it('follow what a colleague does: moved, parted', () => {
    show(passage(ana!, 'one', [0, 7], [0, 13]));
    const first = bruno!.binding.text.page[0]!.id;
    bruno!.binding.move(first, bruno!.binding.text.page[2]!.id);
    exchange();
    rested();
    expect(passages.placeOf('one')!.state).toBe('moved');
    expect(shownIn(ana!)).toEqual(['drowns']);
    bruno!.caret(2, 10);
    bruno!.press('Enter');
    jest.advanceTimersByTime(0);
    exchange();
    rested();
    expect(shownIn(ana!)).toEqual(['dro', 'wns']);
    expect(passages.placeOf('one')!.parts).toHaveLength(2);
  });

  it('are found at a place, the shortest first, and lead to where they stand', () => {
    show(passage(ana!, 'long', [0, 0], [0, 20]), passage(ana!, 'short', [0, 7], [0, 13]));
    expect(passages.at(10).map(({ id }) => id)).toEqual(['short', 'long']);
    expect(passages.at(3).map(({ id }) => id)).toEqual(['long']);
    expect(passages.positionOf('short')).toBe(8);
  });
});

describe('the cost of a character among 2,000 paragraphs with 500 passages', () => {
  const many = 2_000;
  let writer: Writer;
  let passages: AnchoredPassages<Anchored>;
  let all: readonly Anchored[];
  beforeAll(async () => {
    const words = Array.from({ length: many }, (_, at) => ({ text: `Paragraph ${at} says what it says.` }));
    writer = new Writer(statementFromParagraphs(words, 1), 7);
    await tick();
    jest.useFakeTimers();
    passages = new AnchoredPassages('told', () => ({ class: 'told' }));
    writer.editor.registerPlugin(passages.plugin);
    all = Array.from({ length: 500 }, (_, at) => passage(writer, `p${at}`, [at * 4, 0], [at * 4, 9]));
    passages.set(all);
    rested();
  });
  afterAll(() => {
    jest.useRealTimers();
    writer.close();
  });

  /** How often the text was asked for a paragraph's characters. */
  function asked(act: () => void): number {
    const spy = jest.spyOn(FlatText.prototype, 'contentOf');
    act();
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  }

  it('TXT-7 asks for no other paragraph, at the key or a moment later, and draws no other', async () => {
    expect(shownIn(writer)).toHaveLength(500);
    const atKey = asked(() => {
      writer.caret(800, 3);
      writer.type('x');
    });
    const later = asked(rested);
    expect(passages.placeOf('p200')!.state).toBe('changed');
    // Of one paragraph each, and for one passage: what it covers, and what it stands between.
    expect(atKey).toBeLessThanOrEqual(12);
    expect(later).toBeLessThanOrEqual(12);
  });

  it('TXT-7 draws once for a row of keys, and nothing for what is said again', () => {
    const dispatched = jest.spyOn(writer.editor.view, 'dispatch');
    writer.caret(801, 3);
    dispatched.mockClear();
    writer.type('xyz');
    rested();
    expect(dispatched).toHaveBeenCalledTimes(4);
    passages.set(all);
    expect(dispatched).toHaveBeenCalledTimes(4);
    dispatched.mockRestore();
  });
});
