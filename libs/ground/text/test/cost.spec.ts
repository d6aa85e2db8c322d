import type { Run } from '../segment.js';
import { bold, enter, join, move, remove, Table, type } from './table.js';
import type { Writer } from './writer.js';

/**
 * Paragraphs of which something was read anew, whoever acted: all others are the same objects with the same characters.
 */
function readAnew(writer: Writer, act: () => void): number {
  const before = new Map<string, readonly Run[]>(writer.text.page.map(({ id, runs }) => [id, runs]));
  act();
  return writer.text.page.filter(({ id, runs }) => before.get(id) !== runs).length;
}

describe('TXT-7 what is read anew', () => {
  const table = new Table(...Array.from({ length: 200 }, (_, at) => `line ${at}`));
  const { anna, bruno } = table;

  it.each([
    ['a character', type(100, 3, 'x'), 1],
    ['a character at a beginning', type(100, 0, 'x'), 1],
    ['bold', bold(100, 1, 4), 1],
    ['Enter', enter(100, 3), 2],
    ['Enter within bold characters', enter(100, 3), 3],
    ['a join', join(101), 2],
    ['a paragraph that is moved', move(20, 150), 0],
    ['one that is deleted', remove(30), 0],
  ] as const)('%s: the paragraphs it is about, for its writer and for others', (_, act, most) => {
    expect(readAnew(anna, () => table.does(anna, act))).toBeLessThanOrEqual(most);
    expect(
      readAnew(bruno, () => anna.out.slice().forEach((update) => bruno.receive(update))),
    ).toBeLessThanOrEqual(most);
    anna.out.splice(0).forEach((update) => table.server.receive(update));
  });

  it('an undo of one act: what that act was about', () => {
    table.does(anna, type(50, 1, 'y'));
    expect(readAnew(anna, () => anna.undo.undo())).toBe(1);
  });

  it('one paragraph in hundreds of pieces: a character reads that one, however many spans lie on others', () => {
    for (let at = 0; at < 60; at++) table.does(anna, bold(at, 0, 3));
    expect(readAnew(anna, () => table.does(anna, type(120, 2, 'z')))).toBe(1);
  });
});
