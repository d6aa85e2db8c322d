export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** Milliseconds: often enough to see it move. */
const atMostEvery = 500;

/**
 * How far a work is, told while its transaction is open, by a connection of its own. What comes too soon waits for its
 * time, and gives way to what comes after it: a step that takes long is told although it followed fast. Nothing waits
 * for a telling: progress that is not told harms nobody.
 */
export class WorkProgress {
  private toldAt = -Infinity;
  private next: Progress | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isTelling = false;
  private isOver = false;

  constructor(private readonly write: (progress: Progress) => Promise<unknown>) {}

  tell(progress: Progress): void {
    this.next = progress;
    this.goOn();
  }

  /** Tells no more: what waits still is not true any longer. */
  end(): void {
    this.isOver = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private goOn(): void {
    if (this.isOver || this.isTelling || this.timer || !this.next) return;
    const wait = this.toldAt + atMostEvery - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.goOn();
      }, wait);
      return;
    }
    const progress = this.next;
    this.next = null;
    this.toldAt = performance.now();
    this.isTelling = true;
    void this.write(progress)
      .catch(() => undefined)
      .finally(() => {
        this.isTelling = false;
        this.goOn();
      });
  }
}
