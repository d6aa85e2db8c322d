import { Injectable } from '@nestjs/common';
import { covers, type Actor, type Page } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import {
  compareMoments,
  statementHistoryOpened,
  statementSubject,
  type AuthorshipView,
  type ComparisonView,
  type HistoryRight,
  type HistoryView,
  type MomentView,
  type PlacedMomentView,
  type StretchView,
} from '@plenary/statements/domain';
import { StatementsRepository } from '../statements.repository.js';
import { AuthorList, Authors } from './authors.js';
import { Hands } from './hands.js';
import { ErasingService } from './erasing/erasing.service.js';
import { HistoryDoor } from './history-door.js';
import type { ListStretchesDto } from './history.dto.js';
import { presentAuthored, presentCompared, presentMoment, presentStretch } from './history.presenter.js';
import { MomentsService } from './moments.service.js';
import { StretchesService } from './stretches.service.js';
import { VersionsService } from './versions.service.js';

/** How a statement came about: its moments, what is different between two of them, and whose words stand in it. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly door: HistoryDoor,
    private readonly statements: StatementsRepository,
    private readonly stretches: StretchesService,
    private readonly moments: MomentsService,
    private readonly hands: Hands,
    private readonly authors: Authors,
    private readonly versions: VersionsService,
    private readonly erasing: ErasingService,
  ) {}

  async get(actor: Actor, id: string): Promise<HistoryView> {
    const { statement, right } = await this.door.open(actor, id);
    const { number, first, last } = await this.stretches.upToDate(id);
    const timeOf = await this.moments.times(id, [first, last]);
    return {
      first: { seq: first, at: timeOf(first) },
      last: { seq: last, at: timeOf(last) },
      stretches: number,
      versions: await this.versions.list(actor, id),
      erasures: await this.erasing.list(actor, id),
      seenWith: statement.historyRight,
      mayNameVersions: covers(right, 'edit'),
      mayRestore: covers(right, 'edit'),
      mayOpen: covers(right, 'manage'),
      mayErase: covers(right, 'manage'),
    };
  }

  /** STM-23. The latest first, from `upTo` down. */
  async listStretches(actor: Actor, id: string, dto: ListStretchesDto): Promise<Page<StretchView>> {
    await this.door.open(actor, id);
    const { number } = await this.stretches.upToDate(id);
    const upTo = Math.min(number, dto.upTo ?? number);
    const found = await this.stretches.list(id, upTo, dto.limit);
    const nameOf = await this.authors.for(
      actor,
      found.flatMap(({ shares }) => shares),
    );
    const items = found.map((stretch) => presentStretch(stretch, nameOf));
    const next = (found.at(-1)?.number ?? 1) - 1;
    return { items, nextCursor: next > 0 ? String(next) : null };
  }

  async moment(actor: Actor, id: string, seq: number): Promise<MomentView> {
    await this.door.open(actor, id);
    const paragraphs = presentMoment(await this.moments.at(id, seq));
    const timeOf = await this.moments.times(id, [seq]);
    return { moment: { seq, at: timeOf(seq) }, paragraphs };
  }

  /** STM-25. From 0 is from before anything was written. */
  async compare(actor: Actor, id: string, from: number, until: number | undefined): Promise<ComparisonView> {
    await this.door.open(actor, id);
    const to = until ?? (await this.stretches.upToDate(id)).last;
    const handOf = await this.hands.of(id);
    const before = from === 0 ? [] : await this.moments.at(id, from);
    const compared = compareMoments(before, await this.moments.at(id, to));
    const authors = new AuthorList();
    const paragraphs = presentCompared(compared, handOf, authors);
    const timeOf = await this.moments.times(id, [from, to].filter(Boolean));
    const stepOf = await this.stretches.numbersOf(id, [from, to]);
    const refOf = (seq: number): PlacedMomentView => ({ seq, at: timeOf(seq), step: stepOf(seq) });
    return {
      ...{ from: from === 0 ? null : refOf(from), to: refOf(to), paragraphs },
      authors: authors.all.map(await this.authors.for(actor, authors.all)),
    };
  }

  /** STM-26. */
  async authorship(actor: Actor, id: string, at: number | undefined): Promise<AuthorshipView> {
    await this.door.open(actor, id);
    const { last } = await this.stretches.upToDate(id);
    const seq = at ?? last;
    const authors = new AuthorList();
    const present = presentAuthored(await this.moments.at(id, seq), await this.hands.of(id), authors);
    const views = authors.all.map(await this.authors.for(actor, authors.all));
    const timeOf = await this.moments.times(id, [seq]);
    return {
      ...{ moment: { seq, at: timeOf(seq) }, authors: views },
      ...present((place) => views[place]!),
    };
  }

  /** STM-22: who may see all this from now on. */
  openTo(actor: Actor, id: string, right: HistoryRight): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const { statement } = await this.door.openLocked(tx, actor, id, 'manage');
      const before = statement.historyRight;
      if (before === right) return;
      await this.statements.openHistory(tx.manager, id, right);
      await tx.events.append(statementHistoryOpened(statementSubject(id), { right, before }));
    });
  }
}
