import { asApiError, type ApiError } from '@plenary/ground/web';
import type { suggestionsApi } from '../api/suggestions-api';
import { base64Of, bytesOf } from './base64';
import type { DeviceDrafts } from './device-drafts';
import { isUnsent, withoutErased, type KeptDraft } from './kept-draft';

/**
 * `saved`: the server has committed all of it. `sending`: on its way. `on-device`: kept here until the server is heard
 * again. `not-kept`: in this page alone. `refused`: kept here, and the server does not take it.
 */
export type Saving = 'saved' | 'sending' | 'on-device' | 'not-kept' | 'refused';

/** What is written goes to the server when keys pause for so long, and after so long at the latest. Milliseconds. */
const [pause, latest] = [500, 2_000];
/** Where nobody answers it is tried again after so long, and after twice as long each time, up to the last. */
const [again, atMost] = [2_000, 30_000];
/** Whoever closes it waits no longer for the server. Milliseconds. */
const patience = 3_000;

/**
 * Keeps one suggestion that is being written: each key on the device at once, and gathered on the server. "Saved" is
 * said only when the server has committed every one of them. Whoever has one holds the suggestion (`one-page`).
 */
export class DraftKeeper {
  private read: (() => Uint8Array | null) | null = null;
  private isDirty = false;
  private writing: Promise<void> | null = null;
  private pushing: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** When the oldest key that waits was pressed; null when none does. */
  private since: number | null = null;
  private failures = 0;
  /** Nobody answered, or the server has not got the text yet upon which it stands. */
  private hasTrouble = false;
  private isKept: boolean;
  private isOver = false;
  private isClosed = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly drafts: DeviceDrafts,
    private now: KeptDraft,
    private readonly api: Pick<typeof suggestionsApi, 'keep' | 'send'>,
    /** Words of it were erased: whoever shows it opens it anew. */
    private readonly onErased?: () => void,
  ) {
    this.isKept = drafts.isKept;
    globalThis.addEventListener?.('online', this.onOnline);
    if (isUnsent(now)) this.pushIn(0);
  }

  get draft(): KeptDraft {
    return this.now;
  }

  get saving(): Saving {
    if (this.now.refused) return 'refused';
    if (!isUnsent(this.now) && !this.isDirty) return 'saved';
    if (!this.isKept) return 'not-kept';
    return this.hasTrouble ? 'on-device' : 'sending';
  }

  /** Calls after every change of `saving` and `draft`. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Something was written; `read` answers all of it. */
  take(read: () => Uint8Array | null): void {
    this.read = read;
    this.change({ written: this.now.written + 1 });
    this.since ??= performance.now();
    this.pushIn(Math.min(pause, Math.max(0, this.since + latest - performance.now())));
  }

  /** The reason as far as it is typed. */
  say(reason: string): void {
    if (reason !== this.now.reason) this.change({ reason });
  }

  /** For all to see, as soon as the server is heard. */
  async send(reason: string): Promise<void> {
    this.change({ reason, isToSend: true, refused: null });
    await this.writing;
    await this.push();
  }

  /** Nothing of it is wanted on this device any more. */
  async forget(): Promise<void> {
    this.stop();
    await this.writing;
    this.isClosed = true;
    await this.drafts.delete(this.now.id);
  }

  /**
   * What is on its way to the device arrives, and what waits for a pause goes to the server, where that answers soon;
   * the rest is left to who has it next.
   */
  async close(): Promise<void> {
    if (this.isClosed) return;
    const isDue = this.timer !== null && !this.hasTrouble && navigator.onLine && isUnsent(this.now);
    this.stop();
    if (isDue || this.pushing) {
      const isLate = new Promise<void>((late) => setTimeout(late, patience));
      await Promise.race([this.push(), isLate]);
    }
    await this.writing;
    // Another page may have it from here on.
    this.isClosed = true;
  }

  /** Resolves when all of it was written to the device. */
  async kept(): Promise<void> {
    await this.writing;
  }

  private stop(): void {
    this.isOver = true;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    globalThis.removeEventListener?.('online', this.onOnline);
  }

  private readonly onOnline = (): void => {
    if (isUnsent(this.now)) this.pushIn(0);
  };

  private change(change: Partial<KeptDraft>): void {
    if (this.isClosed) return;
    this.now = { ...this.now, ...change };
    this.isDirty = true;
    this.writing ??= this.writeAll().finally(() => (this.writing = null));
    this.tell();
  }

  /** Many keys come at once: the last state is written when the one before has been. */
  private async writeAll(): Promise<void> {
    while (this.isDirty) {
      this.isDirty = false;
      if (this.read) this.now = { ...this.now, update: this.read() };
      try {
        await this.drafts.put(this.now);
        this.isKept = this.drafts.isKept;
      } catch {
        this.isKept = false; // the storage is full or forbidden: it is told, and the server gets it all the same
      }
    }
    this.tell();
  }

  private pushIn(wait: number): void {
    if (this.isOver) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.push();
    }, wait);
  }

  private push(): Promise<void> {
    return (this.pushing ??= this.pushAll().finally(() => (this.pushing = null)));
  }

  private async pushAll(): Promise<void> {
    try {
      while (isUnsent(this.now) && !this.now.refused && !this.isClosed) await this.pushOnce();
      this.failures = 0;
      this.hasTrouble = false;
    } catch (reason) {
      this.onFailure(asApiError(reason));
    }
    this.tell();
  }

  private async pushOnce(): Promise<void> {
    const { id, written, saved, isToSend, reason } = this.now;
    this.since = null;
    const update = this.read?.() ?? this.now.update;
    if (written > saved) {
      const kept = update && (await this.api.keep(id, base64Of(update)));
      if (kept?.layer && this.forgetErased(bytesOf(kept.layer.update))) return;
      this.change({ saved: written });
    } else if (isToSend) {
      await this.api.send(id, reason);
      this.change({ isToSend: false, isOpen: true });
    }
  }

  /** STM-29: true where words of it were erased from the statement, and are no longer kept here. */
  private forgetErased(known: Uint8Array): boolean {
    // With what was written while it was under way.
    const now = { ...this.now, update: this.read?.() ?? this.now.update };
    const left = withoutErased(now, known);
    if (left === now) return false;
    // What the page holds in memory still has them.
    this.read = null;
    this.change({ update: left.update, written: now.written + 1 });
    this.onErased?.();
    return true;
  }

  private onFailure(error: ApiError): void {
    const waits = error.code === 'suggestion.text-unknown' || error.status === 429;
    if (!waits && !error.isUnreached && error.status !== 401 && error.status < 500 && error.status > 0)
      return this.change({ refused: error.code, isToSend: false });
    this.hasTrouble = true;
    this.pushIn(Math.min(atMost, again * 2 ** this.failures));
    this.failures++;
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
