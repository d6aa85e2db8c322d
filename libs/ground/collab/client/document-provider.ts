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
import type { DocumentStore } from './document-store.js';
import { Emitter } from './emitter.js';
import { LocalCopy } from './local-copy.js';
import { MemoryStore } from './memory-store.js';
import { Outbox, type Batch } from './outbox.js';
import { wordsOf } from './plain-text.js';
import type { PlenaryConnection } from './plenary-connection.js';
import { PresenceMirror } from './presence-mirror.js';
import { firstStatus, type ProviderStatus } from './provider-status.js';
import { NoAnswer, Refusal } from './refusal.js';
import { fromWire, toWire } from './wire.js';

export interface OpenOptions {
  /** Version of the document schema that the caller writes. */
  readonly schema: number;
  /** Name of the root that the text stands in. */
  readonly root: string;
  /** Where the copy on this device is kept; in memory by default. */
  readonly store?: DocumentStore;
}

/** After so long without an acknowledgement an edit is "not saved yet". Milliseconds. */
const lateAfter = 3_000;
const cursorEvery = 100;
const verifyAfter = 30_000;
/** Client ids kept for opening the document without a network. */
const spareIds = 4;
/** The same batch refused so often as out of step is given up on and shown to its author. */
const mostResyncs = 4;

/** Codes after which the same words will never be taken. */
const neverTaken = new Set([
  'document.schema-violation',
  'document.foreign-client',
  'document.malformed',
  'document.too-large',
  'document.epoch-changed',
]);

/**
 * One document, kept in step with the server: a Y.Doc to edit, presence, and the truth about what is saved.
 * Edits go to the device first and to the server when there is a line; they are re-offered until acknowledged.
 */
export class DocumentProvider {
  doc: Y.Doc = new Y.Doc();
  /** Raised when `doc` was replaced by a new one: whoever holds it must take the new one. */
  generation = 0;
  private current: ProviderStatus = firstStatus;
  private presence: PresenceMirror;
  private readonly copy: LocalCopy;
  private readonly outbox = new Outbox();
  private readonly changes = new Emitter<{ change: void }>();
  private readonly off: () => void;
  private epoch: number | null = null;
  private clientId: number | null = null;
  private lastSeq = 0;
  private joined = false;
  private joining = false;
  private pushing = false;
  private resyncs = 0;
  private failures = 0;
  private keepsAll = true;
  private unstored = 0;
  private oldestAt: number | null = null;
  private isClosed = false;
  private cursor: Cursor | null = null;
  private cancelCursor: (() => void) | null = null;
  private cancelVerify: (() => void) | null = null;
  private cancelRetry: (() => void) | null = null;

  constructor(
    private readonly connection: PlenaryConnection,
    readonly document: string,
    private readonly options: OpenOptions,
  ) {
    this.copy = new LocalCopy(document, options.store ?? new MemoryStore());
    this.presence = this.listenTo(this.doc);
    this.off = connection.onLine(
      () => this.onUp(),
      () => this.onDown(),
    );
  }

  get awareness(): Awareness {
    return this.presence.awareness;
  }

  /** Everybody in the document, this socket included. */
  get people(): readonly Presence[] {
    return this.presence.people;
  }

  get status(): ProviderStatus {
    return this.current;
  }

  /** Calls after every change of `status`, `people` or `generation`. */
  subscribe(listener: () => void): () => void {
    return this.changes.on('change', listener);
  }

  /** Reads the copy on this device. Called once, by `PlenaryConnection.open`. */
  async load(): Promise<void> {
    const loaded = await this.copy.load(this.doc, this);
    this.epoch = loaded.facts?.epoch ?? null;
    for (const { key, update } of loaded.pending) this.outbox.add(update, key);
    this.noteOldest();
    await this.takeSpareId();
    this.publish({ loaded: loaded.facts !== null, damaged: loaded.damaged });
    if (this.connection.isUp) void this.join();
    else this.publish({ connection: this.connection.hasEnded ? 'offline' : 'connecting' });
  }

  /** Resolves once the server's text is in. Rejects with a `Refusal` when the document is closed to this person. */
  synced(): Promise<void> {
    return this.until(() => this.joined);
  }

