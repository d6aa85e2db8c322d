import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  limits,
  requests,
  textHash,
  type Cursor,
  type JoinAnswer,
  type Presence,
  type PresenceMessage,
  type UpdatesMessage,
} from '@plenary/ground/collab/protocol';
import { covers, type Right } from '@plenary/ground/kernel';
import { CursorSender } from './cursor-sender.js';
import type { DocumentStore } from './document-store.js';
import { LocalCopy } from './local-copy.js';
import { MemoryStore } from './memory-store.js';
import type { PlenaryConnection } from './plenary-connection.js';
import { PresenceMirror } from './presence-mirror.js';
import type { ProviderStatus } from './provider-status.js';
import { QuietCheck } from './quiet-check.js';
import { NoAnswer, Refusal } from './refusal.js';
import { Retry } from './retry.js';
import { Sender, type SenderHost } from './sender.js';
import { shown, StatusBoard } from './status-board.js';
import { fromWire, toWire } from './wire.js';
import { wordsOf } from './words.js';

export interface OpenOptions {
  /** Version of the document schema that the caller writes. */
  readonly schema: number;
  /** Name of the root that the text stands in. */
  readonly root: string;
  /** Where the copy on this device is kept; in memory by default. */
  readonly store?: DocumentStore;
}

/** Client ids kept for opening the document without a network. */
const spareIds = 4;

/**
 * One document, kept in step with the server: a Y.Doc to edit, presence, and the truth about what is saved.
 * Edits go to the device first and to the server when there is a line; they are re-offered until acknowledged.
 */
export class DocumentProvider {
  doc: Y.Doc = new Y.Doc();
  /** Raised when `doc` was replaced by a new one: whoever holds it must take the new one. */
  generation = 0;
  /** Raised when a listener of `doc` failed: an editor then draws the whole text anew. */
  redraws = 0;
  private presence: PresenceMirror;
  private readonly copy: LocalCopy;
  private readonly sender: Sender;
  private readonly cursor: CursorSender;
  private readonly quiet: QuietCheck;
  private readonly joinAgain: Retry;
  private readonly board: StatusBoard;
  private readonly offs: readonly (() => void)[];
  private epoch: number | null = null;
  private clientId: number | null = null;
  private lastSeq = 0;
  private joined = false;
  /** While a join is under way: what arrives meanwhile, to be taken after it. Null otherwise. */
  private early: UpdatesMessage[] | null = null;
  /** Edits made before there was an id to write under. */
  private strays: Uint8Array[] = [];

  constructor(
    private readonly connection: PlenaryConnection,
    readonly document: string,
    private readonly options: OpenOptions,
  ) {
    const { clock } = connection;
    this.board = new StatusBoard(() => ({
      pending: this.sender.outbox.count,
      late: this.sender.isLate,
      isKeeping: this.copy.isKeeping,
      hasId: this.clientId !== null,
    }));
    this.copy = new LocalCopy(document, options.store ?? new MemoryStore(), clock, () =>
      this.board.publish(),
    );
    this.sender = new Sender(this.senderHost());
    this.cursor = new CursorSender(clock, (cursor) => this.tellCursor(cursor));
    this.quiet = new QuietCheck(clock, () => void this.verify());
    this.joinAgain = new Retry(clock);
    this.presence = this.listenTo(this.doc);
    this.offs = [
      connection.onLine(
        () => void this.join(),
        () => this.onDown(),
      ),
      connection.onEnded(() => this.end('session.ended')),
    ];
  }

  get awareness(): Awareness {
    return this.presence.awareness;
  }

  /** Everybody in the document, this socket included. */
  get people(): readonly Presence[] {
    return this.presence.people;
  }

  get status(): ProviderStatus {
    return this.board.current;
  }

  /** Calls after every change of `status`, `people` or `generation`. */
  subscribe(listener: () => void): () => void {
    return this.board.subscribe(listener);
  }

  /** Reads the copy on this device. Called once, by `PlenaryConnection.open`. */
  async load(): Promise<void> {
    const { facts, updates, aside } = await this.copy.load(this.doc, this.copy);
    this.epoch = facts?.epoch ?? null;
    for (const { key, update, pending } of updates) if (pending) this.sender.add(update, key);
    // SYNC-12: written without a network, under an id that was given to this person before.
    const id = await this.copy.store.takeSpareId(this.document).catch(() => null);
    if (id !== null) this.useId(id);
    const reloadNeeded = facts !== null && facts.schema > this.options.schema;
    this.board.publish({
      loaded: facts !== null,
      right: facts?.right ?? null,
      reloadNeeded,
      ...shown(aside),
    });
    if (this.connection.isUp) void this.join();
    else this.board.publish({ connection: this.connection.hasEnded ? 'offline' : 'connecting' });
  }

