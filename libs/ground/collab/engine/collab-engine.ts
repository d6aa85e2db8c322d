import type * as Y from 'yjs';
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
import { atMost, DomainError, inTime, type Clock, type Right } from '@plenary/ground/kernel';
import { textModel } from '@plenary/ground/text';
import type { DocumentKind } from './document-kind.js';
import { DocumentSession, type ServerWriting } from './document-session.js';
import { LimitsByPerson } from './limits-by-person.js';
import { Neighbours } from './neighbours.js';
import { answerToOlder, isOfThisModel } from './older-apps.js';
import {
  noMeter,
  UnreadableDocument,
  type Access,
  type AccessChange,
  type AndThen,
  type Author,
  type Broadcast,
  type DocStore,
  type EngineMeter,
  type Exchange,
  type Peer,
} from './ports.js';
import { checkCursor } from './presence-board.js';
import { CostlyRefusal, refusal, refuse } from './refuse.js';
import { Seat } from './seat.js';

export interface EngineParts {
  readonly store: DocStore;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  /** Absent for a process that is alone (SYNC-31). */
  readonly exchange?: Exchange;
  /** The kind of a document and who may do what with it; undefined for an unknown kind. */
  readonly kindOf: (document: string) => (DocumentKind & { readonly access: Access }) | undefined;
  /** Told after every commit, for projections that may lag. */
  readonly onCommitted?: (document: string) => void;
  readonly meter?: EngineMeter;
  /** An idle document leaves memory after so many milliseconds (SYNC-44). */
  readonly unloadAfter?: number;
}

/** Milliseconds. */
const usualUnload = 60_000;
/** SYNC-3: a push is answered by then, if only with "not saved yet"; the client hears it within three seconds. */
const slowestAnswer = 2_500;
/** How often readers that do not keep up are looked for (SYNC-42). */
const lookAfterReadersEvery = 250;
/** How long a newcomer waits for what other processes have written. */
const slowestCatchUp = 1_000;
/** How long a stopping server waits for commits under way. */
const slowestEnd = 5_000;

/** All open documents of this process, and the sockets in them. Knows no transport and no database. */
export class CollabEngine {
  private readonly sessions = new Map<string, Promise<DocumentSession>>();
  private readonly open = new Map<string, DocumentSession>();
  private readonly seats = new Map<string, Seat>();
  private readonly limits: LimitsByPerson;
  private readonly unloads = new Map<string, () => void>();
  /** Grows with every announced change of rights, so that an answer from before it is asked for again. */
  private accessChanges = 0;
  private stopping = false;
  /** Null for a process that is alone. */
  private readonly neighbours: Neighbours | null;
  private readonly meter: EngineMeter;
  private cancelLook: (() => void) | null = null;

  constructor(private readonly parts: EngineParts) {
    this.meter = parts.meter ?? noMeter;
    const { exchange, store, clock } = parts;
    this.limits = new LimitsByPerson(clock);
    this.neighbours = exchange ? new Neighbours(exchange, store, clock, this.open) : null;
  }

  connect(peer: Peer): void {
    this.seats.set(peer.id, new Seat(peer, this.limits.enter(peer.actor.personId)));
    this.lookAfterReaders();
  }

  disconnect(peerId: string): void {
    const seat = this.seats.get(peerId);
    if (!seat) return;
    this.seats.delete(peerId);
    seat.close();
    this.limits.leave(seat.peer.actor.personId);
    for (const document of seat.documents) this.leaveSession(document, peerId);
  }

  async join(peerId: string, request: JoinRequest): Promise<JoinAnswer> {
    const seat = this.seat(peerId);
    const begun = this.parts.clock.now();
    seat.limits.join(request.clientIds);
    const answer = await seat.inLine(request.document, request.stateVector.byteLength, () =>
      this.enter(seat, request),
    );
    this.meter.joined(this.parts.clock.now() - begun);
    return answer;
  }

