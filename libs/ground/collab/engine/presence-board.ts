import {
  limits,
  notices,
  type Cursor,
  type Presence,
  type PresenceMessage,
} from '@plenary/ground/collab/protocol';
import { colourOf, type Clock, type Right } from '@plenary/ground/kernel';
import type { Broadcast, Exchange, ExchangeMessage, Peer } from './ports.js';
import { refuse } from './refuse.js';

/** Shortest and longest time for which changes are gathered into one message. Milliseconds. */
const shortest = 40;
const longest = 250;

/** Values in one position; Yjs writes seven. */
const mostValues = 64;

type PresenceNews = Pick<Extract<ExchangeMessage, { kind: 'presence' }>, 'changed' | 'left' | 'whole'>;

/**
 * SYNC-23: who is in a document. Names, organisations and colours come from accounts, one entry per socket; a client
 * moves its own cursor and nothing else. Kept in memory only; changes of many leave as one message.
 */
export class PresenceBoard {
  private readonly present = new Map<string, Presence>();
  /** Those at other processes, by process (SYNC-31). */
  private readonly elsewhere = new Map<string, Map<string, Presence>>();
  private readonly changed = new Set<string>();
  private readonly left = new Set<string>();
  /** Of those at this process, what the other processes have not been told. */
  private readonly ownChanged = new Set<string>();
  private readonly ownLeft = new Set<string>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly document: string,
    private readonly broadcast: Broadcast,
    private readonly exchange: Exchange | null,
    private readonly clock: Clock,
  ) {}

  /** Everybody, at every process. */
  list(): Presence[] {
    return [this.present, ...this.elsewhere.values()].flatMap((each) => [...each.values()]);
  }

  /** Tells the other processes who is here. */
  tellWhoIsHere(): void {
    const changed = [...this.present.values()];
    this.exchange?.tell(this.document, { kind: 'presence', changed, left: [], whole: true });
  }

  /** What another process says of its own people. */
  hear(process: string, { changed, left, whole }: PresenceNews): void {
    const theirs = this.elsewhere.get(process) ?? new Map<string, Presence>();
    const gone = whole ? [...theirs.keys()].filter((id) => !changed.some((each) => each.id === id)) : left;
    for (const id of gone) if (theirs.delete(id)) this.noteLeft(id);
    for (const presence of changed) {
      theirs.set(presence.id, presence);
      this.noteChanged(presence.id);
    }
    if (theirs.size > 0) this.elsewhere.set(process, theirs);
    else this.elsewhere.delete(process);
  }

  /** A process is gone, and whoever was there with it. */
  forgetProcess(process: string): void {
    this.hear(process, { changed: [], left: [], whole: true });
  }

  enter(peer: Peer, right: Right): Presence {
    const presence: Presence = {
      id: peer.id,
      personId: peer.actor.personId,
      name: peer.name,
      organisation: peer.organisation,
      colour: colourOf(peer.actor.personId),
      right,
      clientId: null,
      cursor: null,
    };
    // Whoever impersonates somebody is not that person: nobody is shown to be here.
    if (!peer.actor.seenBy) this.note(presence);
    return presence;
  }

  move(peerId: string, cursor: Cursor | null, clientId: number): void {
    const before = this.present.get(peerId);
    if (before) this.note({ ...before, cursor, clientId });
  }

  changeRight(peerId: string, right: Right): void {
    const before = this.present.get(peerId);
    if (before) this.note({ ...before, right });
  }

  leave(peerId: string): void {
    if (!this.present.delete(peerId)) return;
    this.ownChanged.delete(peerId);
    this.ownLeft.add(peerId);
    this.noteLeft(peerId);
  }

  close(): void {
    this.cancel?.();
  }

  private note(presence: Presence): void {
    this.present.set(presence.id, presence);
    this.ownChanged.add(presence.id);
    this.ownLeft.delete(presence.id);
    this.noteChanged(presence.id);
  }

  private noteChanged(id: string): void {
    this.changed.add(id);
    this.left.delete(id);
    this.schedule();
  }

  private noteLeft(id: string): void {
    this.changed.delete(id);
    this.left.add(id);
    this.schedule();
  }

  /** The fuller the room, the longer the wait: a message costs one frame per person in it. */
  private schedule(): void {
    if (this.cancel) return;
    const wait = Math.min(longest, shortest + this.size);
    this.cancel = this.clock.after(wait, () => {
      this.cancel = null;
      this.flush();
    });
  }

  private flush(): void {
    const message: PresenceMessage = {
      document: this.document,
      changed: [...this.changed].map((id) => this.find(id)!),
      left: [...this.left],
    };
    this.changed.clear();
    this.left.clear();
    this.broadcast.toDocument(this.document, notices.presence, message);
    this.tellTheOthers();
  }

  private tellTheOthers(): void {
    if (this.ownChanged.size === 0 && this.ownLeft.size === 0) return;
    const changed = [...this.ownChanged].map((id) => this.present.get(id)!);
    const left = [...this.ownLeft];
    this.ownChanged.clear();
    this.ownLeft.clear();
    this.exchange?.tell(this.document, { kind: 'presence', changed, left, whole: false });
  }

  private get size(): number {
    return [...this.elsewhere.values()].reduce((sum, theirs) => sum + theirs.size, this.present.size);
  }

  private find(id: string): Presence | undefined {
    const own = this.present.get(id);
    if (own) return own;
    for (const theirs of this.elsewhere.values()) if (theirs.has(id)) return theirs.get(id);
    return undefined;
  }
}

/** A cursor as it may be: two small, shallow positions. Throws `message.invalid`. */
export function checkCursor(value: unknown): Cursor | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' || !('anchor' in value) || !('head' in value)) refuse('message.invalid');
  const { anchor, head } = value as Cursor;
  if (!isPosition(anchor) || !isPosition(head)) refuse('message.invalid');
  const cursor = { anchor, head };
  const bytes = new TextEncoder().encode(JSON.stringify(cursor)).byteLength;
  return bytes <= limits.presenceBytes ? cursor : refuse('message.invalid');
}

/** Counts before anything is copied: a megabyte sent as a cursor is not walked through. */
function isPosition(value: unknown): boolean {
  let left = mostValues;
  const fits = (each: unknown, depth: number): boolean => {
    if (--left < 0 || depth > limits.presenceDepth) return false;
    if (typeof each === 'string') return each.length <= limits.presenceBytes;
    if (typeof each !== 'object' || each === null) return typeof each !== 'bigint';
    if (ArrayBuffer.isView(each) || each instanceof ArrayBuffer) return false;
    return Object.entries(each).every(([name, inner]) => name.length <= 64 && fits(inner, depth + 1));
  };
  return typeof value === 'object' && value !== null && fits(value, 1);
}
