import * as fc from 'fast-check';
import type { Action, Step } from './play.js';

type Mix = Readonly<Partial<Record<Action, number>>>;

const typing: Mix = { type: 24, typeAtEnd: 8, typeAtBeginning: 4, delete: 8 };
const structure: Mix = {
  enter: 6,
  enterAtEnd: 4,
  enterAtBeginning: 2,
  join: 8,
  deleteSeveral: 3,
  remove: 3,
  move: 4,
  moveUp: 2,
};
const looks: Mix = { bold: 4, italic: 2, link: 2, kind: 2, style: 1, note: 2, wordsOfNote: 2, paste: 1 };
const travel: Mix = { leave: 1, comeBack: 1 };

export const mixes = {
  all: { ...typing, ...structure, ...looks, ...travel, undo: 10, redo: 5 },
  'no undo, no move': { ...typing, ...structure, ...looks, ...travel, move: 0, moveUp: 0 },
  'structure only': { ...structure, typeAtEnd: 3, undo: 5, redo: 3 },
  calm: { type: 80, typeAtEnd: 10, enter: 1, enterAtEnd: 1, join: 1, move: 1, delete: 6, undo: 2, ...travel },
} satisfies Record<string, Mix>;

export type MixName = keyof typeof mixes;

/** Scripts of so many steps, in the proportions of a mix. */
export function scripts(mix: MixName, steps: number): fc.Arbitrary<Step[]> {
  const actions = Object.entries(mixes[mix] as Mix).flatMap(([action, parts]) =>
    Array<Action>(parts).fill(action as Action),
  );
  const number = fc.nat(99_999);
  const step = fc.tuple(fc.nat(4), fc.constantFrom(...actions), number, number, number, number);
  return fc.array(step, { minLength: Math.floor(steps / 2), maxLength: steps, size: 'max' });
}
