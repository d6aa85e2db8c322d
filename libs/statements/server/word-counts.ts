import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemClock } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { statementOf, wordCountOf } from '@plenary/statements/domain';
import { StatementTextService } from './statement-text.service.js';
import { StatementsRepository } from './statements.repository.js';

/** Words are counted at most so often per statement while it is written in. Milliseconds. */
const countEvery = 2_000;
/** Counting reads the whole text: a long one is counted so seldom that it takes at most a hundredth of the time. */
const restPerWork = 100;

/**
 * Keeps word count and time of change beside each statement, derived from its text after commits. They may lag;
 * the next commit puts right what a crash left behind.
 */
@Injectable()
export class WordCounts implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('word counts');
  private readonly due = new Map<string, () => void>();
  /** How long a count of a statement took. */
  private readonly took = new Map<string, number>();
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly collab: CollabService,
    private readonly statements: StatementsRepository,
    private readonly texts: StatementTextService,
  ) {}

  onModuleInit(): void {
    this.collab.onCommitted((document) => this.countSoon(statementOf(document)));
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    for (const cancel of this.due.values()) cancel();
    this.due.clear();
  }

  private countSoon(id: string | null): void {
    if (id === null || this.stopped || this.due.has(id)) return;
    const wait = Math.max(countEvery, restPerWork * (this.took.get(id) ?? 0));
    const cancel = systemClock.after(wait, () => {
      this.due.delete(id);
      this.count(id).catch((reason: unknown) => {
        // Derived data: the text itself is safe, and the next commit counts again.
        this.log.warn({ code: 'word-count.failed', kind: (reason as Error).name });
      });
    });
    this.due.set(id, cancel);
  }

  private async count(id: string): Promise<void> {
    const begun = systemClock.now();
    const count = wordCountOf(await this.texts.read(id));
    this.took.set(id, systemClock.now() - begun);
    await this.statements.setWordCount(this.database.manager, id, count, new Date(systemClock.now()));
  }
}