  /** Resolves once the server's text is in. Rejects with a `Refusal` when the document is closed to this person. */
  synced(): Promise<void> {
    return this.board.until(() => this.joined);
  }

  /** Resolves once the server has committed every edit made so far. Rejects with a `Refusal` when it will not. */
  saved(): Promise<void> {
    const { outbox } = this.sender;
    const newest = outbox.newest;
    return this.board.until(() => this.strays.length === 0 && (outbox.oldest?.order ?? Infinity) > newest);
  }

  /** The words that the server does not have. */
  unsentText(): string {
    const updates = [...this.strays, ...this.sender.outbox.all().map((each) => each.update)];
    return wordsOf(updates, this.doc.getXmlFragment(this.options.root));
  }

  /** The author has seen the refused words, or the damaged copy, and has what they want of them. */
  forgetRefusal(): void {
    void this.copy.store.dropAside(this.document).catch(() => undefined);
    this.board.publish({ refusal: null, damaged: null });
  }

  close(): void {
    if (this.board.ended === 'document.closed') return;
    this.end('document.closed');
    this.offs.forEach((off) => off());
    [this.sender, this.cursor, this.quiet, this.joinAgain].forEach((part) => part.close());
    this.connection.tell(requests.leave, { document: this.document });
    this.connection.forget(this.document);
    this.presence.destroy();
    void this.copy.close();
  }

  // What the server says; called by the connection.

  onUpdates(message: UpdatesMessage): void {
    if (this.early) this.early.push(message);
    else if (this.joined) this.take(message);
  }

  onPresence(message: PresenceMessage): void {
    if (!this.joined) return;
    this.presence.change(message);
    this.board.touch();
  }

  onRight(right: Right): void {
    this.board.publish({ right });
    void this.copy.setFacts({ epoch: this.epoch!, schema: this.options.schema, right });
    // A right to edit comes with an id to write under.
    if (covers(right, 'edit') && this.clientId === null) void this.rejoin();
    this.sender.wake();
  }

  onClosed(code: string): void {
    this.joined = false;
    if (code === 'document.going-away') this.joinAgain.soon(() => void this.join());
    else this.shut(code);
  }

  private onDown(): void {
    this.joined = false;
    this.presence.empty();
    this.board.publish({ connection: 'offline' });
  }

