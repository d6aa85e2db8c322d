import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, type Actor } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { PeopleService, PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { statementSubject } from '@plenary/statements/domain';
import { StatementsDoor } from '@plenary/statements/server';
import { BringingWords } from '@plenary/comments/server';
import { failExchange, returnTakenBack, type ReturnedFileView } from '@plenary/exchange/domain';
import { ReturnedFileEntity } from '../entities/returned-file.entity.js';
import { ReturnedRepository } from './returned.repository.js';

/** Files that came back to a statement, and taking one back (EXC-23). */
@Injectable()
export class ReturnedFiles implements RoomRecords, OnModuleInit {
  readonly room = 'exchange';

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly statements: StatementsDoor,
    private readonly words: BringingWords,
    private readonly returned: ReturnedRepository,
    private readonly people: PeopleService,
    private readonly records: PersonRecords,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  /** The newest first, for all who may read the statement, as what they brought is. */
  async list(actor: Actor, statementId: string): Promise<ReturnedFileView[]> {
    await this.statements.open(actor, statementId);
    const tx = this.database.manager;
    return this.present(tx, actor, await this.returned.list(tx, statementId));
  }

  /**
   * Withdraws the suggestions that are open, and takes away threads in which nobody else said anything. Only whoever
   * brought them does; a second time changes nothing.
   */
  async takeBack(actor: Actor, id: string): Promise<ReturnedFileView> {
    await this.unit.run(actor, async (tx) => {
      const known = (await this.returned.find(tx.manager, id)) ?? failExchange('exchange.returned-not-found');
      const statement = await this.statements.findLocked(tx, actor, known.statementId);
      const file = await this.returned.find(tx.manager, id);
      if (!statement || file?.personId !== actor.personId) return failExchange('exchange.returned-not-found');
      if (file.takenBackAt) return;
      const items = await this.returned.itemsOf(tx.manager, id);
      const of = (kind: string) => items.filter((each) => each.kind === kind).map(({ targetId }) => targetId);
      const gone = await this.words.takeBack(tx, actor, of('suggestion'), of('comment'));
      await this.returned.takeBack(tx.manager, id, new Date(this.clock.now()), [
        ...gone.suggestions,
        ...gone.comments,
      ]);
      const { statementId } = file;
      const counts = { suggestions: gone.suggestions.length, comments: gone.comments.length };
      await tx.events.append(returnTakenBack(statementSubject(statementId), { fileId: id, ...counts }));
    });
    const tx = this.database.manager;
    const [view] = await this.present(tx, actor, [(await this.returned.find(tx, id))!]);
    return view!;
  }

  exportOf = async (
    tx: EntityManager,
    personId: string,
  ): Promise<{ readonly brought: readonly unknown[] }> => ({
    brought: await tx.find(ReturnedFileEntity, {
      where: { personId },
      select: { id: true, statementId: true, fileName: true, suggestions: true, comments: true, at: true },
    }),
  });

  /** What they brought stays, with whose words it is; who brought it is a name that says nothing. */
  leave = (): Promise<void> => Promise.resolve();

  private async present(
    tx: EntityManager,
    { personId: me }: Actor,
    files: readonly ReturnedFileEntity[],
  ): Promise<ReturnedFileView[]> {
    const people = await this.people.namesOf(files.map(({ personId }) => personId), tx);
    return files.map(({ id, fileName, personId, suggestions, comments, at, takenBackAt }) => {
      const person = people.get(personId);
      const by = { personId: person && !person.hasLeft ? personId : null, name: person?.displayName ?? '' };
      return {
        ...{ id, fileName, by, suggestions, comments, at: at.toISOString() },
        takenBackAt: takenBackAt?.toISOString() ?? null,
        may: { takeBack: personId === me && takenBackAt === null },
      };
    });
  } // prettier-ignore
}
