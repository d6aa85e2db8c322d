import {
  requests,
  type JoinAnswer,
  type JoinRequest,
  type PresenceMessage,
  type UpdatesMessage,
} from '@plenary/ground/collab/protocol';
import { NoAnswer, Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import { textModel } from '@plenary/ground/text';
import { Retry } from './retry.js';
import { fromWire, toWire } from './wire.js';

/** What being in a document needs of it. */
export interface MembershipHost {
  /** What to ask for; the state vector is that of `generation`. */
  request(): Promise<Omit<JoinRequest, 'document' | 'model'>>;
  /** Raised when the text was replaced: an answer for an earlier one is of no use. */
  generation(): number;
  /** True when there is nothing to join any more. */
  isOver(): boolean;
  onJoining(): void;
  onJoined(answer: JoinAnswer): void;
  onUpdate(update: Uint8Array): void;
  onPresence(message: PresenceMessage): void;
  /** Everything that came with and during the join is in. */
  onInStep(): void;
  onNoAnswer(): void;
  /** The server let us in after all was over: it must not think that we are there. */
  onTooLate(): void;
  /** The server lays texts out in another way than this page: nothing can be taken or given. */
  onOutdated(): void;
  /** `document.not-found` or `document.epoch-changed`; everything else is tried again. */
  onRefused(code: string): Promise<void>;
}

/** What arrives while a join is under way. The answer may come in one piece with what the server says right behind it. */
interface Early {
  readonly updates: UpdatesMessage[];
  readonly presence: PresenceMessage[];
}

/** Milliseconds until it is tried again whether the server is as old as this page, after all. */
const outdatedFor = 30_000;

/** Being in a document: joining, joining again, and taking what comes in order and without a gap. */
export class Membership {
  private isIn = false;
  private lastSeq = 0;
  /** While a join is under way; to be taken after it. Null otherwise. */
  private early: Early | null = null;
  private readonly again: Retry;

  constructor(
    private readonly connection: PlenaryConnection,
    private readonly document: string,
    private readonly host: MembershipHost,
  ) {
    this.again = new Retry(connection.watch);
  }

  get seq(): number {
    return this.lastSeq;
  }

  get joined(): boolean {
    return this.isIn;
  }

  /** Answers the server's state vector, or null when joining has to wait. */
  async join(): Promise<Uint8Array | null> {
    if (this.early || this.isIn || this.host.isOver()) return null;
    const early: Early = { updates: [], presence: [] };
    this.early = early;
    this.host.onJoining();
    try {
      const answer = await this.ask();
      this.early = null;
      return answer ? this.enter(answer, early) : await this.join();
    } catch (reason) {
      this.early = null;
      await this.onFailed(reason);
      return null;
    }
  }

  rejoin(): Promise<Uint8Array | null> {
    this.isIn = false;
    return this.join();
  }

  joinLater(atLeast = 0): void {
    this.isIn = false;
    this.again.soon(() => void this.join(), atLeast);
  }

  /** The line is down, the door is closed, or the text is replaced. */
  out(): void {
    this.isIn = false;
  }

  onUpdates(message: UpdatesMessage): void {
    if (this.early) this.early.updates.push(message);
    else if (this.isIn) this.take(message);
  }

  onPresence(message: PresenceMessage): void {
    if (this.early) this.early.presence.push(message);
    else if (this.isIn) this.host.onPresence(message);
  }

  close(): void {
    this.isIn = false;
    this.again.close();
  }

  /** Null when the text was replaced meanwhile. */
  private async ask(): Promise<JoinAnswer | null> {
    const request = await this.host.request();
    const generation = this.host.generation();
    const answer = await this.connection.ask<JoinAnswer>(requests.join, {
      ...request,
      document: this.document,
      model: textModel,
      stateVector: toWire(request.stateVector),
    });
    return generation === this.host.generation() ? answer : null;
  }

  private enter(answer: JoinAnswer, early: Early): Uint8Array | null {
    if (this.host.isOver()) {
      this.host.onTooLate();
      return null;
    }
    this.isIn = true;
    this.lastSeq = answer.seq;
    this.again.reset();
    this.host.onJoined({ ...answer, update: fromWire(answer.update) });
    early.presence.forEach((message) => this.host.onPresence(message));
    for (const message of early.updates) if (message.to > answer.seq) this.take(message);
    this.host.onInStep();
    return fromWire(answer.stateVector);
  }

  private take(message: UpdatesMessage): void {
    if (!this.isIn) return;
    // SYNC-30: a number is missing, so words are missing: ask for the difference.
    if (message.from > this.lastSeq + 1) return void this.rejoin();
    this.lastSeq = Math.max(this.lastSeq, message.to);
    this.host.onUpdate(fromWire(message.update));
  }

  private async onFailed(reason: unknown): Promise<void> {
    if (reason instanceof NoAnswer) return this.host.onNoAnswer();
    if (!(reason instanceof Refusal)) throw reason;
    const { code, params } = reason;
    // SYNC-24: copy and words stay, for the page that is loaded next.
    if (code === 'document.schema-outdated') {
      this.host.onOutdated();
      return this.joinLater(outdatedFor);
    }
    if (code === 'document.epoch-changed' || code === 'document.not-found') await this.host.onRefused(code);
    else this.joinLater(Number(params['retryAfterMs'] ?? 0));
  }
}
