import type { Stopwatch } from '@plenary/ground/kernel';
import type { Elsewhere, Looked } from './document-store.js';
import type { LocalCopy } from './local-copy.js';

/** Milliseconds in which a page that goes has written its last words. */
const lastWordsWithin = 1_000;

/** What a document needs to know of the other pages of this device that have it open. */
export interface OtherPagesHost {
  /** True while there is no copy to compare with, and when all is over. */
  isAway(): boolean;
  /** What they wrote, and what is not sent now. */
  onFound(found: Looked): void;
  /** One of them began the text anew. */
  onAnew(): Promise<void>;
}

/** The other pages of this device in which the same person has the same document open: they share one copy. */
export class OtherPages {
  private looking: Promise<void> | null = null;
  private mustLook = false;
  private deaf: (() => void) | null = null;
  private cancelLate: (() => void) | null = null;

  constructor(
    private readonly copy: LocalCopy,
    private readonly watch: Stopwatch,
    private readonly host: OtherPagesHost,
  ) {}

  listen(): void {
    this.deaf = this.copy.listen((what) => this.onElsewhere(what));
  }

  /** Takes in what they wrote, and learns what they have sent. One look at a time; the last word counts. */
  look(): Promise<void> {
    this.mustLook = true;
    this.looking ??= this.lookWhileNeeded().finally(() => (this.looking = null));
    return this.looking;
  }

  close(): void {
    this.deaf?.();
    this.cancelLate?.();
  }

  private onElsewhere(what: Elsewhere): void {
    if (what === 'anew') void this.host.onAnew();
    else void this.look();
    if (what !== 'left') return;
    // Of a page that goes, the last words may be written without a word of it.
    this.cancelLate?.();
    this.cancelLate = this.watch.after(lastWordsWithin, () => void this.look());
  }

  private async lookWhileNeeded(): Promise<void> {
    while (this.mustLook && !this.host.isAway()) {
      this.mustLook = false;
      const found = await this.copy.look();
      if (found && !this.host.isAway()) this.host.onFound(found);
    }
  }
}
