import * as Y from 'yjs';
import { refuse } from './refuse.js';
import type { DeletedRange, StructId, UpdateOutline } from './update-reader.js';

/** What is known to the document, edits on their way to the database included. */
export interface KnownState {
  /** The next clock of a client; 0 for an unknown one. */
  clockOf(client: number): number;
  isDeleted(range: DeletedRange): boolean;
}

/**
 * SYNC-11: judges an outline against what is known.
 * @returns `new`, or `known` when everything in it is here already (its acknowledgement got lost).
 * Throws `document.resync` when it leaves a gap or overlaps in part, and when it names what is not known.
 */
export function judgeClocks(outline: UpdateOutline, known: KnownState): 'new' | 'known' {
  const ends = new Map<number, number>();
  let fresh = 0;
  for (const { client, from, to } of outline.runs) {
    const next = known.clockOf(client);
    if (from > next) refuse('document.resync', { reason: 'gap' });
    if (from < next && to > next) refuse('document.resync', { reason: 'overlap' });
    if (to > next) fresh++;
    ends.set(client, Math.max(next, to));
  }
  // Partly known, partly new would journal known structs twice: the client computes the difference instead.
  if (fresh > 0 && fresh < outline.runs.length) refuse('document.resync', { reason: 'overlap' });
  const end = (client: number): number => ends.get(client) ?? known.clockOf(client);
  for (const { client, clock } of outline.needs) {
    if (clock >= end(client)) refuse('document.resync', { reason: 'origin' });
  }
  for (const { client, to } of outline.deletes) {
    if (to > end(client)) refuse('document.resync', { reason: 'delete' });
  }
  return fresh === 0 && outline.deletes.every((range) => known.isDeleted(range)) ? 'known' : 'new';
}

/** True when nothing in the update is news: it was taken before, and its acknowledgement got lost. */
export const isHeld = (outline: UpdateOutline, known: KnownState): boolean =>
  outline.runs.every(({ client, to }) => to <= known.clockOf(client)) &&
  outline.deletes.every((range) => range.to <= known.clockOf(range.client) && known.isDeleted(range));

/** What a Y.Doc knows. */
export function knownTo(doc: Y.Doc): KnownState {
  const structsOf = (client: number) => doc.store.clients.get(client) ?? [];
  return {
    clockOf: (client) => Y.getState(doc.store, client),
    isDeleted: ({ client, from, to }) => {
      const structs = structsOf(client);
      if (structs.length === 0) return false;
      let clock = from;
      for (let i = Y.findIndexSS(structs as never, from); i < structs.length && clock < to; i++) {
        const struct = structs[i]!;
        if (!struct.deleted) return false;
        clock = struct.id.clock + struct.length;
      }
      return clock >= to;
    },
  };
}

export type { StructId };
