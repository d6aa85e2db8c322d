import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { FlatText } from '@plenary/ground/text';
import {
  compareMoments,
  documentOf,
  failStatement,
  historyLimits,
  type ComparedParagraph,
  type Moment,
  type UnreadCountView,
  type UnreadView,
} from '@plenary/statements/domain';
import { AuthorList, Authors } from './authors.js';
import { Hands } from './hands.js';
import { HistoryDoor } from './history-door.js';
import type { NoteReadDto } from './history.dto.js';
import { presentCompared } from './history.presenter.js';
import { MomentsService } from './moments.service.js';
import { everything, ReadingsRepository } from './readings.repository.js';
import { StretchesService } from './stretches.service.js';
import { VersionsService } from './versions.service.js';

/** Moments with which one question compares; paragraphs in between are compared with the one before. */
const mostMoments = 24;

/** STM-27: what was changed by others since somebody last had it on a screen. */
@Injectable()
export class UnreadService {
  constructor(
    private readonly database: DataSource,
    private readonly door: HistoryDoor,
    private readonly collab: CollabService,
    private readonly readings: ReadingsRepository,
    private readonly stretches: StretchesService,
    private readonly moments: MomentsService,
    private readonly versions: VersionsService,
    private readonly hands: Hands,
    private readonly authors: Authors,
  ) {}

  async get(actor: Actor, id: string): Promise<UnreadView> {
    await this.door.open(actor, id);
    const { last } = await this.stretches.upToDate(id);
    const read = await this.readings.get(this.database.manager, id, actor.personId);
    const since = await this.versions.last(actor, id);
    const timeOf = await this.moments.times(id, [last]);
    const to = { seq: last, at: timeOf(last) };
    const compared = await this.changed(actor.personId, id, read, since?.moment.seq ?? null, last);
    const authors = new AuthorList();
    const paragraphs = presentCompared(compared, await this.hands.of(id), authors);
    return {
      ...{ count: paragraphs.length, since, to, paragraphs },
      authors: authors.all.map(await this.authors.for(actor, authors.all)),
    };
  }

  /** Of those of these statements whose history the caller may see; the others are left out. */
  async count(actor: Actor, ids: readonly string[]): Promise<readonly UnreadCountView[]> {
    const tx = this.database.manager;
    const seen = await this.door.those(tx, actor, ids);
    return this.readings.countUnread(tx, seen, actor.personId, historyLimits.countedSteps);
  }

  /**
   * What is no paragraph of the text is passed over, so that nobody fills the table with inventions. A paragraph is read
   * with all that was joined to it.
   */
  async noteRead(actor: Actor, id: string, dto: NoteReadDto): Promise<void> {
    const { seq, paragraphs } = dto;
    await this.door.open(actor, id);
    const known = await this.collab.read(documentOf(id), (text, last) => {
      if (seq > last) return failStatement('statement.moment-unknown');
      const flat = new FlatText(text);
      const segments = new Map(flat.page.map((each) => [each.id, each.segments.map((part) => part.id)]));
      return paragraphs.flatMap((each) =>
        flat.holderOf(each) === undefined ? [] : [each, ...(segments.get(each) ?? [])],
      );
    });
    if (dto.everything) known.push(everything);
    if (known.length === 0) return;
    const read = Object.fromEntries(known.map((each) => [each, seq]));
    await this.readings.note(this.database.manager, id, actor.personId, read);
  }

  private async changed(
    personId: string,
    id: string,
    read: Readonly<Record<string, number>>,
    version: number | null,
    last: number,
  ): Promise<ComparedParagraph[]> {
    const seen = Object.values(read);
    // Who has read some of it, and where nothing has a name: from when they first read.
    const usual = version ?? (seen.length > 0 ? Math.min(...seen) : null);
    if (usual === null) return [];
    const sinceOf = (paragraph: string): number => Math.max(read[paragraph] ?? usual, read[everything] ?? 0);
    const touched = await this.touchedByOthers(personId, id, Math.min(usual, ...seen));
    const now = await this.moments.at(id, last);
    const here = new Set(now.map((paragraph) => paragraph.id));
    const wanted = new Map<number, Set<string>>();
    const want = (paragraph: string) => {
      const since = sinceOf(paragraph);
      wanted.set(since, (wanted.get(since) ?? new Set()).add(paragraph));
    };
    for (const paragraph of now) {
      const latest = Math.max(0, ...paragraph.segments.map((each) => touched.get(each) ?? 0));
      if (latest > sinceOf(paragraph.id)) want(paragraph.id);
    }
    // Those that are gone: what was done to them, or to the paragraph that they were joined to.
    const gone = [...touched].filter(([each, seq]) => !here.has(each) && seq > sinceOf(each));
    for (const [each] of gone) want(each);
    return inOrder(now, await this.compareEach(id, fewer(wanted), now));
  }

  private async compareEach(
    id: string,
    wanted: ReadonlyMap<number, ReadonlySet<string>>,
    now: Moment,
  ): Promise<ComparedParagraph[]> {
    const found: ComparedParagraph[] = [];
    for (const [since, paragraphs] of wanted) {
      const compared = compareMoments(await this.moments.at(id, since), now, paragraphs);
      found.push(...compared.filter(({ state, moved }) => state !== 'same' || moved));
    }
    return found;
  }

  /** By segment: the last row by somebody else. */
  private async touchedByOthers(personId: string, id: string, since: number): Promise<Map<string, number>> {
    const touched = new Map<string, number>();
    for (const { lastSeq, shares } of await this.stretches.listFrom(id, 1)) {
      if (lastSeq <= since) continue;
      for (const share of shares) {
        if (share.personId === personId) continue;
        for (const [segment, seq] of Object.entries(share.segments))
          touched.set(segment, Math.max(seq, touched.get(segment) ?? 0));
      }
    }
    return touched;
  }
}

/** Not more moments than are to be read for one question. */
function fewer(wanted: ReadonlyMap<number, ReadonlySet<string>>): Map<number, Set<string>> {
  const moments = [...wanted.keys()].sort((one, other) => one - other);
  const step = Math.ceil(moments.length / mostMoments);
  const found = new Map<number, Set<string>>();
  moments.forEach((since, place) => {
    const kept = moments[place - (place % step)]!;
    const paragraphs = found.get(kept) ?? new Set();
    for (const each of wanted.get(since)!) paragraphs.add(each);
    found.set(kept, paragraphs);
  });
  return found;
}

/** As they stand on the page; those that are gone, at the end. */
function inOrder(now: Moment, compared: readonly ComparedParagraph[]): ComparedParagraph[] {
  const place = new Map(now.map(({ id }, at) => [id, at]));
  const placeOf = ({ id }: ComparedParagraph) => place.get(id) ?? now.length;
  return compared.toSorted((one, other) => placeOf(one) - placeOf(other));
}
