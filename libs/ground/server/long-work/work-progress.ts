import { pause } from '../postgres/processes.js';

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
  private next: Progress | null = null;
  private isTelling = false;
  private isOver = false;

  constructor(private readonly write: (progress: Progress) => Promise<unknown>) {}

  tell(progress: Progress): void {
    if (this.isOver) return;
    this.next = progress;
    if (!this.isTelling) void this.tellAll();
  }

  /** Tells no more: what waits still is not true any longer. */
  end(): void {
    this.isOver = true;
    this.next = null;
  }

  private async tellAll(): Promise<void> {
    this.isTelling = true;
    for (let said = this.next; said; said = this.next) {
      this.next = null;
      await Promise.all([this.write(said).catch(() => undefined), pause(atMostEvery)]);
    }
    this.isTelling = false;
  }
}