  /** Resolves once the server has committed every edit made so far. Rejects with a `Refusal` when it will not. */
  saved(): Promise<void> {
    return this.until(() => this.joined && this.outbox.isEmpty);
  }

  /** The words that the server does not have. */
  unsentText(): string {
    return wordsOf(this.outbox.all().map((each) => each.update));
  }

  /** The author has seen the refused words. */
  forgetRefusal(): void {
    this.publish({ refusal: null, damaged: null });
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.off();
    [this.cancelCursor, this.cancelVerify, this.cancelRetry].forEach((cancel) => cancel?.());
    this.connection.tell(requests.leave, { document: this.document });
    this.connection.forget(this.document);
    this.presence.destroy();
    void this.copy.flush();
    this.changes.emit('change', undefined);
  }

  // What the server says; called by the connection.

  onUpdates(message: UpdatesMessage): void {
    if (!this.joined) return;
    // SYNC-30: a number is missing, so words are missing: ask for the difference.
    if (message.from > this.lastSeq + 1) return void this.rejoin();
    this.applyRemote(fromWire(message.update));
    this.lastSeq = Math.max(this.lastSeq, message.to);
  }

  onPresence(message: PresenceMessage): void {
    if (!this.joined) return;
    this.presence.change(message);
    this.changes.emit('change', undefined);
  }

  onRight(right: Right): void {
    this.publish({ right });
    if (covers(right, 'edit')) void this.push();
  }

  onClosed(code: string): void {
    if (code === 'document.going-away') {
      this.joined = false;
      this.retry(() => this.join());
    } else this.shut(code);
  }

  private onUp(): void {
    void this.join();
  }

  private onDown(): void {
    this.joined = false;
    this.presence.empty();
    this.publish({ connection: 'offline' });
  }

