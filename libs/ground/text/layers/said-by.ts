import * as Y from 'yjs';
import type { DeletedNumbers } from '../number-ranges.js';

/**
 * What a client says under each key of a map of a copy, also where somebody else's word counts there: its last word that
 * it did not take back. Values that follow each other may be kept as one item.
 */
export function saidBy(
  doc: Y.Doc,
  map: Y.Map<unknown>,
  client: number,
  takenBack: DeletedNumbers,
): ReadonlyMap<string, unknown> {
  const said = new Map<string, unknown>();
  for (const item of doc.store.clients.get(client) ?? []) {
    if (!(item instanceof Y.Item) || item.parent !== (map as unknown) || item.parentSub === null) continue;
    if (!(item.content instanceof Y.ContentAny)) continue;
    for (const [at, value] of item.content.arr.entries()) {
      if (takenBack.has(client, item.id.clock + at)) said.delete(item.parentSub);
      else said.set(item.parentSub, value);
    }
  }
  return said;
}
