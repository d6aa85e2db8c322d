import {
  limits,
  type CursorRequest,
  type JoinAnswer,
  type JoinRequest,
  type PushAnswer,
  type PushRequest,
  type VerifyAnswer,
  type VerifyRequest,
} from '@plenary/ground/collab/protocol';
import type { Clock, Right } from '@plenary/ground/kernel';
import type { DocumentKind } from './document-schema.js';
import { DocumentSession } from './document-session.js';
import { PeerLimits } from './peer-limits.js';
import type { Access, AccessChange, Broadcast, DocStore, Peer } from './ports.js';
import { checkCursor } from './presence-board.js';
import { refuse } from './refuse.js';

export interface EngineParts {
  readonly store: DocStore;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  /** The kind of a document and who may do what with it; undefined for an unknown kind. */
  readonly kindOf: (document: string) => (DocumentKind & { readonly access: Access }) | undefined;
  /** Told after every commit, for projections that may lag. */
  readonly onCommitted?: (document: string) => void;
  /** An idle document leaves memory after so many milliseconds (SYNC-44). */
  readonly unloadAfter?: number;
}

interface Seat {
  readonly peer: Peer;
  readonly limits: PeerLimits;
  readonly documents: Set<string>;
  /** Messages of one socket about one document are taken in the order in which they came. */
  readonly lines: Map<string, Promise<unknown>>;
}

const usualUnload = 60_000;

/** All open documents of this process, and the sockets in them. Knows no transport and no database. */
export class CollabEngine {
  private readonly sessions = new Map<string, Promise<DocumentSession>>();
  private readonly open = new Map<string, DocumentSession>();
  private readonly seats = new Map<string, Seat>();
  private readonly unloads = new Map<string, () => void>();
  private stopping = false;

  constructor(private readonly parts: EngineParts) {}

  connect(peer: Peer): void {
    this.seats.set(peer.id, {
      peer,
      limits: new PeerLimits(this.parts.clock),
      documents: new Set(),
      lines: new Map(),
    });
  }

  disconnect(peerId: string): void {
    const seat = this.seats.get(peerId);
    if (!seat) return;
    this.seats.delete(peerId);
    for (const document of seat.documents) this.leaveSession(document, peerId);
  }

  join(peerId: string, request: JoinRequest): Promise<JoinAnswer> {
    return this.inLine(peerId, request.document, async (seat) => {
      seat.limits.join(request.clientIds);
      const { document } = request;
      if (!seat.documents.has(document) && seat.documents.size >= limits.documentsPerSocket) {
        refuse('document.rate-limited', { retryAfterMs: 60_000 });
      }
      const right = await this.rightOf(seat.peer, document);
      if (right === 'none') refuse('document.not-found');
      const session = await this.session(document);
      const answer = await session.join(seat.peer, right, request);
      if (!this.seats.has(peerId)) {
        // The socket went away while the document was opened.
        this.leaveSession(document, peerId);
        return refuse('document.not-found');
      }
      seat.documents.add(document);
      // The right may have changed while the document was opened (SYNC-20).
      const now = await this.rightOf(seat.peer, document);
      if (now === 'none') {
        this.leave(peerId, document);
        return refuse('document.not-found');
      }
      session.changeRight(peerId, now);
      return { ...answer, right: now };
    });
  }

  async push(peerId: string, request: PushRequest): Promise<PushAnswer> {
    const { saved } = await this.inLine(peerId, request.document, async (seat) => {
      seat.limits.push(request.update.byteLength);
      return this.offer(seat, request);
    });
    return saved;
  }

  async verify(peerId: string, request: VerifyRequest): Promise<VerifyAnswer> {
    const seat = this.seat(peerId);
    seat.limits.verify();
    return (await this.joined(seat, request.document)).verify(seat.peer, request.stateVector, request.hash);
  }

  async moveCursor(peerId: string, request: CursorRequest): Promise<void> {
    const seat = this.seat(peerId);
    if (!seat.limits.cursor()) return;
    const cursor = checkCursor(request.cursor);
    (await this.joined(seat, request.document)).moveCursor(seat.peer, cursor, request.clientId);
  }

  leave(peerId: string, document: string): void {
    this.seats.get(peerId)?.documents.delete(document);
    this.leaveSession(document, peerId);
  }

