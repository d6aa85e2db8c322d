import * as Y from 'yjs';
import { CharacterRanges } from '../character-ranges.js';
import { isRestored, restoredId } from '../restorations.js';

/** Characters that an update of somebody's own wrote anew, after an undo, for any of these, and for those again. */
export function writtenAnewIn(update: Uint8Array, erased: readonly CharacterRanges[]): CharacterRanges {
  const claims = Y.decodeUpdate(update).structs.flatMap((item) => {
    if (!(item instanceof Y.Item) || item.parentSub === null || !(item.content instanceof Y.ContentAny))
      return [];
    const [id, old] = [restoredId(item.parentSub), item.content.arr.at(-1) as unknown];
    return id && isRestored(old) ? [{ id, old }] : [];
  });
  const found = new CharacterRanges();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { id, old } of claims) {
      const [client, clock, length] = old;
      const parts = [...erased, found].flatMap((each) => each.within(client, clock, clock + length));
      for (const { from, to } of parts) found.add([id[0], id[1] + from - clock], to - from);
    }
  }
  return found;
}
