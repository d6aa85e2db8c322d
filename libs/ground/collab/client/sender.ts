import { limits, requests, type PushAnswer } from '@plenary/ground/collab/protocol';
import type { Stopwatch } from '@plenary/ground/kernel';
import { NoAnswer, Refusal } from '@plenary/ground/realtime/client';
import { Outbox, type Batch, type Waiting } from './outbox.js';
import { toWire } from './wire.js';

/** What the sender needs of its document. */
export interface SenderHost {
  readonly document: string;
  epoch(): number | null;
  readonly watch: Stopwatch;
  /** True while the document is joined and may be written to. */
  maySend(): boolean;
  ask<Answer>(name: string, message: object): Promise<Answer>;
  /** Joins again; answers the server's state vector, or null when that has to wait. */
  rejoin(): Promise<Uint8Array | null>;
  restartLine(): void;
  onSent(edits: readonly Waiting[]): void;
  /** These words will not be taken as they are. */
  onRefused(refusal: Refusal): Promise<void>;
  onChange(): void;
}

/** After so long without an acknowledgement an edit is "not saved yet". Milliseconds. */
export const lateAfter = 3_000;
/** Pushes are at least so far apart that a fast typist stays below the server's limit. */
const pushEvery = 20;
/** For so long another page of this device may send by itself what it wrote. */
const othersFor = 2_000;
/** A batch that is out of step so often is given up on and shown to its author. */
const mostResyncs = 6;

/** Codes after which the same words will never be taken. */
const neverTaken = new Set([
  'document.schema-violation',
  'document.foreign-client',
  'document.malformed',
  'document.too-large',
  'document.epoch-changed',
  'message.invalid',
]);
/** Codes that say that the server sees this document otherwise than we do: ask. */
const askAgain = new Set([
  'document.not-found',
  'document.forbidden',
  'document.schema-outdated',
  'session.ended',
]);

/** Brings edits to the server, one batch at a time, in order, until each is acknowledged. */
export class Sender {
  readonly outbox = new Outbox();
  private running = false;
  private again = false;
  private resyncs = 0;
  private failures = 0;
  private lastPush = -Infinity;
  private cancelHold: (() => void) | null = null;
  private cancelFrom: (() => void) | null = null;
  private cancelLate: (() => void) | null = null;

  constructor(private readonly host: SenderHost) {}

  /** The oldest edit waits for more than three seconds. */
  get isLate(): boolean {
    const { oldest } = this.outbox;
    return oldest !== null && this.host.watch.elapsed() - oldest.at >= lateAfter;
  }

  add(update: Uint8Array, key: number | null = null): Waiting {
    const edit = this.outbox.add(update, this.host.watch.elapsed(), key);
    this.watchLate();
    return edit;
  }

  /** Words that another page of this device wrote: sent from here when that page has gone, or has no line. */
  addOfOther(update: Uint8Array, key: number): void {
    const now = this.host.watch.elapsed();
    this.outbox.add(update, now, key, now + othersFor);
    this.watchLate();
    this.wake();
  }

  /** Something changed: send what can be sent. */
  wake(): void {
    if (this.running) this.again = true;
    else void this.run();
  }

  /** The document was joined anew: waiting because of what was before has no reason any more. */
  joined(): void {
    this.cancelHold?.();
    this.cancelHold = null;
    this.failures = 0;
    this.wake();
  }

  clear(): readonly Waiting[] {
    this.resyncs = 0;
    return this.outbox.clear();
  }

  close(): void {
    this.cancelHold?.();
    this.cancelFrom?.();
    this.cancelLate?.();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.host.maySend() && !this.cancelHold) {
        const batch = this.outbox.next(this.host.watch.elapsed());
        if (!batch) this.waitForNext();
        if (!batch || !(await this.offer(batch))) break;
      }
    } finally {
      this.running = false;
      this.host.onChange();
    }
    if (!this.again) return;
    this.again = false;
    void this.run();
  }

  /** Offers a batch; false when sending has to stop for now. */
  private async offer(batch: Batch): Promise<boolean> {
    const { document, watch } = this.host;
    // A message of this size ends the line before anybody reads it: offered, it would be offered for ever.
    if (batch.update.byteLength > limits.updateBytes) {
      const tooLarge = new Refusal('document.too-large', { most: limits.updateBytes });
      return this.stop(() => this.host.onRefused(tooLarge));
    }
    const epoch = this.host.epoch();
    const soon = this.lastPush + pushEvery - watch.elapsed();
    if (soon > 0) await new Promise<void>((done) => watch.after(soon, done));
    this.lastPush = watch.elapsed();
    try {
      await this.host.ask<PushAnswer>(requests.push, { document, epoch, update: toWire(batch.update) });
    } catch (reason) {
      return this.onFailed(reason);
    }
    this.resyncs = 0;
    this.failures = 0;
    this.host.onSent(this.outbox.acknowledge(batch));
    return true;
  }

  private async onFailed(reason: unknown): Promise<boolean> {
    // No answer although the line seems up: it is dead, or the server is. A new line asks anew.
    if (reason instanceof NoAnswer) return this.stop(() => this.host.restartLine());
    if (!(reason instanceof Refusal)) throw reason;
    const { code } = reason;
    if (neverTaken.has(code)) await this.host.onRefused(reason);
    else if (code === 'document.resync' || askAgain.has(code)) return this.inStepAgain(reason);
    else this.hold(Number(reason.params['retryAfterMs'] ?? 0));
    return false;
  }

  /** Takes what is lacking, and offers what the server then still lacks. */
  private async inStepAgain(reason: Refusal): Promise<boolean> {
    if (++this.resyncs > mostResyncs) return this.stop(() => this.host.onRefused(reason));
    if (this.resyncs > 1) await new Promise<void>((done) => this.host.watch.after(100 * this.resyncs, done));
    const stateVector = await this.host.rejoin();
    if (!stateVector) return false;
    if (reason.code === 'document.resync') this.host.onSent(this.outbox.reduce(stateVector));
    return true;
  }

  private async stop(because: () => void | Promise<void>): Promise<false> {
    await because();
    return false;
  }

  /** Keeps everything and tries later, ever more patiently. */
  private hold(atLeast: number): void {
    this.failures = Math.min(this.failures + 1, 5);
    const wait = Math.max(atLeast, 200 * 2 ** this.failures * (0.75 + Math.random() / 2));
    this.cancelHold = this.host.watch.after(wait, () => {
      this.cancelHold = null;
      this.wake();
    });
  }

  private waitForNext(): void {
    const { nextFrom } = this.outbox;
    if (nextFrom === null || this.cancelFrom) return;
    this.cancelFrom = this.host.watch.after(nextFrom - this.host.watch.elapsed(), () => {
      this.cancelFrom = null;
      this.wake();
    });
  }

  private watchLate(): void {
    const { oldest } = this.outbox;
    if (this.cancelLate || !oldest) return;
    const wait = Math.max(50, oldest.at + lateAfter - this.host.watch.elapsed());
    this.cancelLate = this.host.watch.after(wait, () => {
      this.cancelLate = null;
      this.host.onChange();
      if (!this.isLate) this.watchLate();
    });
  }
}