  /** SYNC-20: rights have changed: whoever is concerned and connected is judged again, at once. */
  async accessChanged(change: AccessChange): Promise<void> {
    for (const session of this.open.values()) {
      if (change.document !== undefined && change.document !== session.document) continue;
      for (const { peer } of session.list()) {
        if (change.personId !== undefined && change.personId !== peer.actor.personId) continue;
        const right = await this.rightOf(peer, session.document);
        session.changeRight(peer.id, right);
        if (right === 'none') this.seats.get(peer.id)?.documents.delete(session.document);
      }
    }
  }

  /** Opens a document for reading by the server itself, for instance to derive its plain text. */
  async read<Result>(document: string, reader: (session: DocumentSession) => Result): Promise<Result> {
    const session = await this.session(document);
    const result = reader(session);
    this.considerUnload(document, session);
    return result;
  }

  /** How many documents are in memory. */
  get openDocuments(): number {
    return this.open.size;
  }

  /** SYNC-32: no new edits, commits under way are finished, everybody is told. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unloads.forEach((cancel) => cancel());
    for (const session of this.open.values()) {
      await session.settled();
      session.closeAll('document.going-away');
      session.destroy();
    }
    this.open.clear();
    this.sessions.clear();
  }

  private async offer(
    seat: Seat,
    { document, epoch, update }: PushRequest,
  ): Promise<{ saved: Promise<PushAnswer> }> {
    if (this.stopping) refuse('document.going-away', { retryAfterMs: 1_000 });
    const session = await this.joined(seat, document);
    const right = await this.rightOf(seat.peer, document);
    if (right === 'none') refuse('document.not-found');
    session.changeRight(seat.peer.id, right);
    // The line goes on once the update is judged and queued; only its sender waits for the commit.
    return session.push(seat.peer, right, epoch, update);
  }

  private async rightOf(peer: Peer, document: string): Promise<Right> {
    const kind = this.parts.kindOf(document);
    if (!kind) return 'none';
    const right = await kind.access.rightOf(peer.actor, document);
    // A token of scope `read` never writes, whatever its owner may do.
    return peer.actor.scope === 'read' && right !== 'none' ? 'read' : right;
  }

  private seat(peerId: string): Seat {
    return this.seats.get(peerId) ?? refuse('session.ended');
  }

  private async joined(seat: Seat, document: string): Promise<DocumentSession> {
    if (!seat.documents.has(document)) refuse('document.not-found');
    return this.session(document);
  }

  private async inLine<Answer>(
    peerId: string,
    document: string,
    work: (seat: Seat) => Promise<Answer>,
  ): Promise<Answer> {
    const seat = this.seat(peerId);
    const before = seat.lines.get(document) ?? Promise.resolve();
    const own = before.then(() => work(seat));
    const settled = own.catch(() => undefined);
    seat.lines.set(document, settled);
    void settled.then(() => {
      if (seat.lines.get(document) === settled) seat.lines.delete(document);
    });
    return own;
  }

  /** The open document; its first visitors share one load (SYNC-40). */
  private session(document: string): Promise<DocumentSession> {
    this.unloads.get(document)?.();
    this.unloads.delete(document);
    const known = this.sessions.get(document);
    if (known) return known;
    const loading = this.load(document);
    this.sessions.set(document, loading);
    loading.catch(() => this.sessions.delete(document));
    return loading;
  }

  private async load(document: string): Promise<DocumentSession> {
    const { store, broadcast, clock, kindOf, onCommitted } = this.parts;
    const kind = kindOf(document) ?? refuse('document.not-found');
    const stored = (await store.load(document)) ?? refuse('document.not-found');
    const parts = { store, broadcast, clock, kind, onCommitted: onCommitted ?? (() => undefined) };
    const session = new DocumentSession(document, parts, stored);
    this.open.set(document, session);
    return session;
  }

  private leaveSession(document: string, peerId: string): void {
    const session = this.open.get(document);
    session?.leave(peerId);
    if (session) this.considerUnload(document, session);
  }

  /** SYNC-44; SYNC-3: never while something waits for the database. */
  private considerUnload(document: string, session: DocumentSession): void {
    if (!session.isEmpty || this.unloads.has(document) || this.stopping) return;
    session.rest();
    const cancel = this.parts.clock.after(this.parts.unloadAfter ?? usualUnload, () => {
      this.unloads.delete(document);
      if (!session.isEmpty) return;
      if (!session.isIdle) return this.considerUnload(document, session);
      this.open.delete(document);
      this.sessions.delete(document);
      session.destroy();
    });
    this.unloads.set(document, cancel);
  }
}
