import * as Y from 'yjs';
import type { Actor, Clock, Right } from '@plenary/ground/kernel';
import { systemClock } from '@plenary/ground/kernel';
import type { JoinAnswer, UpdatesMessage } from '@plenary/ground/collab/protocol';
import { pictureOf, textModel, type TextRules } from '@plenary/ground/text';
import { CollabEngine, MemoryDocStore, type Exchange, type Peer } from '../index.js';
import { FlatWriter, testRules } from './flat-writer.js';

export const document = 'text:00000000-0000-4000-8000-000000000001';

/** A store whose commits can be made to fail, before or after they were written. */
export class UnreliableStore extends MemoryDocStore {
  failing: 'no' | 'before' | 'after' = 'no';
  away = false;
  /** Milliseconds that a commit takes. */
  takes = 1;
  readonly commits: number[] = [];

  override async append(...args: Parameters<MemoryDocStore['append']>) {
    if (this.takes > 0) await new Promise((resolve) => setTimeout(resolve, this.takes));
    if (this.away || this.failing === 'before') throw new Error('the database is away');
    const answer = await super.append(...args);
    this.commits.push(args[2].length);
    if (this.failing === 'after') throw new Error('the line broke after the commit');
    return answer;
  }

  override async readAfter(...args: Parameters<MemoryDocStore['readAfter']>) {
    if (this.away) throw new Error('the database is away');
    return super.readAfter(...args);
  }
}

/** Somebody with a socket and a replica, who sends what is asked and keeps what arrives. */
export class Writer implements Peer {
  actor: Actor;
  readonly doc = new Y.Doc();
  readonly flat = new FlatWriter(this.doc);
  readonly heard: { name: string; message: unknown }[] = [];
  answer: JoinAnswer | null = null;
  private pending: Uint8Array[] = [];

  constructor(
    private readonly house: House,
    readonly id: string,
    readonly personId: string,
    readonly name = id,
    readonly organisation: string | null = null,
  ) {
    this.actor = {
      personId,
      organisationId: null,
      sessionId: id,
      sessionKind: 'browser',
      scope: 'write',
      requestId: 'r',
      commandId: null,
      commandDigest: null,
    };
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.pending.push(update);
    });
    house.engine.connect(this);
  }

  /** All that its reader sees: equal for equal texts. */
  get text(): string {
    return pictureOf(this.doc);
  }

  async join(change: object = {}): Promise<JoinAnswer> {
    const answer = await this.house.engine.join(this.id, {
      document,
      model: textModel,
      schema: 1,
      epoch: null,
      stateVector: Y.encodeStateVector(this.doc),
      clientIds: 1,
      ...change,
    });
    this.answer = answer;
    if (answer.clientIds.length > 0) this.doc.clientID = answer.clientIds[0]!;
    Y.applyUpdate(this.doc, answer.update, 'remote');
    return answer;
  }

  /** Everything written since the last time, as one update. */
  written(): Uint8Array {
    const update = Y.mergeUpdates(this.pending);
    this.pending = [];
    return update;
  }

  push(update: Uint8Array = this.written(), epoch = 1) {
    return this.house.engine.push(this.id, { document, epoch, update });
  }

  type(text: string): void {
    this.flat.addParagraph(text);
  }

  send(name: string, message: unknown): void {
    this.heard.push({ name, message });
    if (name === 'document:updates') Y.applyUpdate(this.doc, (message as UpdatesMessage).update, 'remote');
  }

  /** Bytes that a test says are waiting. */
  waiting = 0;
  dropped = false;

  backlog(): number {
    return this.waiting;
  }

  drop(): void {
    this.dropped = true;
    this.house.engine.disconnect(this.id);
  }

  enter(): void {
    this.house.listeners.add(this);
  }

  exit(): void {
    this.house.listeners.delete(this);
  }
}

/** An engine over a store in memory, with people in it. */
export class House {
  readonly store: UnreliableStore;
  readonly listeners = new Set<Writer>();
  readonly rights = new Map<string, Right>();
  /** Those for which everybody acts. */
  readonly organisations = new Set<string>();
  /** Decides instead of `rights`, when a test says so. */
  judge: ((actor: Actor) => Promise<Right>) | null = null;
  readonly engine: CollabEngine;

  constructor(
    unloadAfter = 60_000,
    shared: { store?: UnreliableStore; exchange?: Exchange; rules?: TextRules; clock?: Clock } = {},
  ) {
    this.store = shared.store ?? new UnreliableStore();
    this.engine = new CollabEngine({
      ...(shared.exchange ? { exchange: shared.exchange } : {}),
      store: this.store,
      clock: shared.clock ?? systemClock,
      unloadAfter,
      kindOf: (name) =>
        name.startsWith('text:')
          ? {
              rules: shared.rules ?? testRules,
              access: {
                rightOf: async (actor) => this.judge?.(actor) ?? this.rights.get(actor.personId) ?? 'edit',
                actsFor: async (_, organisationId) => this.organisations.has(organisationId),
              },
            }
          : undefined,
      broadcast: {
        toDocument: (_, name, message) => this.listeners.forEach((listener) => listener.send(name, message)),
      },
    });
    if (!shared.store) this.store.create(document);
  }

  async writer(id: string, personId = id): Promise<Writer> {
    const writer = new Writer(this, id, personId);
    await writer.join();
    return writer;
  }

  /** The committed text, as a string that is equal for equal texts. */
  text(): Promise<string> {
    return this.engine.read(document, (session) => pictureOf(session.text));
  }

  state(): Promise<string> {
    return this.engine.read(document, (session) =>
      Buffer.from(Y.encodeStateAsUpdate(session.text)).toString('hex'),
    );
  }
}

export const soon = (milliseconds = 60): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The code with which something was refused. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (reason: { code?: string; message: string }) => reason.code ?? reason.message,
  );
