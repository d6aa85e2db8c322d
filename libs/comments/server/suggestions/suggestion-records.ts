import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, RecordedEvent } from '@plenary/ground/kernel';
import { OnEvent, Subjects, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { PersonRecords, type RoomRecords } from '@plenary/identity/server';
import { SuggestionSignalEntity } from '../entities/suggestion-signal.entity.js';
import { SuggestionEntity } from '../entities/suggestion.entity.js';

interface OfPerson {
  readonly suggestions: readonly Partial<SuggestionEntity>[];
  readonly signals: readonly SuggestionSignalEntity[];
}

/** What happens to suggestions when a person leaves, and when two organisations become one. */
@Injectable()
export class SuggestionRecords implements RoomRecords, OnModuleInit {
  readonly room = 'suggestions';

  constructor(
    private readonly records: PersonRecords,
    private readonly unit: UnitOfWork,
    private readonly subjects: Subjects,
  ) {}

  onModuleInit(): void {
    this.records.add(this);
  }

  exportOf = async (tx: EntityManager, personId: string): Promise<OfPerson> => ({
    suggestions: await tx.find(SuggestionEntity, {
      where: { authorId: personId },
      select: {
        ...{ id: true, statementId: true, state: true, wording: true, reason: true, language: true },
        ...{ createdAt: true, changedAt: true, layer: true },
      },
    }),
    signals: await tx.findBy(SuggestionSignalEntity, { personId }),
  });

  /** SUG-8: what they sent stays, under a name that says nothing; drafts that nobody has seen go. */
  leave = async (tx: Transaction, { personId }: Actor): Promise<void> => {
    await tx.manager.delete(SuggestionEntity, { authorId: personId, state: 'draft' });
  };

  /** SUG-8: what was said for an organisation that goes on as another; of two signals that one's own stays. */
  @OnEvent('organisation.merged')
  async move({ subject }: RecordedEvent): Promise<void> {
    await this.unit.run(null, async ({ manager }) => {
      const moved = await this.subjects.movedTo('organisation', [subject.id], manager);
      const [from, into] = [subject.id, moved.get(subject.id)!];
      await manager.update(SuggestionEntity, { organisationId: from }, { organisationId: into });
      await manager.update(SuggestionEntity, { decidedFor: from }, { decidedFor: into });
      await manager.update(
        SuggestionEntity,
        { enteredOrganisationId: from },
        { enteredOrganisationId: into },
      );
      await manager.query(
        `UPDATE suggestion_signal s SET organisation_id = $2 WHERE organisation_id = $1 AND NOT EXISTS (
           SELECT FROM suggestion_signal o WHERE o.suggestion_id = s.suggestion_id AND o.organisation_id = $2)`,
        [from, into],
      );
      await manager.delete(SuggestionSignalEntity, { organisationId: from });
    });
  }
}
