import * as Y from 'yjs';
import type { Stopwatch } from '@plenary/ground/kernel';
import type { Aside, CopyFacts, DocumentStore, Elsewhere, Looked, StoredCopy } from './document-store.js';
import { MemoryStore } from './memory-store.js';
import { merged, type Waiting } from './outbox.js';

/** Records after which a copy is written anew as one. */
const mostRecords = 200;
/** Milliseconds. */
const gatherFor = 400;
const tryAgainAfter = 5_000;
const slowAfter = 1_000;

interface Line {
  readonly update: Uint8Array;
  /** The edit that the record is for; null for what came from the server. */
  readonly edit: Waiting | null;
  readonly since: number;
}

/**
 * A document's copy on this device: written as the text changes, so that nothing typed depends on the page living
 * on. Records are written in the order of the edits; what cannot be written stays in line, since a later record may
 * build upon it.
 */
export class LocalCopy {
  private line: Line[] = [];
  private gathered: Uint8Array[] = [];
  private sentKeys: number[] = [];
  /** What this page knows of the device: all keys up to this one, and what it wrote itself above. */
  private lookedTo = 0;
  private written = new Set<number>();
  /** Raised when the copy begins anew: what was looked at before says nothing any more. */
  private round = 0;
  private writing: Promise<void> | null = null;
  private failing = false;
  private cancelGather: (() => void) | null = null;
  private cancelRetry: (() => void) | null = null;
  private cancelSlow: (() => void) | null = null;
  private told = true;
  private closed = false;

  constructor(
    private readonly document: string,
    private kept: DocumentStore,
    private readonly watch: Stopwatch,
    private readonly onChange: () => void,
  ) {}

  get store(): DocumentStore {
    return this.kept;
  }

  /** True when every edit is on this device for good, or will be in an instant. */
  get isKeeping(): boolean {
    const first = this.line.find((each) => each.edit && !each.edit.sent);
    const late = first !== undefined && this.watch.elapsed() - first.since >= slowAfter;
    return this.kept.kept && !this.failing && !late;
  }

  /** Puts the copy into `doc`. A device whose storage cannot be read keeps nothing, and the text comes from the server. */
  async load(doc: Y.Doc, origin: unknown): Promise<StoredCopy> {
    const copy = await this.kept.load(this.document).catch(() => {
      this.kept = new MemoryStore();
      return { facts: null, updates: [], aside: [] } satisfies StoredCopy;
    });
    doc.transact(() => copy.updates.forEach(({ update }) => Y.applyUpdate(doc, update, origin)), origin);
    this.sentKeys = copy.updates.filter((each) => !each.pending).map((each) => each.key);
    this.lookedTo = Math.max(0, ...copy.updates.map(({ key }) => key));
    return copy;
  }

  /** Calls when another page of this device did something with this document. */
  listen(listener: (what: Elsewhere) => void): () => void {
    return this.kept.listen((what, document) => {
      if (document === null || document === this.document) listener(what);
    });
  }

  /** What other pages of this device wrote and sent since the last time; null when that cannot be said. */
  async look(): Promise<Looked | null> {
    // What this page is writing gets its keys first, and is known by them.
    await this.writing;
    const { round } = this;
    const found = this.closed ? null : await this.kept.look(this.document, this.lookedTo).catch(() => null);
    if (!found || round !== this.round) return null;
    const updates = found.updates.filter(({ key }) => !this.written.has(key));
    this.lookedTo = found.upTo;
    this.written.forEach((key) => key <= found.upTo && this.written.delete(key));
    return { ...found, updates };
  }

  /** Writes an edit of this person, behind what it may build upon. */
  addEdit(edit: Waiting): void {
    this.takeGathered();
    this.line.push({ update: edit.update, edit, since: this.watch.elapsed() });
    this.cancelSlow ??= this.watch.after(slowAfter, () => {
      this.cancelSlow = null;
      this.tell();
    });
    this.write();
  }

  addRemote(update: Uint8Array): void {
    this.gathered.push(update);
    this.cancelGather ??= this.watch.after(gatherFor, () => {
      this.takeGathered();
      this.write();
    });
  }