  /**
   * Resolves once the update is committed. Refused with `document.not-saved` when that takes too long: it may be
   * committed later all the same, and is then known when it is offered again.
   */
  async push(peerId: string, request: PushRequest): Promise<PushAnswer> {
    const { clock } = this.parts;
    const begun = clock.now();
    let refusedWith: string | null = null;
    try {
      const seat = this.seat(peerId);
      const { byteLength } = request.update;
      seat.limits.push(byteLength);
      const offered = seat.inLine(request.document, byteLength, () => this.offer(seat, request));
      const saved = offered.then((taken) => taken.saved);
      return await inTime(clock, slowestAnswer, saved, () =>
        refusal('document.not-saved', { reason: 'slow' }),
      );
    } catch (reason) {
      refusedWith = reason instanceof DomainError ? reason.code : 'unforeseen';
      throw reason;
    } finally {
      this.meter.answered(clock.now() - begun, refusedWith);
    }
  }

  async verify(peerId: string, request: VerifyRequest): Promise<VerifyAnswer> {
    const seat = this.seat(peerId);
    seat.limits.verify();
    if (seat.visits.has(request.document)) return { verdict: 'unknown' };
    return (await this.joined(seat, request.document)).verify(seat.peer, request.stateVector, request.hash);
  }

  async moveCursor(peerId: string, request: CursorRequest): Promise<void> {
    const seat = this.seat(peerId);
    seat.limits.cursor();
    const cursor = checkCursor(request.cursor);
    if (!seat.visits.has(request.document)) await this.tellCursor(seat, { ...request, cursor });
  }

  /** The last word counts: what comes too soon is told a little later, unless another follows. */
  private async tellCursor(seat: Seat, request: CursorRequest): Promise<void> {
    const { document, cursor, clientId } = request;
    const wait = seat.limits.untilCursor();
    const again = () => void this.tellCursor(seat, request).catch(() => undefined);
    seat.waitWith(document, wait > 0 ? this.parts.clock.after(wait, again) : null);
    if (wait > 0) return;
    await seat.inLine(document, 0, async () => {
      const session = await this.joined(seat, document);
      await session.moveCursor(seat.peer, cursor, clientId);
    });
  }

  leave(peerId: string, document: string): void {
    const seat = this.seats.get(peerId);
    seat?.documents.delete(document);
    seat?.visits.delete(document);
    seat?.waitWith(document, null);
    this.leaveSession(document, peerId);
  }

  /** SYNC-20: rights have changed: whoever is concerned and connected is judged again, at once. */
  async accessChanged(change: AccessChange): Promise<void> {
    this.accessChanges++;
    const people = change.personIds && new Set(change.personIds);
    const concerned = [...this.open.values()].filter(
      (session) => change.document === undefined || change.document === session.document,
    );
    await Promise.all(
      concerned.flatMap((session) =>
        session
          .list()
          .filter(({ peer }) => people?.has(peer.actor.personId) ?? true)
          .map(({ peer }) => this.judgeAgain(session, peer)),
      ),
    );
  }

  /** Opens a document for reading by the server itself, for instance to derive its plain text. */
  async read<Result>(document: string, reader: (session: DocumentSession) => Result): Promise<Result> {
    const session = await this.session(document);
    try {
      return reader(session);
    } finally {
      this.considerUnload(document, session);
    }
  }

  /**
   * Writes for somebody, at the server itself (SYNC-51); whether they may is for the caller to judge. `andThen`: see
   * `DocumentSession.edit`.
   */
  edit(
    document: string,
    author: Author,
    act: (transaction: Y.Transaction) => void,
    andThen: AndThen | null = null,
  ): Promise<number> {
    return this.writing(document, (session) => session.edit(author, act, andThen));
  }

  /** The same of what was made before. See `DocumentSession.write`. */
  write(document: string, writings: readonly ServerWriting[]): Promise<number> {
    return this.writing(document, (session) => session.write(writings));
  }

