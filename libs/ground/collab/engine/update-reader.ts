import * as decoding from 'lib0/decoding';
import { limits } from '@plenary/ground/collab/protocol';
import { isRestored, restoredId, type ItemId, type Restored } from '@plenary/ground/text';
import { refuse } from './refuse.js';

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** Consecutive structs of one client: clocks `from` (inclusive) to `to` (exclusive). */
export interface StructRun {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export type DeletedRange = StructRun;

/** TXT-5: an undo says that these characters are deleted ones, written anew. Whether that is true is not yet known. */
export interface Claim {
  /** The first of the new characters. */
  readonly id: ItemId;
  /** The first of the deleted ones. */
  readonly old: ItemId;
  readonly length: number;
}

/** What an update says about itself, before Yjs has seen it. */
export interface UpdateOutline {
  readonly runs: readonly StructRun[];
  readonly deletes: readonly DeletedRange[];
  /** Structs that its own structs stand beside. */
  readonly needs: readonly StructId[];
  /** Names of roots that it writes to. */
  readonly roots: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}

/** Where a struct says that it stands; null where it says so by its neighbours. */
type Place = { readonly root: string; readonly key: string | null } | null;

const bits = { origin: 0x80, rightOrigin: 0x40, parentSub: 0x20, content: 0x1f } as const;
const content = { gc: 0, deleted: 1, string: 4, embed: 5, any: 8, skip: 10 } as const;

/** Clocks and client ids stay far below what a number holds exactly. */
const largestClock = 2 ** 31;
const largestClient = 2 ** 32;

/**
 * SYNC-10: reads an update V1 in one linear pass and refuses what its length does not allow. Nothing is allocated
 * by a count that the bytes claim: a claim of 33 million structs in seven bytes ends at the seventh byte.
 */
export function readUpdate(update: Uint8Array): UpdateOutline {
  if (update.byteLength > limits.updateBytes) refuse('document.too-large', { most: limits.updateBytes });
  try {
    return new UpdateReader(update).read();
  } catch (reason) {
    // lib0 throws plain errors at the end of the bytes and on impossible numbers; a RangeError is nesting too deep.
    if (reason instanceof Error && reason.name !== 'DomainError') return refuse('document.malformed');
    throw reason;
  }
}

class UpdateReader {
  private readonly decoder: decoding.Decoder;
  private readonly runs: StructRun[] = [];
  private readonly needs: StructId[] = [];
  private readonly roots = new Set<string>();
  private readonly claims: Claim[] = [];

  constructor(update: Uint8Array) {
    this.decoder = decoding.createDecoder(update);
  }

  read(): UpdateOutline {
    const clients = this.count();
    if (clients > limits.clientsPerUpdate) refuse('document.malformed', { reason: 'clients' });
    const seen = new Set<number>();
    for (let i = 0; i < clients; i++) this.readRun(seen);
    const deletes = this.readDeletes();
    if (decoding.hasContent(this.decoder)) refuse('document.malformed', { reason: 'length' });
    return { runs: this.runs, deletes, needs: this.needs, roots: this.roots, claims: this.claims };
  }

  /** A number of things to follow: each takes at least one byte. */
  private count(): number {
    const claimed = decoding.readVarUint(this.decoder);
    if (claimed > this.decoder.arr.length - this.decoder.pos)
      refuse('document.malformed', { reason: 'count' });
    return claimed;
  }

  private clock(): number {
    const value = decoding.readVarUint(this.decoder);
    return value < largestClock ? value : refuse('document.malformed', { reason: 'clock' });
  }

  private client(): number {
    const value = decoding.readVarUint(this.decoder);
    return value < largestClient ? value : refuse('document.malformed', { reason: 'client' });
  }

  private id(): StructId {
    return { client: this.client(), clock: this.clock() };
  }

  private readRun(seen: Set<number>): void {
    const structs = this.count();
    const client = this.client();
    const from = this.clock();
    if (seen.has(client) || structs === 0) refuse('document.malformed', { reason: 'clients' });
    seen.add(client);
    let to = from;
    for (let i = 0; i < structs; i++) {
      to += this.readStruct();
      if (to >= largestClock) refuse('document.malformed', { reason: 'clock' });
    }
    this.runs.push({ client, from, to });
  }

  /** Reads one struct and answers its length in clock ticks. */
  private readStruct(): number {
    const info = decoding.readUint8(this.decoder);
    const kind = info & bits.content;
    if (kind === content.gc) return this.length();
    // A skip leaves a gap on purpose; a gap is never parked (SYNC-11).
    if (kind === content.skip) refuse('document.resync', { reason: 'gap' });
    if (info & bits.origin) this.needs.push(this.id());
    if (info & bits.rightOrigin) this.needs.push(this.id());
    const stands = info & (bits.origin | bits.rightOrigin) ? null : this.readPlace(info);
    return this.readContent(kind, stands);
  }

  private readPlace(info: number): Place {
    // Everything stands in a root, and roots have names.
    if (decoding.readVarUint(this.decoder) !== 1) refuse('document.schema-violation', { reason: 'root' });
    const root = decoding.readVarString(this.decoder);
    this.roots.add(root);
    return { root, key: info & bits.parentSub ? decoding.readVarString(this.decoder) : null };
  }

  private readContent(kind: number, stands: Place): number {
    switch (kind) {
      case content.deleted:
        return this.length();
      case content.string:
        return this.positive(decoding.readVarString(this.decoder).length);
      case content.embed:
        JSON.parse(decoding.readVarString(this.decoder));
        return 1;
      case content.any:
        return this.readValues(stands);
      default:
        // Formats, types, JSON, binary, subdocuments: no text of ours has them.
        return refuse('document.schema-violation', { reason: 'content' });
    }
  }

  private readValues(stands: Place): number {
    const length = this.positive(this.count());
    for (let i = 0; i < length; i++) {
      const value: unknown = decoding.readAny(this.decoder);
      if (stands?.root === 'restored') this.readClaim(stands.key, value);
    }
    return length;
  }

  /** A claim stands under a key that was never there before, so that its place is always told. */
  private readClaim(key: string | null, value: unknown): void {
    const id = key === null ? null : restoredId(key);
    if (!id || !isRestored(value)) return refuse('document.schema-violation', { reason: 'restored' });
    const [client, clock, length]: Restored = value;
    this.claims.push({ id, old: [client, clock], length });
  }

  private length(): number {
    return this.positive(this.clock());
  }

  private positive(length: number): number {
    return length > 0 ? length : refuse('document.malformed', { reason: 'length' });
  }

  private readDeletes(): DeletedRange[] {
    const deletes: DeletedRange[] = [];
    const seen = new Set<number>();
    const clients = this.count();
    for (let i = 0; i < clients; i++) {
      const client = this.client();
      if (seen.has(client)) refuse('document.malformed', { reason: 'clients' });
      seen.add(client);
      const ranges = this.count();
      let end = 0;
      for (let j = 0; j < ranges; j++) {
        const from = this.clock();
        // Yjs writes ranges in order. Overlapping ones would make it walk the same structs over and over.
        if (from < end) refuse('document.malformed', { reason: 'deletes' });
        end = from + this.length();
        deletes.push({ client, from, to: end });
      }
    }
    return deletes;
  }
}
