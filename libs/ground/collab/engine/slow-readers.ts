import * as Y from 'yjs';
import { notices, type PresenceMessage, type UpdatesMessage } from '@plenary/ground/collab/protocol';
import type { Clock } from '@plenary/ground/kernel';
import type { EngineMeter, Peer } from './ports.js';
import type { PresenceBoard } from './presence-board.js';

/** Bytes that may wait for a reader before it is set aside. */
const mostWaiting = 256_000;
/** Bytes at which it is let go at once, whatever it does. */
const mostEver = 20_000_000;
/** A reader to whom nothing gets through for so long is let go. Milliseconds. */
const longestStuck = 12_000;

interface Aside {
  readonly peer: Peer;
  /** What it has been sent. */
  readonly seq: number;
  readonly stateVector: Uint8Array;
  readonly present: ReadonlySet<string>;
  waiting: number;
  movedAt: number;
}

/**
 * SYNC-42: readers that do not keep up. Instead of a queue that grows, such a one gets nothing more until what waits
 * for it has gone through, and then all that it missed as one difference. The others do not notice.
 */
export class SlowReaders {
  private readonly aside = new Map<string, Aside>();
  /** The last difference, which all who were set aside at the same moment share. */
  private shared: { readonly from: number; readonly to: number; readonly update: Uint8Array } | null = null;

  constructor(
    private readonly document: string,
    private readonly text: Y.Doc,
    private readonly presence: PresenceBoard,
    private readonly clock: Clock,
    private readonly meter: EngineMeter,
  ) {}

  get count(): number {
    return this.aside.size;
  }

  forget(peerId: string): void {
    this.aside.delete(peerId);
  }

  /** To be called every now and then. `seq` is the number of the last row that the text holds. */
  look(members: Iterable<Peer>, seq: number): void {
    for (const peer of members) {
      const waiting = peer.backlog();
      const aside = this.aside.get(peer.id);
      if (aside) this.lookAgain(aside, waiting, seq);
      else if (waiting > mostWaiting) this.setAside(peer, waiting, seq);
    }
    this.shared = null;
  }

  private setAside(peer: Peer, waiting: number, seq: number): void {
    void peer.exit(this.document);
    this.aside.set(peer.id, {
      peer,
      seq,
      stateVector: Y.encodeStateVector(this.text),
      present: new Set(this.presence.list().map(({ id }) => id)),
      waiting,
      movedAt: this.clock.now(),
    });
    this.meter.setAside();
  }

  private lookAgain(aside: Aside, waiting: number, seq: number): void {
    const now = this.clock.now();
    if (waiting === 0) return this.bringBack(aside, seq);
    if (waiting > mostEver || now - aside.movedAt > longestStuck) {
      this.aside.delete(aside.peer.id);
      this.meter.letGo();
      return aside.peer.drop();
    }
    if (waiting < aside.waiting) aside.movedAt = now;
    aside.waiting = waiting;
  }

  private bringBack({ peer, seq: from, stateVector, present }: Aside, seq: number): void {
    this.aside.delete(peer.id);
    void peer.enter(this.document);
    if (seq > from) {
      const message: UpdatesMessage = {
        document: this.document,
        from: from + 1,
        to: seq,
        update: this.difference(from, seq, stateVector),
      };
      peer.send(notices.updates, message);
    }
    const changed = this.presence.list();
    const here = new Set(changed.map(({ id }) => id));
    const message: PresenceMessage = {
      document: this.document,
      changed,
      left: [...present].filter((id) => !here.has(id)),
    };
    peer.send(notices.presence, message);
  }

  private difference(from: number, to: number, stateVector: Uint8Array): Uint8Array {
    if (this.shared?.from !== from || this.shared.to !== to) {
      this.shared = { from, to, update: Y.encodeStateAsUpdate(this.text, stateVector) };
    }
    return this.shared.update;
  }
}