  private async writing(
    document: string,
    write: (session: DocumentSession) => Promise<number>,
  ): Promise<number> {
    if (this.stopping) refuse('document.going-away', { retryAfterMs: 1_000 });
    const session = await this.session(document);
    try {
      if (this.neighbours) await atMost(this.parts.clock, slowestCatchUp, session.catchUp());
      return await inTime(this.parts.clock, slowestAnswer, write(session), () =>
        refusal('document.not-saved', { reason: 'slow' }),
      );
    } finally {
      this.considerUnload(document, session);
    }
  }

  /**
   * SYNC-24: the text began a new epoch. Whoever has it open is shown out, comes back, and takes it anew; what was on its
   * way under the old epoch is refused by the store.
   */
  async reopen(document: string): Promise<void> {
    const session = await this.sessions.get(document)?.catch(() => null);
    if (!session || this.open.get(document) !== session) return;
    this.unloads.get(document)?.();
    this.unloads.delete(document);
    this.open.delete(document);
    this.sessions.delete(document);
    for (const { peer } of session.list()) this.seats.get(peer.id)?.documents.delete(document);
    session.closeAll('document.going-away');
    this.neighbours?.forget(document);
    await session.settled();
    session.destroy();
  }

  /** How many documents are in memory. */
  get openDocuments(): number {
    return this.open.size;
  }

  /** How many sockets are in documents, each counted once a document, and how many of them do not keep up. */
  get readers(): { readonly all: number; readonly slow: number } {
    const sessions = [...this.open.values()];
    return {
      all: sessions.reduce((sum, session) => sum + session.people, 0),
      slow: sessions.reduce((sum, session) => sum + session.slowReaders, 0),
    };
  }

  /** SYNC-32: no new edits, commits under way are finished, everybody is told. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.unloads.forEach((cancel) => cancel());
    this.neighbours?.stop();
    this.cancelLook?.();
    for (const session of this.open.values()) {
      await atMost(this.parts.clock, slowestEnd, session.settled());
      session.closeAll('document.going-away');
      this.forget(session);
    }
    this.open.clear();
    this.sessions.clear();
  }

  private async enter(seat: Seat, request: JoinRequest): Promise<JoinAnswer> {
    const { peer } = seat;
    const { document } = request;
    if (this.stopping) refuse('document.going-away', { retryAfterMs: 1_000 });
    if (!seat.documents.has(document) && seat.documents.size >= limits.documentsPerSocket) {
      refuse('document.rate-limited', { retryAfterMs: 60_000 });
    }
    const right = await this.rightOf(peer, document);
    if (right === 'none') refuse('document.not-found');
    // SYNC-24: the epoch of a text of another model says nothing about this one.
    if (!isOfThisModel(request)) return this.visit(seat, right, request);
    seat.visits.delete(document);
    const session = await this.session(document);
    try {
      // Whoever comes from another process must find here what was acknowledged there.
      if (this.neighbours) await atMost(this.parts.clock, slowestCatchUp, session.catchUp());
      if (this.stopping) refuse('document.going-away', { retryAfterMs: 1_000 });
      const answer = await session.join(peer, right, request);
      // The socket may have gone away while the document was opened.
      if (!this.seats.has(peer.id)) refuse('document.not-found');
      seat.documents.add(document);
      // So may the right (SYNC-20).
      const now = await this.rightOf(peer, document);
      this.apply(session, peer, now);
      return now === 'none' ? refuse('document.not-found') : { ...answer, right: now };
    } finally {
      if (!this.seats.has(peer.id)) session.leave(peer.id);
      this.considerUnload(document, session);
    }
  }

  /** Lets somebody see that their app is too old; they are told nothing of the text, and nobody of them. */
  private visit(seat: Seat, right: Right, request: JoinRequest): JoinAnswer {
    const { document } = request;
    const { rules } = this.parts.kindOf(document) ?? refuse('document.not-found');
    const answer = answerToOlder(request, right, rules.version);
    this.leave(seat.peer.id, document);
    seat.visits.add(document);
    return answer;
  }

