import * as Y from 'yjs';
import {
  limits,
  notices,
  type JoinAnswer,
  type JoinRequest,
  type PushAnswer,
  type RefusalCode,
  type UpdatesMessage,
  type VerifyAnswer,
} from '@plenary/ground/collab/protocol';
import {
  covers,
  type Actor,
  type Clock,
  type OrganisationId,
  type PersonId,
  type Right,
} from '@plenary/ground/kernel';
import { Differences } from './differences.js';
import type { DocumentKind } from './document-kind.js';
import { JournalWriter, type Committed } from './journal-writer.js';
import type {
  Access,
  AndThen,
  Author,
  Broadcast,
  DocStore,
  EngineMeter,
  Exchange,
  ExchangeMessage,
  Peer,
  StoredDocument,
} from './ports.js';
import { PresenceBoard } from './presence-board.js';
import { recallDeletions } from './recall.js';
import { refuse } from './refuse.js';
import { Replica } from './replica.js';
import { SlowReaders } from './slow-readers.js';
import { Snapshotter } from './snapshotter.js';
import { TextHash } from './text-hash.js';
import type { UpdateOutline } from './update-reader.js';

export interface SessionParts {
  readonly store: DocStore;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  /** Null for a process that is alone. */
  readonly exchange: Exchange | null;
  readonly kind: DocumentKind & { readonly access: Access };
  readonly meter: EngineMeter;
  /** Told after every commit, for projections that may lag. */
  readonly onCommitted: (document: string) => void;
}

/** What the server writes for somebody. */
export interface ServerWriting {
  readonly author: Author;
  readonly update: Uint8Array;
  /** Goes along with its row, in one transaction. */
  readonly andThen?: AndThen | null;
}

interface Member {
  readonly peer: Peer;
  right: Right;
  /** False for a client whose rules are not ours: it reads (SYNC-24). */
  readonly speaksSchema: boolean;
}

/**
 * SYNC-40: milliseconds between two commits of a document, which its readers hear of together. The larger the room,
 * the dearer a message; two people need not wait for anybody.
 */
export const spacingFor = (people: number): number => (people <= 2 ? 0 : Math.min(50, 14 + people / 12.5));

/** One open document: its text, its journal, and who is in it. */
export class DocumentSession {
  private readonly members = new Map<string, Member>();
  private readonly owners = new Map<number, Author | null>();
  private readonly replica: Replica;
  private readonly journal: JournalWriter;
  private readonly presence: PresenceBoard;
  private readonly slow: SlowReaders;
  private readonly snapshots: Snapshotter;
  private readonly hash: TextHash;
  /** Joins under way: they keep the session open. */
  private entering = 0;
  private readonly differences: Differences;

  constructor(
    readonly document: string,
    private readonly parts: SessionParts,
    private readonly stored: StoredDocument,
  ) {
    const { store, broadcast, clock, exchange, kind, meter } = parts;
    refuseHoles(stored);
    const state = stored.snapshot ? [stored.snapshot.state] : [];
    this.replica = new Replica(kind.rules, [...state, ...stored.rows.map((row) => row.update)]);
    this.differences = new Differences(
      this.replica.committed,
      stored.snapshot && stored.rows.length === 0 ? { seq: stored.seq, whole: stored.snapshot.state } : null,
    );
    this.presence = new PresenceBoard(document, broadcast, exchange, clock);
    this.slow = new SlowReaders(document, this.replica.committed, this.presence, clock, meter);
    this.snapshots = new Snapshotter(document, store, clock, this.replica.committed, stored);
    this.hash = new TextHash(this.replica.committed);
    this.journal = new JournalWriter(
      document,
      stored.epoch,
      store,
      this.replica,
      clock,
      stored.seq,
      () => spacingFor(this.members.size),
      (committed) => this.tellCommitted(committed),
    );
  }

  get isEmpty(): boolean {
    return this.members.size === 0 && this.entering === 0;
  }

  /** SYNC-3: true when nothing waits for the database, so that the session may be forgotten. */
  get isIdle(): boolean {
    return this.journal.isIdle && this.snapshots.isIdle;
  }

  /** The committed text, to be read and not to be changed. */
  get text(): Y.Doc {
    return this.replica.committed;
  }

