import type { Clock } from '@plenary/ground/kernel';
import type { DocumentSession } from './document-session.js';
import type { DocStore, Exchange, ExchangeMessage } from './ports.js';

/** How often it is asked in the store whether another process has written what was not told. Milliseconds. */
const lookEvery = 2_000;
/** Looks after which processes tell each other anew who is there, in case something got lost. */
const looksPerGreeting = 5;

type News = readonly [process: string, message: ExchangeMessage];

/** The other processes that carry the same documents (SYNC-30), as far as open documents are concerned. */
export class Neighbours {
  private readonly endings = new Map<string, () => void>();
  private looks = 0;
  private cancel: () => void = () => undefined;
  private stopped = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly store: DocStore,
    private readonly clock: Clock,
    private readonly open: ReadonlyMap<string, DocumentSession>,
  ) {
    exchange.onGone((process) => open.forEach((session) => session.forgetProcess(process)));
    exchange.onBack(() => open.forEach((session) => this.greet(session)));
    this.lookSoon();
  }

  /**
   * Begins to listen; to be called before the document is read, so that what is committed in between comes one way
   * or the other. The answer is to be called when the document is open, or could not be opened (null).
   */
  async follow(document: string): Promise<(session: DocumentSession | null) => void> {
    const early: News[] = [];
    let opened: DocumentSession | null = null;
    const hear = (process: string, message: ExchangeMessage) => {
      if (opened) opened.hear(process, message);
      else early.push([process, message]);
    };
    // Whoever is elsewhere said so while nobody listened; rows are found in the store anyway.
    const end = await this.exchange.follow(document, hear, () => opened && this.greet(opened));
    return (session) => {
      if (!session) return end();
      this.endings.set(document, end);
      opened = session;
      early.splice(0).forEach(([process, message]) => session.hear(process, message));
      this.exchange.tell(document, { kind: 'who' });
    };
  }

  forget(document: string): void {
    this.endings.get(document)?.();
    this.endings.delete(document);
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
  }

  /** Says who is here and asks the same. */
  private greet(session: DocumentSession): void {
    session.tellWhoIsHere();
    this.exchange.tell(session.document, { kind: 'who' });
  }

  private lookSoon(): void {
    if (this.stopped) return;
    this.cancel = this.clock.after(lookEvery, () => void this.look().finally(() => this.lookSoon()));
  }

  /** Losing what others tell delays readers, and loses nothing. */
  private async look(): Promise<void> {
    if (this.open.size === 0) return;
    if (++this.looks % looksPerGreeting === 0) this.open.forEach((session) => session.tellWhoIsHere());
    try {
      const heads = await this.store.heads([...this.open.keys()]);
      for (const [document, seq] of heads) {
        const session = this.open.get(document);
        if (session && seq > session.lastSeq) void session.catchUp();
      }
    } catch {
      // The database is away: nothing new is there either.
    }
  }
}