  /** The server has these edits now. One that is still in line is written as what it then is. */
  async acknowledge(edits: readonly Waiting[], doc: Y.Doc): Promise<void> {
    const keys = edits.flatMap((edit) => edit.key ?? []);
    if (keys.length === 0) return;
    this.sentKeys.push(...keys);
    await this.kept.acknowledge(this.document, keys).catch(() => undefined);
    if (this.sentKeys.length > mostRecords) await this.compact(doc);
  }

  async setFacts(facts: CopyFacts): Promise<void> {
    await this.kept.setFacts(this.document, facts).catch(() => undefined);
  }

  /** Writes everything that can be written. */
  async flush(): Promise<void> {
    this.takeGathered();
    this.write();
    await this.writing;
  }

  /** Forgets the copy; `aside` keeps words that will never be part of it. */
  async startAnew(edits: readonly Waiting[], aside: Aside | null): Promise<void> {
    await this.forgetLine();
    const keys = edits.flatMap((edit) => edit.key ?? []);
    await this.kept.startAnew(this.document, keys, aside).catch(() => undefined);
  }

  /** The door is closed: the device forgets the text, and keeps what its author did not get to send. */
  async removeAcknowledged(): Promise<void> {
    await this.flush();
    this.sentKeys = [];
    await this.kept.removeAcknowledged(this.document).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.flush();
    this.closed = true;
    this.cancelGather?.();
    this.cancelRetry?.();
    this.cancelSlow?.();
  }

  private takeGathered(): void {
    this.cancelGather?.();
    this.cancelGather = null;
    if (this.gathered.length === 0) return;
    this.line.push({ update: merged(this.gathered), edit: null, since: this.watch.elapsed() });
    this.gathered = [];
  }

  /** Another page began the text anew: this one reads from the beginning what is left. Answers what could not be kept. */
  async beginAnew(): Promise<readonly Waiting[]> {
    await this.flush();
    const left = this.line.flatMap(({ edit }) => (edit && !edit.sent ? [edit] : []));
    await this.forgetLine();
    return left;
  }

  private async forgetLine(): Promise<void> {
    this.cancelGather?.();
    this.cancelGather = null;
    this.gathered = [];
    this.line = [];
    this.sentKeys = [];
    await this.writing;
    this.round++;
    this.lookedTo = 0;
    this.written.clear();
  }

  private write(): void {
    if (this.closed) return;
    this.writing ??= this.writeLine().finally(() => (this.writing = null));
  }

  private async writeLine(): Promise<void> {
    while (this.line.length > 0) {
      const batch = [...this.line];
      const records = batch.map(({ update, edit }) => ({ update, pending: edit !== null && !edit.sent }));
      try {
        const keys = await this.kept.add(this.document, records);
        this.line = this.line.filter((each) => !batch.includes(each));
        batch.forEach(({ edit }, place) => this.wrote(edit, keys[place]!, records[place]!.pending));
        this.failing = false;
      } catch {
        this.failing = true;
        this.cancelRetry?.();
        this.cancelRetry = this.watch.after(tryAgainAfter, () => this.write());
        break;
      }
    }
    this.tell();
  }

  /** Says so when keeping stops or works again. */
  private tell(): void {
    if (this.told === this.isKeeping) return;
    this.told = this.isKeeping;
    this.onChange();
  }

  private wrote(edit: Waiting | null, key: number, pending: boolean): void {
    if (edit) edit.key = key;
    this.written.add(key);
    if (!pending) this.sentKeys.push(key);
    // The acknowledgement came while the record was being written.
    else if (edit!.sent) {
      this.sentKeys.push(key);
      void this.kept.acknowledge(this.document, [key]).catch(() => undefined);
    }
  }

  private async compact(doc: Y.Doc): Promise<void> {
    const keys = this.sentKeys;
    this.sentKeys = [];
    await this.kept.compact(this.document, keys, Y.encodeStateAsUpdate(doc)).catch(() => undefined);
  }
}
