import * as Y from 'yjs';
import type { PersonId } from '@plenary/ground/kernel';
import { embedSign, type Deletions } from './deletions.js';
import { Ranges, type CharacterRange } from './ranges.js';
import { refuse } from './refuse.js';
import { knownTo } from './update-check.js';
import type { Claim, UpdateOutline } from './update-reader.js';

/** The characters that a claim says it writes anew. */
export const oldCharacters = ({ old: [client, clock], length }: Claim): CharacterRange => ({
  client,
  from: clock,
  to: clock + length,
});

/**
 * TXT-5: new characters are claimed by the update that brings them, each once. That they are the pusher's own follows,
 * since everything in an update is (SYNC-12); and so does that no claim costs more than the characters it is about.
 */
export function refuseClaimsOfOthers({ claims, runs }: UpdateOutline): void {
  let [claimed, brought] = [0, 0];
  for (const { from, to } of runs) brought += to - from;
  const own = new Ranges(claims.length > 0 ? runs : []);
  for (const { id, length } of claims) {
    claimed += length;
    const isBrought = own.cover({ client: id[0], from: id[1], to: id[1] + length });
    if (!isBrought || claimed > brought) refuse('document.schema-violation', { reason: 'restored' });
  }
}

/** Notes what an update deleted, within the transaction in which it was applied: what is deleted can be read so long. */
export function noteDeletions(
  doc: Y.Doc,
  by: PersonId,
  deletes: readonly CharacterRange[],
  into: Deletions,
): void {
  const text = doc.getArray('text') as unknown;
  for (const range of deletes) {
    for (const { struct, from, to } of structsIn(doc, range)) {
      if (!(struct instanceof Y.Item) || struct.parent !== text) continue;
      into.note(by, { client: range.client, from, to }, readCharacters(struct, from, to));
    }
  }
}

/**
 * TXT-5: looks whether what an update says of its characters is true: that those which they stand for are deleted, by
 * the same person, and were the same. Their place is looked at with everything else that it brought.
 */
export function hasFalseClaim(
  doc: Y.Doc,
  by: PersonId,
  claims: readonly Claim[],
  deletions: Deletions,
): boolean {
  return claims.some((claim) => {
    const old = oldCharacters(claim);
    if (!knownTo(doc).isDeleted(old) || !deletions.areBy(by, old)) return true;
    const [client, first] = claim.id;
    return structsIn(doc, { client, from: first, to: first + claim.length }).some(({ struct, from, to }) => {
      const anew = struct instanceof Y.Item ? readCharacters(struct, from, to) : null;
      const before = { client: old.client, from: old.from + from - first, to: old.from + to - first };
      // Characters that came dead are nobody's; there is nothing that they could be compared with.
      return anew !== null && deletions.textOf(before) !== anew;
    });
  });
}

/** Characters or an embed, also deleted ones as long as they can be read; null for anything else. */
export function readCharacters({ content, id }: Y.Item, from: number, to: number): string | null {
  if (content instanceof Y.ContentString) return content.str.slice(from - id.clock, to - id.clock);
  return content instanceof Y.ContentEmbed ? embedSign + JSON.stringify(content.embed) : null;
}

interface Piece {
  readonly struct: Y.Item | Y.GC;
  readonly from: number;
  readonly to: number;
}

/** The structs that hold these numbers, each with its part. */
export function structsIn(doc: Y.Doc, { client, from, to }: CharacterRange): Piece[] {
  const structs = doc.store.clients.get(client) ?? [];
  const pieces: Piece[] = [];
  if (structs.length === 0) return pieces;
  const known = Math.min(to, Y.getState(doc.store, client));
  for (let clock = from, at = from < known ? Y.findIndexSS(structs as never, from) : 0; clock < known; at++) {
    const struct = structs[at]!;
    const end = Math.min(known, struct.id.clock + struct.length);
    pieces.push({ struct, from: clock, to: end });
    clock = end;
  }
  return pieces;
}
