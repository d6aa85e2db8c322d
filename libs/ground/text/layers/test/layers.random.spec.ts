import * as fc from 'fast-check';
import * as Y from 'yjs';
import { FlatText } from '../../flat-text.js';
import { firstUpdate, pictureOf } from '../../rich-text.js';
import { findViolation } from '../../text-check.js';
import { acts, type ActName } from '../../test/acts.js';
import { chanceFor } from '../../test/plans.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { forkOf } from '../layer.js';
import { stateOf, type LayerPart } from '../layer-parts.js';
import { plain } from './plain-parts.js';
import { allPartsOf, partsOf, Suggester, takeIn, undo } from './suggester.js';

const names = Object.keys(acts) as ActName[];
const step = fc.record({
  /** 0: somebody who writes into the text; others: who writes upon it; a fifth of the steps: taken in, or back. */
  who: fc.nat(4),
  act: fc.constantFrom(...names),
  undo: fc.nat(9),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  number: fc.nat(1_000),
  hears: fc.boolean(),
  decides: fc.nat(14),
});

const start = firstUpdate(
  ['abcdefgh', 'ijklmnop', 'qrstuvwx', 'yz'].map((text) => ({ attributes: {}, content: [{ text }] })),
  rules,
  1,
);

/** Every character of the text is another one, so that each can be followed by itself. */
function someone() {
  let next = 0x4e00;
  return () => String.fromCodePoint(next++);
}

const shownIn = (doc: Y.Doc): string[] =>
  new FlatText(doc).page.flatMap((paragraph) => [...paragraph.text.replaceAll('\ufffc', '')]);

function tell(suggesters: readonly Suggester[], update: Uint8Array): void {
  for (const each of suggesters) each.receive(update);
}

describe('layers upon a text on which others write', () => {
  it('LAY-1..6 lose no character of others, change no other layer, keep the rules of a text, and go back', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const fresh = someone();
        const writer = new Writer(2, start);
        const text = writer.doc;
        const wrong: string[] = [];
        text.on('afterTransaction', (transaction: Y.Transaction) => {
          const broken = findViolation(transaction, rules, true);
          if (broken) wrong.push(broken);
        });
        let client = 1_000;
        const begin = () => new Suggester(++client, text);
        const suggesters = [begin(), begin(), begin(), begin()];
        for (const { who, act, undo: wish, a, b, number, hears, decides } of steps) {
          const at = who - 1;
          if (decides === 0 && at >= 0 && suggesters[at]!.out.length > 0) {
            const { layer } = suggesters[at]!;
            const before = shownIn(text);
            const parts = partsOf(text, layer);
            const writing = takeIn(text, layer, ++client);
            expect(writing === null).toBe(stateOf(parts) === 'void');
            suggesters[at] = begin();
            if (!writing) continue;
            const deleted = new Set(
              parts.flatMap((part) =>
                part.kind === 'characters'
                  ? part.pieces.flatMap((piece) => (piece.kind === 'deleted' ? [...piece.text] : []))
                  : [],
              ),
            );
            const now = new Set(shownIn(text));
            expect(before.filter((character) => !now.has(character) && !deleted.has(character))).toEqual([]);
            tell(suggesters, writing.update);
            if (number % 2 === 0) continue;
            const back = undo(text, writing.deed, ++client);
            if (back) tell(suggesters, back.update);
            expect(shownIn(text).toSorted()).toEqual(before.toSorted());
            continue;
          }
          const hand = at < 0 ? writer : suggesters[at]!;
          if (wish === 0) hand.undo.undo();
          else {
            const plan = acts[act](chanceFor(hand, [a, b, number], fresh));
            if (plan) hand.edit((edit) => plan.act(edit));
          }
          if (at < 0) {
            const updates = writer.out.splice(0);
            if (hears) for (const update of updates) tell(suggesters, update);
            else
              tell(
                suggesters.slice(0, 1),
                Y.mergeUpdates(updates.length > 0 ? updates : [new Uint8Array([0, 0])]),
              );
          }
        }
        const layers = suggesters.filter(({ out }) => out.length > 0).map(({ layer }) => layer);
        const together =
          layers.length > 0 ? allPartsOf(text, layers) : new Map<number, readonly LayerPart[]>();
        for (const layer of layers) {
          // What others suggest beside it changes nothing in it, save that its words may come to stand in their bold.
          const alone = plain(partsOf(text, layer));
          expect(plain(together.get(layer.client)!)).toEqual(alone);
          // Two who take it in show the same.
          const [one, other] = [forkOf(text, []), forkOf(text, [])];
          const writing = takeIn(one, layer, 900_001);
          if (writing) Y.applyUpdate(other, writing.update);
          expect(pictureOf(other)).toBe(pictureOf(one));
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 120_000);
});
