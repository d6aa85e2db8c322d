import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import {
  forgetAnswers,
  OnEventEverywhere,
  RateLimits,
  UnitOfWork,
  type Transaction,
} from '@plenary/ground/server';
import {
  CollabService,
  HistoryGap,
  TextErasing,
  type ErasablePassage,
  type NothingToErase,
  type WrittenText,
} from '@plenary/ground/server/collab';
import { mostCharacters, withoutWords } from '@plenary/ground/text';
import {
  documentOf,
  erasureLimits,
  erasureReasonFrom,
  failStatement,
  statementPassageErased,
  statementRenamed,
  statementSubject,
  titleFrom,
  titleWithout,
  type ErasedStatementView,
  type ErasureCoverView,
  type ErasureView,
} from '@plenary/statements/domain';
import { Authors } from '../authors.js';
import { StatementErasureEntity } from '../entities/statement-erasure.entity.js';
import { ReadersService, type OpenStatement } from '../../readers.service.js';
import { StatementsRepository } from '../../statements.repository.js';
import { HistoryDoor } from '../history-door.js';
import { MomentsService } from '../moments.service.js';
import type { PassageDto } from './erasing.dto.js';
import { eraseFromRecord, eraseFromVersions } from './own-words.js';
import { PassageErasures } from './passage-erasures.js';

/** Of one person in ten minutes: each reads all that was ever written in a text. */
const limits = { look: ['erasure-look', 120, 600], erase: ['erasure', 60, 600] } as const;

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
    private readonly statements: StatementsRepository,
    private readonly readers: ReadersService,
    private readonly authors: Authors,
    private readonly rates: RateLimits,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.erasures.register({ what: 'statements-history:history.erase.versions', find: eraseFromVersions });
    this.erasures.register({ what: 'statements-history:history.erase.record', find: eraseFromRecord });
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

  /** Those that the caller may read from which words were erased. */
  async erasedStatements(actor: Actor): Promise<ErasedStatementView[]> {
    const tx = this.database.manager;
    const erased: { id: string; seq: string; at: Date }[] = await tx
      .getRepository(StatementErasureEntity)
      .createQueryBuilder('e')
      .select('e.statementId', 'id')
      .addSelect('max(e.seq)', 'seq')
      .addSelect('max(e.erasedAt)', 'at')
      .groupBy('e.statementId')
      .orderBy('max(e.erasedAt)', 'DESC')
      .limit(erasureLimits.statements)
      .getRawMany();
    if (erased.length === 0) return [];
    const ids = erased.map(({ id }) => id);
    const opened = await this.readers.openMany(tx, actor.personId, ids);
    const readable = new Set(
      opened.flatMap(({ statement, right }) => (right === 'none' ? [] : statement.id)),
    );
    const epochs = await this.collab.epochsOf(tx, ids.map(documentOf));
    return erased
      .filter(({ id }) => readable.has(id))
      .map(({ id, seq, at }) => ({
        ...{ id, epoch: epochs.get(documentOf(id))! },
        ...{ seq: Number(seq), at: at.toISOString() },
      }));
  }

  /** What would go; for whoever manages the statement. */
  async cover(actor: Actor, id: string, passage: PassageDto): Promise<ErasureCoverView> {
    await this.limit(actor, 'look');
    const { right, statement } = await this.door.open(actor, id);
    if (right !== 'manage') return failStatement('statement.forbidden', { held: right, wanted: 'manage' });
    const tx = this.database.manager;
    const found = this.find(await this.texts.read(documentOf(id), tx), passage);
    const { words, characters, places, pattern } = found;
    const beside = await this.erasures.find(tx, { statementId: id, ...found }, false);
    const title = titleWithout(statement.title, pattern);
    const left = title === statement.title ? null : title;
    return { words, characters: characters.size, places, beside, title: left };
  }

  /** Text, history, what rooms above keep, the gap and its event in one transaction. Cannot be taken back. */
  async erase(
    actor: Actor,
    id: string,
    passage: PassageDto,
    said: { readonly reason: string; readonly title?: string | undefined },
  ): Promise<ErasureView> {
    await this.limit(actor, 'erase');
    const reason = erasureReasonFrom(said.reason);
    const erasure = await this.unit.run(actor, async (tx) => {
      const { statement } = await this.door.openLocked(tx, actor, id, 'manage');
      const document = documentOf(id);
      await this.texts.lock(tx, document);
      const text = await this.texts.read(document, tx.manager);
      const found = this.find(text, passage);
      const seq = await this.texts.erase(tx, text, actor, found);
      await this.erasures.find(tx.manager, { statementId: id, ...found }, true);
      await this.retitle(tx, statement, found.pattern, said.title);
      // What a command was answered is kept for who asks again.
      await forgetAnswers(tx.manager, (said) => said.includes(id) || said.search(found.pattern) >= 0);
      const erasure: StatementErasureEntity = {
        ...{ id: newId(), statementId: id, seq: String(seq), erasedAt: new Date(this.clock.now()) },
        ...{ erasedBy: actor.personId, organisationId: actor.organisationId },
        ...{ reason: withoutWords(reason, found.pattern), characters: found.characters.size },
        ...{ paragraphs: found.paragraphs, gaps: [...found.characters] },
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

  /** A title that says the words has a mark in their place, or is another one. */
  private async retitle(
    tx: Transaction,
    { id, title: said }: OpenStatement['statement'],
    pattern: RegExp,
    wanted: string | undefined,
  ): Promise<void> {
    const before = titleWithout(said, pattern);
    if (before === said) return;
    const title = wanted === undefined ? before : titleWithout(titleFrom(wanted), pattern);
    await this.statements.rename(tx.manager, id, title, new Date(this.clock.now()));
    if (title !== before) await tx.events.append(statementRenamed(statementSubject(id), { title, before }));
  }

  private find(text: WrittenText, { at, ...passage }: PassageDto): ErasablePassage {
    try {
      const found = this.texts.find(text, at, passage);
      return typeof found === 'string' ? refuse(found) : found;
    } catch (reason) {
      if (reason instanceof HistoryGap) failStatement('statement.history-gap', { after: reason.after });
      throw reason;
    }
  }

  private async limit({ personId }: Actor, what: keyof typeof limits): Promise<void> {
    const [name, points, seconds] = limits[what];
    await this.rates.take(name, personId, points, seconds);
  }
}

function refuse(why: NothingToErase): never {
  if (why === 'too-short') return failStatement('statement.passage-too-short');
  if (why === 'too-long') return failStatement('statement.passage-too-long', { most: mostCharacters });
  return failStatement('statement.paragraph-unknown');
}
