import type { Followed, NewsMessage } from '@plenary/ground/realtime/protocol';
import type { QueryClient } from '@tanstack/react-query';
import { askAnew, refresh } from './refresh';

/** A flood of news, such as a list that is imported, is one question and not hundreds. Milliseconds. */
const atMostEvery = 250;

/** Gathers what is heard: the first piece of news is acted on at once, what follows closely is taken together. */
export class NewsGatherer {
  private due = new Map<string, Followed>();
  private isAnew = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** When the next question may be asked, and when the one that waits will be. */
  private freeAt = 0;
  private askAt = Infinity;

  constructor(
    private readonly queries: QueryClient,
    private readonly me: string,
  ) {}

  take({ subject, anew, within }: NewsMessage): void {
    if (anew) this.isAnew = true;
    this.due.set(`${subject.kind}/${subject.id}`, subject);
    const wait = Math.max(this.freeAt - performance.now(), Math.random() * (within ?? 0), 0);
    const at = performance.now() + wait;
    if (at >= this.askAt) return;
    this.askAt = at;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), wait);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  private ask(): void {
    const subjects = [...this.due.values()];
    const isAnew = this.isAnew;
    this.due = new Map();
    this.isAnew = false;
    this.askAt = Infinity;
    this.freeAt = performance.now() + atMostEvery;
    if (isAnew) void askAnew(this.queries);
    else void refresh(this.queries, subjects, this.me);
  }
}
