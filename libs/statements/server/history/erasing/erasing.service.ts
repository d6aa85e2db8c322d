import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { forgetAnswers, OnEventEverywhere, UnitOfWork } from '@plenary/ground/server';
import {
  CollabService,
  HistoryGap,
  TextErasing,
  type ErasablePassage,
  type NothingToErase,
} from '@plenary/ground/server/collab';
import { mostCharacters, withoutWords } from '@plenary/ground/text';
import {
  documentOf,
  erasureReasonFrom,
  failStatement,
  statementPassageErased,
  statementSubject,
  type ErasureCoverView,
  type ErasureView,
} from '@plenary/statements/domain';
import { Authors } from '../authors.js';
import { StatementErasureEntity } from '../entities/statement-erasure.entity.js';
import { StatementVersionEntity } from '../entities/statement-version.entity.js';
import { HistoryDoor } from '../history-door.js';
import { MomentsService } from '../moments.service.js';
import type { PassageDto } from './erasing.dto.js';
import { PassageErasures, type ErasedPassage } from './passage-erasures.js';

/**
 * STM-29: the one exception to a history that only grows. Words go from the text, from every moment of it, and from all
 * that rooms above keep of them; a dated gap stays.
 */
@Injectable()
export class ErasingService implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly door: HistoryDoor,
    private readonly texts: TextErasing,
    private readonly collab: CollabService,
    private readonly moments: MomentsService,
    private readonly erasures: PassageErasures,
    private readonly authors: Authors,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasures.register({ what: 'statements-history:history.erase.notes', find: notesOfVersions });
  }

  /** The newest first. Judges no rights. */
  async list(actor: Actor, statementId: string): Promise<ErasureView[]> {
    const found = await this.database.manager.find(StatementErasureEntity, {
      where: { statementId },
      order: { seq: 'DESC' },
    });
    const by = ({ erasedBy: personId, organisationId }: StatementErasureEntity) => ({
      personId,
      organisationId,
    });
    const nameOf = await this.authors.for(actor, found.map(by));
    return found.map((erasure) => ({
      ...{ id: erasure.id, seq: Number(erasure.seq), at: erasure.erasedAt.toISOString() },
      ...{ by: nameOf(by(erasure)), reason: erasure.reason, characters: erasure.characters },
      paragraphs: erasure.paragraphs,
    }));
  }

  /** What would go; for whoever manages the statement. */
  async cover(actor: Actor, id: string, passage: PassageDto): Promise<ErasureCoverView> {
    const { right } = await this.door.open(actor, id);
    if (right !== 'manage') return failStatement('statement.forbidden', { held: right, wanted: 'manage' });
    const tx = this.database.manager;
    const found = await this.find(id, passage, tx);
    const { words, characters, places } = found;
    const beside = await this.erasures.find(tx, { statementId: id, ...found }, false);
    return { words, characters: characters.size, places, beside };
  }

  /** Text, history, what rooms above keep, the gap and its event in one transaction. Cannot be taken back. */
  async erase(actor: Actor, id: string, passage: PassageDto, said: string): Promise<ErasureView> {
    const reason = erasureReasonFrom(said);
    const erasure = await this.unit.run(actor, async (tx) => {
      await this.door.openLocked(tx, actor, id, 'manage');
      const document = documentOf(id);
      await this.texts.lock(tx, document);
      const found = await this.find(id, passage, tx.manager);
      const seq = await this.texts.erase(tx, document, actor, found);
      await this.erasures.find(tx.manager, { statementId: id, ...found }, true);
      // What a command was answered is kept for who asks again.
      await forgetAnswers(tx.manager, (said) => said.includes(id) || said.search(found.pattern) >= 0);
      const erasure: StatementErasureEntity = {
        ...{ id: newId(), statementId: id, seq: String(seq), erasedAt: new Date(this.clock.now()) },
        ...{ erasedBy: actor.personId, organisationId: actor.organisationId },
        ...{ reason: withoutWords(reason, found.pattern), characters: found.characters.size },
        paragraphs: found.paragraphs,
      };
      await tx.manager.insert(StatementErasureEntity, erasure);
      const told = { erasureId: erasure.id, seq, characters: erasure.characters, reason: erasure.reason };
      await tx.events.append(statementPassageErased(statementSubject(id), told));
      return erasure;
    });
    return (await this.list(actor, id)).find((each) => each.id === erasure.id)!;
  }

  /** Each process forgets what it had read; every device takes the text anew (SYNC-24). */
  @OnEventEverywhere(statementPassageErased.name)
  async onErased({ subject: { id } }: RecordedEvent): Promise<void> {
    this.moments.forget();
    await this.collab.reopened(documentOf(id));
  }

  private async find(
    id: string,
    { at, ...passage }: PassageDto,
    tx: EntityManager,
  ): Promise<ErasablePassage> {
    const found = await this.texts.find(documentOf(id), at, passage, tx).catch((reason: unknown) => {
      if (reason instanceof HistoryGap)
        return failStatement('statement.history-gap', { after: reason.after });
      throw reason;
    });
    return typeof found === 'string' ? refuse(found) : found;
  }
}

function refuse(why: NothingToErase): never {
  if (why === 'too-short') return failStatement('statement.passage-too-short');
  if (why === 'too-long') return failStatement('statement.passage-too-long', { most: mostCharacters });
  return failStatement('statement.paragraph-unknown');
}

/** What was said of versions. */
async function notesOfVersions(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  const versions = await tx.findBy(StatementVersionEntity, { statementId });
  const telling = versions.filter(({ note, name }) => `${name}\n${note}`.search(pattern) >= 0);
  for (const { id, note } of erase ? telling : [])
    await tx.update(StatementVersionEntity, { id }, { note: withoutWords(note, pattern) });
  return telling.length;
}