  async join(peer: Peer, right: Right, request: JoinRequest): Promise<JoinAnswer> {
    if (request.epoch !== null && request.epoch !== this.stored.epoch) {
      refuse('document.epoch-changed', { epoch: this.stored.epoch });
    }
    const { rules } = this.parts.kind;
    const speaksSchema = request.schema === rules.version;
    this.entering++;
    let clientIds: readonly number[];
    try {
      clientIds = await this.grant(peer, covers(right, 'edit') ? wantedBy(peer, request) : 0);
      // First listen, then read: a commit in between must reach the newcomer one way or the other.
      await peer.enter(this.document);
      this.slow.forget(peer.id);
    } finally {
      this.entering--;
    }
    const update = this.lackedBy(request.stateVector);
    this.members.set(peer.id, { peer, right, speaksSchema });
    const presence = this.presence.enter(peer, right);
    return {
      document: this.document,
      epoch: this.stored.epoch,
      schema: rules.version,
      right,
      ...update,
      clientIds,
      organisationId: peer.actor.organisationId,
      presenceId: presence.id,
      presence: this.presence.list(),
    };
  }

  /**
   * SYNC-20, 21: `right` is what holds now, asked again for this very push.
   * @returns once the update is queued; `saved` resolves after it was judged and committed (SYNC-1).
   */
  async push(
    peer: Peer,
    right: Right,
    epoch: number,
    update: Uint8Array,
  ): Promise<{ saved: Promise<PushAnswer> }> {
    const member = this.member(peer);
    if (!covers(right, 'edit')) refuse('document.forbidden');
    if (epoch !== this.stored.epoch) refuse('document.epoch-changed', { epoch: this.stored.epoch });
    if (!member.speaksSchema) refuse('document.schema-outdated', { schema: this.parts.kind.rules.version });
    const outline = this.replica.outline(update);
    const authors = outline.runs.map((run) => run.client);
    const { personId } = peer.actor;
    if (!this.ownsAll(authors, personId)) await this.checkOwners(authors, personId);
    if (outline.claims.length > 0) await this.recall(personId, outline);
    const author = await this.authorOf(peer.actor, authors[0]);
    while (this.journal.isUnsure) await this.journal.makeSure();
    this.journal.makeRoom(update.byteLength);
    return { saved: this.journal.offer(author, update, outline).then((seq) => ({ seq })) };
  }