  private listenTo(doc: Y.Doc): PresenceMirror {
    doc.getXmlFragment(this.options.root);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && doc === this.doc) this.onEdit(update);
    });
    return new PresenceMirror(doc, (cursor) => this.moveCursor(cursor));
  }

  private onEdit(update: Uint8Array): void {
    const waiting = this.outbox.add(update);
    this.unstored++;
    void this.copy.addPending(update).then((key) => {
      this.unstored--;
      if (key === null) this.keepsAll = false;
      waiting.key = key;
      // Acknowledged before it was written down: it is pending no more.
      if (key !== null && !this.outbox.all().includes(waiting)) void this.copy.acknowledge([key], this.doc);
      this.publish({});
    });
    this.noteOldest();
    this.waitForQuiet();
    this.publish({});
    void this.push();
  }

  private applyRemote(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this);
    this.copy.addRemote(update);
    this.waitForQuiet();
  }

  // Joining.

  private async join(): Promise<JoinAnswer | null> {
    if (this.joining || this.joined || this.isClosed || this.current.closed) return null;
    this.joining = true;
    this.publish({ connection: 'connecting' });
    try {
      const answer = await this.connection.ask<JoinAnswer>(requests.join, {
        document: this.document,
        schema: this.options.schema,
        epoch: this.epoch,
        stateVector: toWire(Y.encodeStateVector(this.doc)),
        clientIds: await this.idsWanted(),
      });
      await this.enter(answer);
      return answer;
    } catch (reason) {
      await this.onJoinFailed(reason);
      return null;
    } finally {
      this.joining = false;
      if (this.joined) void this.push();
    }
  }

  private async rejoin(): Promise<JoinAnswer | null> {
    this.joined = false;
    return this.join();
  }

  private async enter(answer: JoinAnswer): Promise<void> {
    if (this.isClosed) return;
    await this.takeIds(answer.clientIds);
    this.epoch = answer.epoch;
    this.lastSeq = answer.seq;
    this.failures = 0;
    this.applyRemote(fromWire(answer.update));
    void this.copy.setFacts({ epoch: answer.epoch, schema: answer.schema });
    this.presence.reset(answer.presenceId, answer.presence);
    this.joined = true;
    const reloadNeeded = answer.schema !== this.options.schema;
    this.publish({ connection: 'online', right: answer.right, reloadNeeded, loaded: true });
    this.sendCursor();
  }

  private async onJoinFailed(reason: unknown): Promise<void> {
    if (reason instanceof NoAnswer) {
      this.connection.restart();
      this.publish({ connection: 'offline' });
    } else if (reason instanceof Refusal && reason.code === 'document.epoch-changed') {
      await this.setAside(reason.code);
    } else if (reason instanceof Refusal && reason.code === 'document.not-found') this.shut(reason.code);
    else this.retry(() => this.join(), reason instanceof Refusal ? reason : undefined);
  }

  private async idsWanted(): Promise<number> {
    const { store } = this.copy;
    const spare = store.kept ? await store.countSpareIds(this.document).catch(() => spareIds) : spareIds;
    return (this.clientId === null ? 1 : 0) + Math.max(0, spareIds - spare);
  }

  private async takeIds(ids: readonly number[]): Promise<void> {
    const rest = [...ids];
    if (this.clientId === null && rest.length > 0) this.useId(rest.shift()!);
    if (rest.length > 0) await this.copy.store.addSpareIds(this.document, rest).catch(() => undefined);
  }

  /** SYNC-12: written without a network, under an id that was given to this person before. */
  private async takeSpareId(): Promise<void> {
    const id = await this.copy.store.takeSpareId(this.document).catch(() => null);
    if (id !== null) this.useId(id);
  }

  private useId(id: number): void {
    this.clientId = id;
    const { awareness } = this.presence;
    const state = awareness.getLocalState();
    awareness.states.delete(awareness.clientID);
    this.doc.clientID = id;
    awareness.clientID = id;
    awareness.setLocalState(state ?? {});
  }

  // Sending.

  private async push(): Promise<void> {
    if (this.pushing || !this.mayPush()) return;
    this.pushing = true;
    try {
      for (let batch = this.outbox.next(); batch && this.mayPush(); batch = this.outbox.next()) {
        if (!(await this.offer(batch))) return;
      }
    } finally {
      this.pushing = false;
      this.publish({});
    }
  }

  private mayPush(): boolean {
    const { right, reloadNeeded, closed } = this.current;
    return (
      this.joined && !this.isClosed && !closed && !reloadNeeded && right !== null && covers(right, 'edit')
    );
  }

  /** Offers a batch; false when sending has to stop for now. */
  private async offer(batch: Batch): Promise<boolean> {
    try {
      await this.connection.ask(requests.push, {
        document: this.document,
        epoch: this.epoch,
        update: toWire(batch.update),
      });
    } catch (reason) {
      return this.onPushFailed(reason);
    }
    this.resyncs = 0;
    this.failures = 0;
    const keys = this.outbox.acknowledge(batch);
    this.oldestAt = this.outbox.isEmpty ? null : this.connection.clock.now();
    void this.copy.acknowledge(keys, this.doc);
    this.publish({});
    return true;
  }

  private async onPushFailed(reason: unknown): Promise<boolean> {
    if (!(reason instanceof Refusal)) {
      // No answer although the line seems up: it is dead, or the server is. A new line asks anew.
      this.connection.restart();
      return false;
    }
    if (reason.code === 'document.resync' && ++this.resyncs <= mostResyncs) return this.resync();
    if (neverTaken.has(reason.code) || reason.code === 'document.resync') {
      await this.setAside(reason.code);
      return false;
    }
    if (reason.code === 'document.schema-outdated') this.publish({ reloadNeeded: true });
    else if (reason.code === 'document.forbidden') this.publish({ right: 'read' });
    else if (reason.code === 'document.not-found') this.shut(reason.code);
    else this.retry(() => this.push(), reason);
    return false;
  }

  /** Out of step: takes what is lacking, and offers what the server then still lacks. */
  private async resync(): Promise<boolean> {
    const answer = await this.rejoin();
    if (!answer) return false;
    this.outbox.reduce(fromWire(answer.stateVector));
    return true;
  }

  private retry(again: () => unknown, refusal?: Refusal): void {
    this.failures = Math.min(this.failures + 1, 5);
    const asked = Number(refusal?.params['retryAfterMs'] ?? 0);
    const wait = Math.max(asked, 250 * 2 ** this.failures * (0.75 + Math.random() / 2));
    this.cancelRetry?.();
    this.cancelRetry = this.connection.clock.after(wait, () => void again());
  }

  /**
   * SYNC-15: these words will not be taken. They are shown to their author, and the document starts anew from the
   * server's text, so that nobody goes on writing on top of what only this device has.
   */
  private async setAside(code: string): Promise<void> {
    const text = this.unsentText();
    this.outbox.clear();
    this.oldestAt = null;
    await this.startAnew();
    this.publish({ refusal: { code, text } });
    await this.join();
  }

  private async startAnew(): Promise<void> {
    this.joined = false;
    this.joining = false;
    this.epoch = null;
    this.clientId = null;
    this.resyncs = 0;
    await this.copy.remove();
    const before = { doc: this.doc, presence: this.presence };
    this.doc = new Y.Doc();
    this.presence = this.listenTo(this.doc);
    this.generation++;
    before.presence.destroy();
    before.doc.destroy();
  }

  /** The door is closed: the text leaves the device, the unsent words stay with their author. */
  private shut(code: string): void {
    this.joined = false;
    this.presence.empty();
    void this.copy.removeAcknowledged();
    this.publish({ closed: code, right: 'none' });
  }

  // Presence and comparison.

  private moveCursor(cursor: Cursor | null): void {
    this.cursor = cursor;
    this.cancelCursor ??= this.connection.clock.after(cursorEvery, () => {
      this.cancelCursor = null;
      this.sendCursor();
    });
  }

  private sendCursor(): void {
    if (!this.joined || this.clientId === null) return;
    const { document, clientId, cursor } = this;
    this.connection.tell(requests.cursor, { document, clientId, cursor });
  }

  private waitForQuiet(): void {
    this.cancelVerify?.();
    this.cancelVerify = this.connection.clock.after(verifyAfter, () => void this.verify());
  }

  /** Replicas that exchanged everything must be equal; if they ever are not, the server's text is taken. */
  private async verify(): Promise<void> {
    if (!this.joined || !this.outbox.isEmpty) return;
    const stateVector = toWire(Y.encodeStateVector(this.doc));
    const hash = await textHash(this.doc.getXmlFragment(this.options.root).toString());
    try {
      await this.connection.ask(requests.verify, { document: this.document, stateVector, hash });
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.code !== 'document.resync' || !this.outbox.isEmpty) return;
      await this.startAnew();
      await this.join();
    }
  }

  // Status.

  private noteOldest(): void {
    if (this.oldestAt !== null || this.outbox.isEmpty) return;
    this.oldestAt = this.connection.clock.now();
    this.connection.clock.after(lateAfter, () => this.publish({}));
  }

  private publish(change: Partial<ProviderStatus>): void {
    if (this.isClosed) return;
    const { clock } = this.connection;
    const next = { ...this.current, ...change };
    const mayEdit = next.right === null ? next.loaded : covers(next.right, 'edit');
    const status: ProviderStatus = {
      ...next,
      pending: this.outbox.count,
      saving: this.savingOf(next),
      late: this.oldestAt !== null && clock.now() - this.oldestAt >= lateAfter,
      writable: this.clientId !== null && mayEdit && !next.closed && !next.reloadNeeded,
    };
    this.current = status;
    this.changes.emit('change', undefined);
  }

  private savingOf({ connection }: ProviderStatus): ProviderStatus['saving'] {
    if (this.outbox.isEmpty) return 'saved';
    const isKept = this.copy.store.kept && this.keepsAll && this.unstored === 0;
    if (connection === 'online') return 'sending';
    return isKept ? 'on-device' : 'not-kept';
  }

  private until(reached: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { closed, refusal } = this.current;
        const refused = closed ?? refusal?.code ?? (this.isClosed ? 'document.closed' : null);
        if (reached()) settle(resolve);
        else if (refused) settle(() => reject(new Refusal(refused, {})));
      };
      const off = this.subscribe(look);
      const settle = (end: () => void) => {
        off();
        end();
      };
      look();
    });
  }
}

/** The largest update that the server takes, in bytes. */
export const largestUpdate = limits.updateBytes;