  private async offer(
    seat: Seat,
    { document, epoch, update }: PushRequest,
  ): Promise<{ saved: Promise<PushAnswer> }> {
    if (this.stopping) refuse('document.going-away', { retryAfterMs: 1_000 });
    if (seat.visits.has(document)) refuse('document.schema-outdated', { model: textModel });
    const session = await this.joined(seat, document);
    const right = await this.rightOf(seat.peer, document).catch((reason: unknown) => {
      throw reason instanceof DomainError ? reason : refusal('document.not-saved', { reason: 'database' });
    });
    this.apply(session, seat.peer, right);
    if (right === 'none') refuse('document.not-found');
    // The line goes on once the update is queued; only its sender waits for judgement and commit.
    const offered = await session.push(seat.peer, right, epoch, update);
    offered.saved.catch((reason: unknown) => {
      if (reason instanceof CostlyRefusal) seat.limits.slowDown();
    });
    return offered;
  }

  /** As long as somebody is connected. */
  private lookAfterReaders(): void {
    if (this.cancelLook || this.stopping) return;
    this.cancelLook = this.parts.clock.after(lookAfterReadersEvery, () => {
      this.cancelLook = null;
      this.open.forEach((session) => session.lookAfterSlowReaders());
      if (this.seats.size > 0) this.lookAfterReaders();
    });
  }

  private async judgeAgain(session: DocumentSession, peer: Peer): Promise<void> {
    try {
      this.apply(session, peer, await this.rightOf(peer, session.document));
    } catch {
      // Who cannot be judged does not stay: they come back, and are judged at the door.
      session.dismiss(peer.id, 'document.going-away');
      this.seats.get(peer.id)?.documents.delete(session.document);
      this.considerUnload(session.document, session);
    }
  }

  private apply(session: DocumentSession, peer: Peer, right: Right): void {
    session.changeRight(peer.id, right);
    if (right !== 'none') return;
    this.seats.get(peer.id)?.documents.delete(session.document);
    this.considerUnload(session.document, session);
  }

  private async rightOf(peer: Peer, document: string): Promise<Right> {
    const kind = this.parts.kindOf(document);
    if (!kind) return 'none';
    let right: Right;
    let asOf: number;
    do {
      asOf = this.accessChanges;
      right = await kind.access.rightOf(peer.actor, document);
    } while (asOf !== this.accessChanges);
    // A token of scope `read` never writes, whatever its owner may do.
    return peer.actor.scope === 'read' && right !== 'none' ? 'read' : right;
  }

  private seat(peerId: string): Seat {
    return this.seats.get(peerId) ?? refuse('session.ended');
  }

  private joined(seat: Seat, document: string): DocumentSession | Promise<DocumentSession> {
    if (!seat.documents.has(document)) refuse('document.not-found');
    return this.open.get(document) ?? this.session(document);
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
    const exchange = this.parts.exchange ?? null;
    const parts = {
      ...{ store, broadcast, clock, exchange, kind, meter: this.meter },
      onCommitted: onCommitted ?? (() => undefined),
    };
    const opening = await this.neighbours?.follow(document);
    try {
      const stored = (await store.load(document).catch(unreadable)) ?? refuse('document.not-found');
      const session = opened(() => new DocumentSession(document, parts, stored));
      this.open.set(document, session);
      opening?.(session);
      return session;
    } catch (reason) {
      opening?.(null);
      throw reason;
    }
  }

  private forget(session: DocumentSession): void {
    this.neighbours?.forget(session.document);
    session.destroy();
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
      this.forget(session);
    });
    this.unloads.set(document, cancel);
  }
}

/** SYNC-4: what cannot be read is said to be unreadable. A database that is away is another matter, and passes. */
function unreadable(reason: unknown): never {
  throw reason instanceof UnreadableDocument ? refusal('document.unreadable') : reason;
}

function opened<Session>(open: () => Session): Session {
  try {
    return open();
  } catch (reason) {
    // Yjs and lib0 throw plain errors on bytes that are no update.
    throw reason instanceof DomainError ? reason : refusal('document.unreadable');
  }
}