  /**
   * SYNC-51: what the server writes for somebody takes the road of a push: judged, journaled, told to everybody, under a
   * client id of theirs. `act` is given a copy of the committed text. `andThen` is committed together with the row; where
   * nothing changed there is no row, and it is not called. Answers the number of the last row.
   */
  async edit(
    author: Author,
    act: (transaction: Y.Transaction) => void,
    andThen: AndThen | null = null,
  ): Promise<number> {
    const [clientId] = await this.parts.store.grantClientIds(this.document, author, 1);
    this.owners.set(clientId!, author);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.text));
    copy.clientID = clientId!;
    let update: Uint8Array | null = null;
    copy.on('update', (written: Uint8Array) => void (update = written));
    copy.transact(act);
    copy.destroy();
    return update === null ? this.journal.lastSeq : this.write([{ author, update, andThen }]);
  }

  /**
   * The same of an update that was made before: the rules of the text hold, but whose its client ids are is not asked.
   * Offered again, it is written once. Several are told to everybody as one. Answers the number of the last row.
   */
  async write(writings: readonly ServerWriting[]): Promise<number> {
    while (this.journal.isUnsure) await this.journal.makeSure();
    const offers = writings.map((each) => ({ ...each, outline: this.replica.outline(each.update) }));
    this.journal.makeRoom(writings.reduce((sum, { update }) => sum + update.byteLength, 0));
    const rows = offers.map(({ author, update, outline, andThen = null }) =>
      this.journal.offerServers(author, update, outline, andThen),
    );
    return Math.max(...(await Promise.all(rows)));
  }

  async moveCursor(
    peer: Peer,
    cursor: Parameters<PresenceBoard['move']>[1],
    clientId: number,
  ): Promise<void> {
    this.member(peer);
    // A caret under another person's id would show their name at this place.
    await this.checkOwners([clientId], peer.actor.personId);
    this.presence.move(peer.id, cursor, clientId);
  }

  async verify(peer: Peer, stateVector: Uint8Array, hash: string): Promise<VerifyAnswer> {
    this.member(peer);
    if (!sameStates(decoded(stateVector), Y.decodeStateVector(Y.encodeStateVector(this.text)))) {
      return { verdict: 'unknown' };
    }
    if ((await this.hash.at(this.journal.lastSeq)) !== hash)
      refuse('document.resync', { reason: 'diverged' });
    return { verdict: 'equal' };
  }

  leave(peerId: string): void {
    const member = this.members.get(peerId);
    if (!member) return;
    this.members.delete(peerId);
    this.slow.forget(peerId);
    this.presence.leave(peerId);
    void member.peer.exit(this.document);
  }

  /** Everybody in the document, with the right they were last told of. */
  list(): readonly Readonly<Member>[] {
    return [...this.members.values()];
  }

  /** SYNC-20: the right changed: said, and at `none` the door closes, with the answer of a missing document. */
  changeRight(peerId: string, right: Right): void {
    const member = this.members.get(peerId);
    if (!member || member.right === right) return;
    if (right === 'none') return this.close(member, 'document.not-found');
    member.right = right;
    this.presence.changeRight(peerId, right);
    member.peer.send(notices.right, { document: this.document, right });
  }

  /** Shows one of them out. */
  dismiss(peerId: string, code: RefusalCode): void {
    const member = this.members.get(peerId);
    if (member) this.close(member, code);
  }

  /** SYNC-42: sees to those who do not keep up. */
  lookAfterSlowReaders(): void {
    this.slow.look(
      [...this.members.values()].map(({ peer }) => peer),
      this.journal.lastSeq,
    );
  }

  get slowReaders(): number {
    return this.slow.count;
  }

  get people(): number {
    return this.members.size;
  }

  /** What another process tells of this document (SYNC-30, 31). */
  hear(process: string, message: ExchangeMessage): void {
    switch (message.kind) {
      case 'rows':
        return this.journal.hear(
          message.updates.map((update, index) => ({ seq: message.first + index, update })),
        );
      case 'presence':
        return this.presence.hear(process, message);
      case 'who':
        return this.presence.tellWhoIsHere();
    }
  }

  /** Tells the other processes who is here. */
  tellWhoIsHere(): void {
    this.presence.tellWhoIsHere();
  }

  forgetProcess(process: string): void {
    this.presence.forgetProcess(process);
  }

  /** The epoch of the text that is here; the store may have begun another. */
  get epoch(): number {
    return this.stored.epoch;
  }

  /** Number of the last row that is here. */
  get lastSeq(): number {
    return this.journal.lastSeq;
  }

  /** Resolves once all that any process had committed before is here, as far as the store answers. */
  catchUp(): Promise<void> {
    return this.journal.catchUp();
  }

  /** Gives back what is only needed while somebody writes. */
  rest(): void {
    if (this.journal.isIdle) this.replica.rest();
  }

  /** Ends every membership, for instance because the server stops. */
  closeAll(code: RefusalCode): void {
    for (const member of [...this.members.values()]) this.close(member, code);
  }

  async settled(): Promise<void> {
    await this.journal.settled().catch(() => undefined);
  }

  destroy(): void {
    this.presence.close();
    this.snapshots.close();
    this.replica.destroy();
  }

  private close(member: Member, code: RefusalCode): void {
    this.leave(member.peer.id);
    member.peer.send(notices.closed, { document: this.document, code });
  }

  private member(peer: Peer): Member {
    return this.members.get(peer.id) ?? refuse('document.not-found');
  }

  /** These rows are in the journal: whatever goes wrong in telling of them, their authors hear that they are saved. */
  private tellCommitted(committed: Committed): void {
    try {
      this.committed(committed);
    } catch (reason) {
      this.parts.meter.faltered((reason as Error).name);
    }
  }

  private committed({ rows, update, by, after }: Committed): void {
    if (by === 'here') {
      const updates = rows.map((row) => row.update);
      this.parts.exchange?.tell(this.document, { kind: 'rows', first: rows[0]!.seq, updates });
    }
    const told: UpdatesMessage = {
      document: this.document,
      from: rows[0]!.seq,
      to: rows.at(-1)!.seq,
      update,
    };
    this.parts.broadcast.toDocument(this.document, notices.updates, told);
    if (by === 'here') this.parts.meter.told(rows.length, after);
    this.snapshots.note(rows, by);
    // What follows from rows of another process is that process's work.
    if (by === 'elsewhere') return;
    this.parts.onCommitted(this.document);
  }

  private async grant(peer: Peer, wanted: number): Promise<readonly number[]> {
    if (wanted === 0) return [];
    const { personId, organisationId } = peer.actor;
    const count = Math.min(wanted, limits.clientIdsPerJoin);
    const granted = await this.parts.store.grantClientIds(this.document, { personId, organisationId }, count);
    granted.forEach((id) => this.owners.set(id, { personId, organisationId }));
    return granted;
  }

  /**
   * SYNC-16: words are recorded for the organisation that their client id was given for, also when they come later, as
   * from a device that was offline, as long as the person acts for it. A deletion alone has no id, and is done for the
   * one that the person speaks for now.
   */
  private async authorOf(actor: Actor, client: number | undefined): Promise<Author> {
    const { personId, organisationId: now } = actor;
    const then = client === undefined ? now : (this.owners.get(client)?.organisationId ?? null);
    const stands = then === now || then === null || (await this.actsFor(actor, then));
    return { personId, organisationId: stands ? then : now };
  }

  private actsFor(actor: Actor, organisationId: OrganisationId): Promise<boolean> {
    return this.parts.kind.access
      .actsFor(actor, organisationId)
      .catch(() => refuse('document.not-saved', { reason: 'database' }));
  }

  private ownsAll(clientIds: readonly number[], personId: PersonId): boolean {
    return clientIds.every((client) => this.owners.get(client)?.personId === personId);
  }

  /** SYNC-12: every struct under an id that was given to this person for this document. */
  private async checkOwners(clientIds: readonly number[], personId: PersonId): Promise<void> {
    const unknown = clientIds.filter((client) => !this.owners.has(client));
    if (unknown.length > 0) {
      const owners = await this.parts.store
        .ownersOf(this.document, unknown)
        .catch(() => refuse('document.not-saved', { reason: 'database' }));
      owners.forEach((owner, client) => this.owners.set(client, owner));
    }
    for (const client of clientIds) {
      if (this.owners.get(client)?.personId !== personId) refuse('document.foreign-client');
    }
  }

  /** TXT-5: looks up who deleted what is written anew, where that is not remembered. */
  private async recall(personId: PersonId, outline: UpdateOutline): Promise<void> {
    await recallDeletions(this.parts.store, this.document, personId, outline, this.replica).catch(() =>
      refuse('document.not-saved', { reason: 'database' }),
    );
  }

  /** What a client lacks (SYNC-43). */
  private lackedBy(stateVector: Uint8Array): Pick<JoinAnswer, 'seq' | 'update' | 'stateVector'> {
    const seq = this.journal.lastSeq;
    decoded(stateVector);
    return {
      seq,
      update: this.differences.for(stateVector, seq),
      stateVector: this.differences.ownVector(seq),
    };
  }
}

/** SYNC-16: who speaks for another organisation than the copy was written for gets an id to write under for it. */
const wantedBy = ({ actor }: Peer, { clientIds, writesFor }: JoinRequest): number =>
  writesFor === undefined || writesFor === actor.organisationId ? clientIds : Math.max(1, clientIds);

/** SYNC-4: one missing row would leave all later ones waiting in Yjs, without an error. */
function refuseHoles({ snapshot, rows, seq, floor }: StoredDocument): void {
  const first = snapshot?.seq ?? Math.max(0, floor - 1);
  const dense = rows.every((row, index) => row.seq === first + index + 1);
  if (!dense || first + rows.length !== seq) refuse('document.unreadable');
}

function decoded(stateVector: Uint8Array): Map<number, number> {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    return refuse('message.invalid', { field: 'stateVector' });
  }
}

const sameStates = (one: Map<number, number>, other: Map<number, number>): boolean =>
  one.size === other.size && [...one].every(([client, clock]) => other.get(client) === clock);
