import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { systemClock, type DomainEvent, type Subject } from '@plenary/ground/kernel';
import { Processes } from '@plenary/ground/server';
import { Hub } from '../hub.js';
import { roomOf } from '../rooms.js';
import { News } from './news.js';

/** What is told: a name and a subject, as of any news. */
export type Passing = Pick<DomainEvent, 'name' | 'subject'>;

/** Lists are told at most so often, in milliseconds … */
const atMostEvery = 1_000;
/** … and so much more seldom for each that is open here: all lists together ask 25 times a second. */
const restPerList = 40;
const channel = 'passing-news';

/** What happened to things of one kind since their lists were told last. */
class Lists {
  readonly due = new Map<string, Passing>();
  freeAt = -Infinity;
  telling: Promise<void> | null = null;
}

/**
 * Tells open lists of what goes on all the time, such as the words of a text that is written in: the first at once, then
 * gathered, and the more seldom the more lists there are. It stands in no log, since only the newest state matters.
 */
@Injectable()
export class PassingNews implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('news');
  private readonly kinds = new Map<string, Lists>();
  private stopped = false;

  constructor(
    private readonly news: News,
    private readonly hub: Hub,
    private readonly processes: Processes,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.processes.listen(channel, (bytes) => void this.take(decoded(bytes)));
    // What the others said meanwhile was lost.
    this.processes.onBack(() => this.kinds.forEach((_, kind) => this.news.tellOfMany(kind)));
  }

  onModuleDestroy(): void {
    this.stopped = true;
  }

  /**
   * Here and at the other processes. Its audience is `lists`. Never throws.
   *
   * @returns when the lists that are open here were told.
   */
  tell({ name, subject }: DomainEvent): Promise<void> {
    this.processes.tell(channel, Buffer.from(JSON.stringify({ name, subject })));
    return this.take({ name, subject });
  }

  private take(passing: Passing): Promise<void> {
    const { kind, id } = passing.subject;
    const lists = this.kinds.get(kind) ?? new Lists();
    this.kinds.set(kind, lists);
    lists.due.set(id, passing);
    lists.telling ??= this.tellSoon(kind, lists);
    return lists.telling;
  }

  private async tellSoon(kind: string, lists: Lists): Promise<void> {
    await new Promise<void>((go) => systemClock.after(Math.max(0, lists.freeAt - systemClock.now()), go));
    const due = [...lists.due.values()];
    lists.due.clear();
    lists.telling = null;
    if (this.stopped) return;
    const open = this.hub.socketsIn([roomOf.kind(kind)]).length;
    lists.freeAt = systemClock.now() + Math.max(atMostEvery, open * restPerList);
    try {
      await this.news.tellLists(kind, due);
    } catch (reason) {
      // A list that was not told is asked for anew with the next word, or by whoever comes back to it.
      this.log.warn({ code: 'news.not-told', kind: (reason as Error).name });
    }
  }
}

const decoded = (bytes: Uint8Array): Passing =>
  JSON.parse(Buffer.from(bytes).toString()) as { name: string; subject: Subject };
