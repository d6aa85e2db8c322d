import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { Clock, standingsChangedBy, type Actor, type DomainEvent } from '@plenary/ground/kernel';
import { EventTail } from '../events/event-tail.js';
import { OutboxDispatcher } from '../events/outbox.dispatcher.js';
import { failGround } from '../http/ground.errors.js';
import { CommandReceiptEntity } from './command-receipt.entity.js';

/** Events written by one statement. */
const batch = 500;

/** One transaction: its queries, and the events that are written down with it. */
export interface Transaction {
  readonly manager: EntityManager;
  /** An event that changes the standing of people is preceded by `standing.changed`. */
  readonly events: {
    append(event: DomainEvent): Promise<void>;
    /** Many at once, told in this order: an act on thousands must not ask the database thousands of times. */
    appendAll(events: readonly DomainEvent[]): Promise<void>;
  };
}

/** Who a change is put down to; null for the system itself (seed, repair). */
export type UnitActor = Actor | null;

/**
 * Runs a use case in one transaction: state, events and the receipt of the command are committed together or
 * not at all. Listeners hear of the events after the commit; those of this process that hold things in memory
 * (`@OnEventEverywhere`) before the answer, so that whoever changed a thing finds it changed.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: DataSource,
    private readonly outbox: OutboxDispatcher,
    private readonly tail: EventTail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what `work` returned, or, for a command that was carried out before, its first answer (as JSON gives
   *   it back). Throws `command.id-reused` when the same id comes with another request. Of two that wait for each other
   *   the database gives up one, with all it did: that one is done anew, once. So `work` does nothing but through `tx`.
   */
  async run<Answer>(actor: UnitActor, work: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
    const done = await this.attempt(actor, work).catch((reason: unknown) => {
      if (!isDeadlock(reason)) throw reason;
      return this.attempt(actor, work);
    });
    await this.tell(done.events);
    return done.answer;
  }

  /**
   * For a use case that is committed with a transaction begun elsewhere, such as the one that writes the row of a text
   * (SYNC-51). `run` sees to it that `within` is called in that transaction, at most once, and answers after its commit.
   *
   * @returns what `run` returned, or the first answer of a command that was carried out before. Throws as `run` does.
   */
  async along<Answer>(
    actor: UnitActor,
    run: (
      within: (manager: EntityManager, work: (tx: Transaction) => Promise<Answer>) => Promise<Answer>,
    ) => Promise<Answer>,
  ): Promise<Answer> {
    let events = 0;
    const command = actor?.commandId ? actor : null;
    const earlier = command && (await this.earlier(this.database.manager, command));
    if (earlier) return earlier.answer as Answer;
    const answer = await run(async (manager, work) => {
      // The same command, at the same time: nothing is committed here, and who asks again gets the other's answer.
      if (command && (await this.claim(manager, command))) throw new Error('the command is carried out');
      const done = await work(this.on(manager, actor, (count) => (events += count)));
      if (command) await this.remember(manager, command, done);
      return done;
    });
    await this.tell(events);
    return answer;
  }

  /** A transaction as a use case sees it; `onEvents` is told how many events were written in it. */
  private on(manager: EntityManager, actor: UnitActor, onEvents: (count: number) => void): Transaction {
    const said = new Set<string>();
    const appendAll = (given: readonly DomainEvent[]) => {
      // Before what brings it about: whoever hears of that meets nobody who remembers the standing before.
      const all = [...standingsChangedBy(given, said), ...given];
      onEvents(all.length);
      return this.appendAll(manager, actor, all);
    };
    return { manager, events: { append: (event) => appendAll([event]), appendAll } };
  }

  /** After the commit. */
  private async tell(events: number): Promise<void> {
    if (events === 0) return;
    this.outbox.poke();
    await this.tail.poke();
  }

  private async attempt<Answer>(
    actor: UnitActor,
    work: (tx: Transaction) => Promise<Answer>,
  ): Promise<{ answer: Answer; events: number }> {
    let events = 0;
    const answer = await this.database.transaction(async (manager) => {
      const command = actor?.commandId ? actor : null;
      const earlier = command && (await this.claim(manager, command));
      if (earlier) return earlier.answer as Answer;
      const done = await work(this.on(manager, actor, (count) => (events += count)));
      if (command) await this.remember(manager, command, done);
      return done;
    });
    return { answer, events };
  }

  /** Takes the command's id; a second arrival waits here until the first has committed. */
  private async claim(manager: EntityManager, actor: Actor): Promise<{ answer: unknown } | null> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    const digest = actor.commandDigest ?? '';
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(CommandReceiptEntity)
      .values({ ...key, digest, at: new Date(this.clock.now()) })
      .orIgnore()
      .returning('command_id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return null;
    return this.earlier(manager, actor);
  }

  /** Null for a command that was not carried out yet. */
  private async earlier(manager: EntityManager, actor: Actor): Promise<{ answer: unknown } | null> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    const earlier = await manager.findOneBy(CommandReceiptEntity, key);
    if (earlier && earlier.digest !== (actor.commandDigest ?? '')) failGround('command.id-reused');
    return earlier && { answer: earlier.answer ?? undefined };
  }

  private async remember(manager: EntityManager, actor: Actor, answer: unknown): Promise<void> {
    const key = { personId: actor.personId, commandId: actor.commandId! };
    await manager.update(CommandReceiptEntity, key, { answer: (answer ?? null) as never });
  }

  /** Event and outbox row in one statement. Numbers are given in the order of the rows, which listeners rely on. */
  private async appendAll(
    manager: EntityManager,
    actor: UnitActor,
    events: readonly DomainEvent[],
  ): Promise<void> {
    const who = [actor?.personId ?? null, actor?.organisationId ?? null, new Date(this.clock.now())];
    for (let from = 0; from < events.length; from += batch) {
      await manager.query(
        `WITH written AS (
           INSERT INTO event_log
             (name, subject_kind, subject_id, payload, audience, actor_id, organisation_id, at)
           SELECT event->>'name', event->'subject'->>'kind', event->'subject'->>'id', event->'payload',
                  event->'audience', $2::uuid, $3::uuid, $4::timestamptz
             FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (event, place)
            ORDER BY place
           RETURNING id, at)
         INSERT INTO outbox (event_id, due_at) SELECT id, at FROM written`,
        [JSON.stringify(events.slice(from, from + batch)), ...who],
      );
    }
  }
}

/** PostgreSQL: deadlock_detected. */
const isDeadlock = (reason: unknown): boolean =>
  reason instanceof QueryFailedError && (reason.driverError as { code?: string }).code === '40P01';