  private listenTo(doc: Y.Doc): PresenceMirror {
    doc.getXmlFragment(this.options.root);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (doc !== this.doc || origin === this.copy) return;
      this.quiet.postpone();
      if (origin === this) this.copy.addRemote(update);
      else this.onEdit(update);
    });
    return new PresenceMirror(doc, (cursor) => this.cursor.move(cursor));
  }

  private onEdit(update: Uint8Array): void {
    if (this.clientId === null || this.doc.clientID !== this.clientId) return this.onStray(update);
    this.copy.addEdit(this.sender.add(update));
    this.board.publish();
    this.sender.wake();
  }

  /** Written although `status.writable` was false: it cannot be sent, and its author is told. */
  private onStray(update: Uint8Array): void {
    this.strays.push(update);
    const text = wordsOf(this.strays);
    if (text !== '') this.board.refuse({ code: 'document.forbidden', text, updates: [...this.strays] });
  }

  private take(message: UpdatesMessage): void {
    // SYNC-30: a number is missing, so words are missing: ask for the difference.
    if (message.from > this.lastSeq + 1) return void this.rejoin();
    Y.applyUpdate(this.doc, fromWire(message.update), this);
    this.lastSeq = Math.max(this.lastSeq, message.to);
  }

  // Joining.

  /** Answers the server's state vector, or null when joining has to wait. */
  private async join(): Promise<Uint8Array | null> {
    if (this.early || this.joined || this.board.ended || this.board.current.closed) return null;
    const early: UpdatesMessage[] = [];
    this.early = early;
    this.board.publish({ connection: 'connecting' });
    try {
      const clientIds = await this.idsWanted();
      const { document, doc, epoch } = this;
      const answer = await this.connection.ask<JoinAnswer>(requests.join, {
        ...{ document, epoch, clientIds, schema: this.options.schema },
        stateVector: toWire(Y.encodeStateVector(doc)),
      });
      this.early = null;
      if (doc !== this.doc) return await this.join();
      return this.enter(answer, early);
    } catch (reason) {
      this.early = null;
      await this.onJoinFailed(reason);
      return null;
    }
  }

  private rejoin(): Promise<Uint8Array | null> {
    this.joined = false;
    return this.join();
  }

  private enter(answer: JoinAnswer, early: readonly UpdatesMessage[]): Uint8Array | null {
    if (this.board.ended) return null;
    const { epoch, schema, right } = answer;
    this.epoch = epoch;
    this.lastSeq = answer.seq;
    this.joined = true;
    this.joinAgain.reset();
    this.takeIds(answer.clientIds);
    Y.applyUpdate(this.doc, fromWire(answer.update), this);
    this.presence.reset(answer.presenceId, answer.presence);
    void this.copy.setFacts({ epoch, schema, right });
    this.board.publish({
      connection: 'online',
      right,
      reloadNeeded: schema !== this.options.schema,
      loaded: true,
    });
    for (const message of early) if (message.to > answer.seq) this.take(message);
    this.cursor.repeat();
    this.sender.joined();
    return fromWire(answer.stateVector);
  }

  private async onJoinFailed(reason: unknown): Promise<void> {
    if (reason instanceof NoAnswer) {
      this.connection.restart();
      this.board.publish({ connection: 'offline' });
    } else if (!(reason instanceof Refusal)) throw reason;
    else if (reason.code === 'document.epoch-changed') await this.setAside(reason.code);
    else if (reason.code === 'document.not-found') this.shut(reason.code);
    else this.joinAgain.soon(() => void this.join(), Number(reason.params['retryAfterMs'] ?? 0));
  }

  private async idsWanted(): Promise<number> {
    const { store } = this.copy;
    const spare = store.kept ? await store.countSpareIds(this.document).catch(() => spareIds) : spareIds;
    return (this.clientId === null ? 1 : 0) + Math.max(0, spareIds - spare);
  }

  private takeIds([...ids]: readonly number[]): void {
    if (this.clientId === null && ids.length > 0) this.useId(ids.shift()!);
    if (ids.length > 0) void this.copy.store.addSpareIds(this.document, ids).catch(() => undefined);
  }

  private useId(id: number): void {
    this.clientId = id;
    this.doc.clientID = id;
    this.presence.moveTo(id);
  }

  // Starting anew.

  /**
   * SYNC-15: these words will not be taken. They are put aside and shown to their author, and the document starts
   * anew from the server's text, so that nobody goes on writing on top of what only this device has.
   */
  private async setAside(code: string): Promise<void> {
    const text = this.unsentText();
    const edits = this.sender.outbox.all();
    const updates = edits.map((edit) => edit.update);
    const words = edits.length > 0 ? { code, text, updates } : null;
    if (words) this.board.refuse(words);
    this.sender.clear();
    await this.startAnew(() => this.copy.startAnew(edits, words && { document: this.document, ...words }));
    await this.join();
  }

  private async startAnew(forget: () => Promise<void>): Promise<void> {
    this.joined = false;
    this.epoch = null;
    this.clientId = null;
    this.strays = [];
    const before = { doc: this.doc, presence: this.presence };
    this.doc = new Y.Doc();
    this.presence = this.listenTo(this.doc);
    this.generation++;
    this.board.publish({ loaded: false });
    before.presence.destroy();
    before.doc.destroy();
    await forget();
  }

  /** The door is closed: the text leaves the device, the unsent words stay with their author. */
  private shut(code: string): void {
    this.joined = false;
    this.presence.empty();
    void this.copy.removeAcknowledged();
    this.board.publish({ closed: code, right: 'none' });
  }

  private end(code: string): void {
    this.joined = false;
    this.board.end(code);
  }

  private tellCursor(cursor: Cursor | null): void {
    if (!this.joined || this.clientId === null) return;
    const { document, clientId } = this;
    this.connection.tell(requests.cursor, { document, clientId, cursor });
  }

  /** Replicas that exchanged everything must be equal; if they ever are not, the server's text is taken. */
  private async verify(): Promise<void> {
    if (!this.joined || !this.sender.outbox.isEmpty) return;
    const { document, doc } = this;
    const stateVector = toWire(Y.encodeStateVector(doc));
    const text = doc.getXmlFragment(this.options.root).toString();
    try {
      const hash = await textHash(text);
      await this.connection.ask(requests.verify, { document, stateVector, hash });
    } catch (reason) {
      const diverged = reason instanceof Refusal && reason.code === 'document.resync';
      if (diverged && doc === this.doc && !this.board.ended) await this.setAside('document.resync');
    }
  }

  private senderHost(): SenderHost {
    const { connection, document } = this;
    return {
      document,
      clock: connection.clock,
      epoch: () => this.epoch,
      maySend: () => {
        const { right, reloadNeeded, closed } = this.status;
        const mayWrite = right !== null && covers(right, 'edit') && !closed && !reloadNeeded;
        return this.joined && !this.board.ended && mayWrite;
      },
      ask: (name, message) => connection.ask(name, message),
      rejoin: () => this.rejoin(),
      restartLine: () => connection.restart(),
      onSent: (edits) => {
        void this.copy.acknowledge(edits, this.doc);
        this.board.publish();
      },
      onRefused: ({ code }) => this.setAside(code),
      onChange: () => this.board.publish(),
    };
  }
}

/** The largest update that the server takes, in bytes. */
export const largestUpdate = limits.updateBytes;
