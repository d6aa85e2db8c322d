import * as fc from 'fast-check';
import { anchorOf, anchorStateOf, knowsAnchor, printOf, type Anchor } from '../index.js';
import { play } from './play.js';
import { mixes, scripts, type MixName } from './scripts.js';
import { all, enter, erase, eraseRange, join, move, Table, type } from './table.js';

/** The text of three lines with an anchor upon a part of it, and its state after what two do at once. */
function passage(at: readonly [number, number, number, number] = [1, 1, 1, 4]) {
  const table = new Table('abcdef', 'ghijkl', 'mnopqr', 'stuvwx');
  const { text } = table.server;
  const [begin, from, end, to] = at;
  const anchor = anchorOf(
    text,
    { paragraph: text.page[begin]!, offset: from },
    { paragraph: text.page[end]!, offset: to },
  );
  const print = printOf(text, anchor);
  return { table, anchor, print, state: () => anchorStateOf(table.server.text, anchor, print) };
}
type Act = ReturnType<typeof all>;

describe('TXT-8 the state of a passage', () => {
  const cases: readonly (readonly [name: string, state: string, acts: readonly Act[]])[] = [
    ['nothing happens', 'exact', []],
    ['words are written around it', 'exact', [type(1, 1, 'X'), type(1, 4, 'Y')]],
    ['other paragraphs come, go and move around it', 'exact', [enter(0, 3), join(3)]],
    ['another is moved in front of it, or behind', 'exact', [move(3, 0), move(0, 2)]],
    ['a paragraph is begun behind it', 'exact', [enter(1, 6)]],
    ['words are written in it', 'changed', [type(1, 2, 'X')]],
    ['a character of it is deleted', 'changed', [erase(1, 2, 3)]],
    ['all of it is deleted', 'gone', [erase(1, 1, 4)]],
    ['all of it is deleted, and another writes in it', 'gone', [erase(1, 1, 4), type(1, 2, 'X')]],
    ['its paragraph is moved', 'moved', [move(1, 3)]],
    ['its paragraph is moved up by one', 'moved', [move(1, -1)]],
    ['its neighbour is moved away', 'exact', [move(0, 3)]],
    ['its paragraph is parted in front of it', 'moved', [enter(1, 1)]],
    ['its paragraph is parted within it', 'moved', [enter(1, 2)]],
    ['its paragraph is joined to the one before', 'moved', [join(1)]],
    ['another is joined to its paragraph', 'exact', [join(2)]],
    ['it is moved, and another writes in it', 'changed', [move(1, 3), type(1, 2, 'X')]],
  ];
  it.each(cases)('%s: %s', (_name, state, acts) => {
    const { table, state: now } = passage();
    table.atOnce(...acts);
    expect(now()).toBe(state);
  });

  it('is exact again when a move is taken back, by its writer or by hand', () => {
    const { table, state } = passage();
    table.does(table.anna, move(1, 3)).meet();
    expect(state()).toBe('moved');
    table.anna.undo.undo();
    table.meet();
    expect(state()).toBe('exact');
    table.does(table.anna, move(1, 3)).meet();
    table.does(table.bruno, move(3, 0)).meet();
    expect([table.page, state()]).toEqual([['abcdef', 'ghijkl', 'mnopqr', 'stuvwx'], 'exact']);
  });

  it('is exact again when its deletion is undone, also where it was away when it was named', () => {
    const { table, anchor, state } = passage();
    table.does(table.anna, erase(1, 1, 4)).meet();
    const away = printOf(table.server.text, anchor);
    expect([state(), anchorStateOf(table.server.text, anchor, away)]).toEqual(['gone', 'gone']);
    expect(knowsAnchor(table.server.text, anchor)).toBe(true);
    table.anna.undo.undo();
    table.meet();
    expect([state(), anchorStateOf(table.server.text, anchor, away)]).toEqual(['exact', 'exact']);
  });

  it('over paragraphs: others between them change it, empty ones do not', () => {
    const over = () => passage([0, 3, 1, 3]);
    const states = ([...acts]: Act[]) => {
      const { table, state } = over();
      table.atOnce(...acts);
      return state();
    };
    expect(states([])).toBe('exact');
    expect(states([enter(0, 6)])).toBe('exact');
    expect(states([all(enter(0, 6)), type(1, 1, 'X')])).toBe('changed');
    expect(states([move(3, 0)])).toBe('changed');
    expect(states([move(0, 1)])).toBe('changed');
    expect(states([move(1, 3)])).toBe('changed');
    expect(states([eraseRange(0, 3, 1, 3)])).toBe('gone');
  });

  it('an anchor of characters that are not there is not known', () => {
    const { table, anchor } = passage();
    const { text } = table.server;
    const [{ first, last }] = anchor as [Anchor[number]];
    for (const wrong of [
      [],
      [{ first: last, last: first }],
      [{ first, last: [99, 0] }],
      [{ first: [11, 0], last }],
    ])
      expect(knowsAnchor(text, wrong as Anchor)).toBe(false);
  });

  it('is told as a model of its own says that follows each character, after acts of five writers', () => {
    const states = { exact: 0, moved: 0, changed: 0, gone: 0 };
    for (const mix of Object.keys(mixes) as MixName[]) {
      for (const script of fc.sample(scripts(mix, 100), { numRuns: 6, seed: 12 })) {
        const outcome = play(script, { order: 'server' });
        expect(outcome.wrongs).toEqual([]);
        for (const state of Object.keys(states) as (keyof typeof states)[])
          states[state] += outcome.states[state];
      }
    }
    expect(Object.values(states).reduce((sum, each) => sum + each)).toBeGreaterThan(1_000);
    for (const count of Object.values(states)) expect(count).toBeGreaterThan(50);
  });
});
