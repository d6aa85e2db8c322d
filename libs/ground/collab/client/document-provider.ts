import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  requests,
  type Cursor,
  type JoinAnswer,
  type Presence,
  type PresenceMessage,
  type UpdatesMessage,
} from '@plenary/ground/collab/protocol';
import { covers, type Right } from '@plenary/ground/kernel';
import { Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import { rootsOf, textModel } from '@plenary/ground/text';
import { ClientIds } from './client-ids.js';
import { CursorSender } from './cursor-sender.js';
import type { Looked } from './document-store.js';
import { LocalCopy } from './local-copy.js';
import { Membership, type MembershipHost } from './membership.js';
import { MemoryStore } from './memory-store.js';
import { OtherPages } from './other-pages.js';
import type { OpenOptions } from './open-options.js';
import type { Waiting } from './outbox.js';
import { PresenceMirror } from './presence-mirror.js';
import type { ProviderStatus } from './provider-status.js';
import { ReplicaCheck } from './replica-check.js';
import { Sender, type SenderHost } from './sender.js';
import { SentEdits } from './sent-edits.js';
import { shown, StatusBoard } from './status-board.js';
import { broughtBy, type Brought } from './typed-words.js';
import { wordsOf } from './words.js';

/** Milliseconds after which it is written down again that the copy is in step. */
const stampEvery = 30_000;

/** Calls when the browser takes the page away; it may come back as it was. */
function onPageHidden(call: () => void): () => void {
  globalThis.addEventListener?.('pagehide', call);
  return () => globalThis.removeEventListener?.('pagehide', call);
}

function onPageShownAgain(call: () => void): () => void {
  const shown = ({ persisted }: PageTransitionEvent) => persisted && call();
  globalThis.addEventListener?.('pageshow', shown);
  return () => globalThis.removeEventListener?.('pageshow', shown);
}

/** The documents of a line, as one of them sees them. */
export interface OpenDocuments {
  onClosed(): void;
  /** This document was opened on the line again meanwhile. */
  isOpen(): boolean;
}

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
  private readonly sent: SentEdits;
  private readonly cursor: CursorSender;
  private readonly check: ReplicaCheck;
  private readonly membership: Membership;
  private readonly others: OtherPages;
  private readonly ids: ClientIds;
  private readonly board: StatusBoard;
  private readonly offs: (() => void)[];
  private epoch: number | null = null;
  /** The organisation for which the ids of this copy were given; undefined where that is not known. */
  private writesFor: string | null | undefined;
  /** The copy on this device has been read. Nobody is asked before: its answer would be overtaken by the copy. */
  private hasCopy = false;
  /** Why words were put aside that this device still keeps for their author; they are not among the pending edits. */
  private putAside: string | null = null;
  /** Edits made before there was an id to write under. */
  private strays: Uint8Array[] = [];
  /** How often words of this document stand aside on this device. */
  private asideOnDevice = 0;
  /** When the copy was last known to be in step, by the device's clock; null when that is not known. */
  private copyOf: number | null = null;
  private stampedAt = -Infinity;

  constructor(
    private readonly connection: PlenaryConnection,
    readonly document: string,
    private readonly options: OpenOptions,
    private readonly documents: OpenDocuments,
  ) {
    const { watch } = connection;
    this.board = new StatusBoard(() => ({
      pending: this.sender.outbox.count,
      late: this.sender.isLate,
      isKeeping: this.copy.isKeeping,
      hasId: this.ids.current !== null,
    }));
    this.copy = new LocalCopy(document, options.store ?? new MemoryStore(), watch, () =>
      this.board.publish(),
    );
    this.sender = new Sender(this.senderHost());
    this.sent = new SentEdits(watch, (edits) => this.noteSent(edits));
    this.cursor = new CursorSender(watch, (cursor) => this.tellCursor(cursor));
    this.check = new ReplicaCheck(connection, document, {
      doc: () => this.doc,
      isInStep: () => this.membership.joined && this.sender.outbox.isEmpty,
      onDiverged: () => this.setAside('document.resync'),
    });
    this.membership = new Membership(connection, document, this.membershipHost());
    this.others = new OtherPages(this.copy, watch, {
      isAway: () => !this.hasCopy || this.board.ended !== null,
      onFound: (found) => this.takeFromDevice(found),
      onAnew: () => this.followAnew(),
    });
    this.ids = new ClientIds(
      document,
      () => this.copy.store,
      (id) => {
        this.doc.clientID = id;
        this.presence.moveTo(id);
      },
    );
    this.presence = this.listenTo(this.doc);
    this.offs = [
      connection.onLine(
        () => this.onUp(),
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

  /** Number of the last row of the journal that is in the text; 0 until it was joined. */
  get seq(): number {
    return this.membership.seq;
  }

  get status(): ProviderStatus {
    return this.board.current;
  }

  /** Calls after every change of `status`, `people` or `generation`. */
  subscribe(listener: () => void): () => void {
    return this.board.subscribe(listener);
  }

  /** Reads the copy on this device. Called once, by `openDocument`. */
  async load(): Promise<void> {
    const { facts, updates, aside } = await this.copy.load(this.doc, this.copy);
    const isReadable = facts?.model === textModel;
    this.epoch = isReadable ? facts.epoch : null;
    this.writesFor = isReadable ? facts.writesFor : undefined;
    for (const { key, update, pending } of updates) if (pending) this.sender.add(update, key);
    await this.ids.takeSpare();
    const reloadNeeded = facts !== null && (!isReadable || facts.schema > this.options.schema);
    const { refusal, damaged } = shown(aside);
    this.putAside = refusal?.code ?? null;
    this.asideOnDevice = aside.length;
    this.copyOf = facts?.at ?? null;
    this.board.publish({
      loaded: isReadable,
      copyOf: this.copyOf,
      right: facts?.right ?? null,
      reloadNeeded,
      ...{ refusal, damaged },
    });
    this.hasCopy = true;
    if (!this.board.ended) {
      this.others.listen();
      this.offs.push(
        onPageHidden(() => this.rest()),
        onPageShownAgain(() => void this.wakeUp()),
      );
    }
    if (this.connection.isUp) void this.membership.join();
    else this.board.publish({ connection: this.connection.hasEnded ? 'offline' : 'connecting' });
  }

  /** Resolves once the server's text is in. Rejects with a `Refusal` when the document is closed to this person. */
  synced(): Promise<void> {
    return this.board.until(() => this.membership.joined);
  }

  /**
   * Resolves once the server has committed every edit made so far. Rejects with a `Refusal` when it will not; so also
   * while words are shown that an earlier opening had to put aside.
   */
  saved(): Promise<void> {
    if (this.putAside) return Promise.reject(new Refusal(this.putAside, {}));
    const { outbox } = this.sender;
    const newest = outbox.newest;
    return this.board.until(() => this.strays.length === 0 && (outbox.oldest?.order ?? Infinity) > newest);
  }

  /** The words that the server does not have. */
  unsentText(): string {
    return wordsOf(this.unsent(), this.doc);
  }

  /** Of which characters they are, by client id. */
  unsentCharacters(): Brought {
    return broughtBy(this.unsent());
  }

  /** The author has seen the refused words, or the damaged copy, and has what they want of them. */
  forgetRefusal(): void {
    void this.copy.store.dropAside(this.document).catch(() => undefined);
    this.putAside = null;
    this.asideOnDevice = 0;
    this.board.publish({ refusal: null, damaged: null });
  }

  /** The author has what they want of the words that cannot be sent: these leave the text and the device. */
  async putAway(): Promise<void> {
    const edits = this.sender.clear();
    await this.startAnew(() => this.copy.startAnew(edits, null));
    await this.membership.join();
  }

  close(): void {
    if (this.board.ended === 'document.closed') return;
    this.end('document.closed');
    this.offs.forEach((off) => off());
    this.putIdBack();
    [this.sender, this.cursor, this.check, this.membership, this.others].forEach((part) => part.close());
    this.connection.tell(requests.leave, { document: this.document });
    this.documents.onClosed();
    this.presence.destroy();
    void this.sent.note().finally(() => this.copy.close());
  }

  // What the server says; called by the connection.

  onUpdates(message: UpdatesMessage): void {
    this.membership.onUpdates(message);
  }

  onPresence(message: PresenceMessage): void {
    this.membership.onPresence(message);
  }

  onRight(right: Right): void {
    this.board.publish({ right });
    this.keepFacts();
    // A right to edit comes with an id to write under.
    if (covers(right, 'edit') && this.ids.current === null) void this.membership.rejoin();
    this.sender.wake();
  }

  onClosed(code: string): void {
    if (code === 'document.going-away') this.membership.joinLater();
    else this.shut(code);
  }

  // What other pages of this device do with the same document.

  private takeFromDevice({ updates, pending, upTo, aside }: Looked): void {
    const { outbox } = this.sender;
    for (const { key, update, pending: isPending } of updates) {
      this.apply(update, this.copy);
      if (isPending) this.sender.addOfOther(update, key);
    }
    const unsent = new Set(pending);
    const sent = outbox.all().filter(({ key }) => key !== null && key <= upTo && !unsent.has(key));
    outbox.forget(sent);
    if (updates.length + sent.length === 0 && aside.length === this.asideOnDevice) return;
    const isOtherwise = aside.length !== this.asideOnDevice;
    this.asideOnDevice = aside.length;
    if (aside.length === 0) this.putAside = null;
    this.board.publish(isOtherwise ? shown(aside) : {});
  }

  /** Another page put words aside that this one has in its text: it begins anew, too, with what is left to send. */
  private async followAnew(): Promise<void> {
    if (!this.hasCopy || this.board.ended || this.status.closed) return;
    this.sender.clear();
    await this.startAnew(async () => {
      const left = (await this.copy.beginAnew()).map(({ update }) => update);
      const text = wordsOf(left);
      if (left.length > 0) this.board.refuse({ code: 'document.resync', text, updates: left });
    });
    await this.others.look();
    await this.membership.join();
  }

  /** A page that the browser sets to rest or ends: who opens the document next may need the id. */
  private rest(): void {
    void this.sent.note();
    this.putIdBack();
    this.board.publish();
  }

  private async wakeUp(): Promise<void> {
    if (this.ids.current === null) await this.ids.takeSpare();
    this.board.publish();
  }

  private putIdBack(): void {
    const { doc } = this;
    this.ids.putBack((id) => Y.getState(doc.store, id) > 0);
  }

  private unsent(): readonly Uint8Array[] {
    return [...this.strays, ...this.sender.outbox.all().map((each) => each.update)];
  }

  private onUp(): void {
    if (this.hasCopy) void this.membership.join();
  }

  private onDown(): void {
    if (this.membership.joined) this.stamp();
    this.membership.out();
    this.presence.empty();
    this.board.publish({ connection: 'offline', copyOf: this.copyOf });
  }

  /** The copy is in step with the server at this moment. */
  private stamp(): void {
    this.copyOf = Date.now();
    this.stampedAt = this.connection.watch.elapsed();
    this.keepFacts();
  }

  private stampNowAndThen(): void {
    if (this.connection.watch.elapsed() - this.stampedAt >= stampEvery) this.stamp();
  }

  private keepFacts(): void {
    const { epoch, copyOf, status } = this;
    if (epoch === null || status.right === null || status.closed) return;
    const { schema } = this.options;
    const at = copyOf === null ? {} : { at: copyOf };
    const forWhom = this.writesFor === undefined ? {} : { writesFor: this.writesFor };
    void this.copy.setFacts({ epoch, schema, model: textModel, right: status.right, ...at, ...forWhom });
  }

  private listenTo(doc: Y.Doc): PresenceMirror {
    rootsOf(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (doc !== this.doc || origin === this.copy) return;
      this.check.postpone();
      if (origin === this) this.onRemote(update);
      else this.onEdit(update);
    });
    return new PresenceMirror(doc, (cursor) => this.cursor.move(cursor));
  }

  private onRemote(update: Uint8Array): void {
    this.copy.addRemote(update);
    if (this.membership.joined) this.stampNowAndThen();
  }

  private onEdit(update: Uint8Array): void {
    if (this.doc.clientID !== this.ids.current) return this.onStray(update);
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

  /** Takes words of others in. A listener that fails, such as an editor's binding, does not keep them out. */
  private apply(update: Uint8Array, origin: unknown): void {
    try {
      Y.applyUpdate(this.doc, update, origin);
    } catch {
      this.redraws++;
      this.board.touch();
    }
  }

  private membershipHost(): MembershipHost {
    return {
      request: async () => ({
        clientIds: await this.ids.wanted(),
        epoch: this.epoch,
        schema: this.options.schema,
        stateVector: Y.encodeStateVector(this.doc),
        ...(this.writesFor === undefined ? {} : { writesFor: this.writesFor }),
      }),
      generation: () => this.generation,
      isOver: () => this.board.ended !== null || this.status.closed !== null,
      onJoining: () => this.board.publish({ connection: 'connecting' }),
      onJoined: (answer) => this.onJoined(answer),
      onUpdate: (update) => this.apply(update, this),
      onPresence: (message) => {
        this.presence.change(message);
        this.board.touch();
      },
      onInStep: () => {
        this.cursor.repeat();
        this.sender.joined();
        void this.others.look();
      },
      onNoAnswer: () => {
        this.connection.restart();
        this.board.publish({ connection: 'offline' });
      },
      onTooLate: () => {
        if (!this.documents.isOpen()) this.connection.tell(requests.leave, { document: this.document });
      },
      onOutdated: () => this.board.publish({ reloadNeeded: true }),
      onRefused: async (code) => {
        if (code === 'document.epoch-changed') await this.setAside(code);
        else this.shut(code);
      },
    };
  }

  private onJoined(answer: JoinAnswer): void {
    const { epoch, schema, right, update, presenceId, presence } = answer;
    this.epoch = epoch;
    this.takeIds(answer);
    this.apply(update, this);
    this.presence.reset(presenceId, presence);
    const reloadNeeded = schema !== this.options.schema;
    this.board.publish({ connection: 'online', right, reloadNeeded, loaded: true });
    this.stamp();
  }

  private takeIds({ clientIds, organisationId }: JoinAnswer): void {
    const isAnother = this.writesFor !== undefined && this.writesFor !== organisationId;
    // Who may not write gets none, and keeps none that would write for another one later.
    if (isAnother && clientIds.length > 0) void this.ids.renew(clientIds);
    else this.ids.take(clientIds);
    if (!isAnother || clientIds.length > 0) this.writesFor = organisationId;
  }

  // Starting anew.

  /**
   * SYNC-15: these words will not be taken. They are put aside and shown to their author, and the document starts
   * anew from the server's text, so that nobody goes on writing on top of what only this device has.
   */
  private async setAside(code: string): Promise<void> {
    if (this.board.ended) return;
    const text = this.unsentText();
    const edits = this.sender.outbox.all();
    const updates = edits.map((edit) => edit.update);
    const words = edits.length > 0 ? { code, text, updates } : null;
    if (words) this.board.refuse(words);
    this.sender.clear();
    await this.startAnew(() => this.copy.startAnew(edits, words && { document: this.document, ...words }));
    await this.membership.join();
  }

  private async startAnew(forget: () => Promise<void>): Promise<void> {
    this.membership.out();
    this.epoch = null;
    this.ids.forget();
    this.strays = [];
    const before = { doc: this.doc, presence: this.presence };
    this.doc = new Y.Doc();
    this.presence = this.listenTo(this.doc);
    this.generation++;
    this.board.publish({ loaded: false });
    this.board.touch();
    before.presence.destroy();
    before.doc.destroy();
    await this.sent.note();
    await forget();
  }

  /** The door is closed: the text leaves the device, the unsent words stay with their author. */
  private shut(code: string): void {
    this.membership.out();
    this.presence.empty();
    void this.sent.note().finally(() => this.copy.removeAcknowledged());
    this.board.publish({ closed: code, right: 'none' });
  }

  private end(code: string): void {
    this.membership.out();
    this.board.end(code);
  }

  private async noteSent(edits: readonly Waiting[]): Promise<void> {
    await this.copy.acknowledge(edits, this.doc);
    // "Saved" is said of the device: another page may have left something to send.
    if (this.sender.outbox.isEmpty) await this.others.look();
  }

  private tellCursor(cursor: Cursor | null): void {
    const clientId = this.ids.current;
    if (!this.membership.joined || clientId === null) return;
    const { document } = this;
    this.connection.tell(requests.cursor, { document, clientId, cursor });
  }

  private senderHost(): SenderHost {
    const { connection, document } = this;
    return {
      document,
      watch: connection.watch,
      epoch: () => this.epoch,
      maySend: () => {
        const { right, reloadNeeded, closed } = this.status;
        const mayWrite = right !== null && covers(right, 'edit') && !closed && !reloadNeeded;
        return this.membership.joined && !this.board.ended && mayWrite;
      },
      ask: (name, message) => connection.ask(name, message),
      rejoin: () => this.membership.rejoin(),
      restartLine: () => connection.restart(),
      onSent: (edits) => {
        this.sent.add(edits);
        this.stampNowAndThen();
        this.board.publish();
      },
      onRefused: ({ code }) => this.setAside(code),
      onChange: () => this.board.publish(),
    };
  }
}
