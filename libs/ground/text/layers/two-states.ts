import * as Y from 'yjs';
import { CharacterRanges } from '../character-ranges.js';
import { withoutCharacters } from '../erasing/without-characters.js';
import { writtenAnewIn } from '../erasing/written-anew.js';
import { DeletedNumbers } from '../number-ranges.js';

/**
 * Of two states of one layer that was written on, all of it: the later one where that goes on from the other. Null where
 * each has something else under the same name, as when two devices went on from one state without hearing of each other.
 * What is gone from `known` (STM-29) stays gone, though a device has not heard of it yet.
 */
export function stateWithBoth(known: Uint8Array, update: Uint8Array): Uint8Array | null {
  const [before, now] = [namesIn(known), namesIn(update)];
  let hasAll = deletesAllOf(update, known);
  for (const [name, what] of before) {
    const also = now.get(name);
    if (also === undefined) hasAll = false;
    else if (also !== what && also !== gone && what !== gone) return null;
  }
  return withoutGone(hasAll ? update : Y.mergeUpdates([update, known]), known);
}

/** A state without what is gone from another one of the same layer; the very same bytes where nothing is. */
export function withoutGone(update: Uint8Array, other: Uint8Array): Uint8Array {
  const erased = new CharacterRanges();
  for (const struct of Y.decodeUpdate(other).structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentDeleted)) continue;
    erased.add([struct.id.client, struct.id.clock], struct.length);
  }
  if (erased.isEmpty) return update;
  // What an undo wrote anew of it goes, too.
  return withoutCharacters(withoutCharacters(update, erased), writtenAnewIn(update, [erased]));
}

/** What is kept of characters that nobody can read any more. */
const gone = 'gone';

/** What stands under each number, however it is cut into pieces. */
function namesIn(update: Uint8Array): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue;
    const { client, clock } = struct.id;
    for (let at = 0; at < struct.length; at++) {
      const origin = at === 0 ? struct.origin : Y.createID(client, clock + at - 1);
      const behind = origin && `${origin.client}.${origin.clock}`;
      const what = JSON.stringify([behind, struct.parentSub, contentAt(struct.content, at)]);
      names.set(`${client}.${clock + at}`, struct.content instanceof Y.ContentDeleted ? gone : what);
    }
  }
  return names;
}

function contentAt(content: Y.Item['content'], at: number): unknown {
  if (content instanceof Y.ContentString) return content.str[at];
  return content.getContent()[at] ?? null;
}

function deletesAllOf(update: Uint8Array, known: Uint8Array): boolean {
  const [now, before] = [new DeletedNumbers(update), new DeletedNumbers(known)];
  const count = (ranges: readonly { from: number; to: number }[]) =>
    ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  return [...before.clients].every((client) =>
    before.of(client).every((range) => count(now.within(client, range.from, range.to)) === count([range])),
  );
}
