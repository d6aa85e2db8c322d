import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  activityExported,
  detailsFor,
  failAudit,
  isInNameOf,
  othersIn,
  partsIn,
  scopeOf,
  wordsForOthers,
  type ActivityScope,
} from '@plenary/audit/domain';
import { eventsOnRecord, type Actor, type Page, type Subject, type Told } from '@plenary/ground/kernel';
import { cursorOf, pageOf, readCursor, Subjects, UnitOfWork } from '@plenary/ground/server';
import type { Standing } from '@plenary/organisations/domain';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import type {
  ActivityDto,
  ActivityKindDto,
  ActivityNameDto,
  ListActivityDto,
  ToldDto,
} from './activity.dto.js';
import { ActivityRepository, type ActivityRow } from './activity.repository.js';

/** Lines of one export; a filter by days brings the rest. */
const exported = 20_000;
const atOnce = 1_000;

/** The event log, for people to read (AUD-1, AUD-2). */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly activity: ActivityRepository,
    private readonly standings: StandingService,
    private readonly organisations: OrganisationNames,
    private readonly subjects: Subjects,
  ) {}

  /** The newest first. */
  async list(actor: Actor, dto: ListActivityDto): Promise<Page<ActivityDto>> {
    const viewer = await this.standings.get(actor.personId);
    const scope = this.scopeFor(viewer);
    // AUD-1: of another organisation there is nothing to read, whether there is one or not.
    if (dto.organisation && scope.kind === 'organisations' && !scope.ids.includes(dto.organisation)) {
      return { items: [], nextCursor: null };
    }
    const after = readCursor(dto.cursor, ['number']);
    const found = await this.activity.list(this.database.manager, {
      scope: scope.kind === 'organisations' ? scope.ids : null,
      // AUD-3: left out in the query and not afterwards, so that pages stay full.
      subjects: scope.kind === 'organisations' ? this.organisations.findable(viewer) : null,
      name: dto.name ?? null,
      person: dto.person ?? null,
      organisation: dto.organisation ?? null,
      subject: subjectIn(dto.subject),
      from: dto.from ? new Date(dto.from) : null,
      until: dto.until ? new Date(dto.until) : null,
      after: after?.number ?? null,
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, (last) => cursorOf({ number: last.id }));
    return { items: await this.present(actor, scope, page.items), nextCursor: page.nextCursor };
  }

  async export(actor: Actor, dto: ListActivityDto): Promise<ActivityDto[]> {
    const lines: ActivityDto[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<ActivityDto> = await this.list(actor, {
        ...dto,
        limit: atOnce,
        ...(cursor ? { cursor } : {}),
      });
      lines.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor && lines.length < exported);
    await this.unit.run({ ...actor, commandId: null }, (tx) =>
      tx.events.append(activityExported({ kind: 'person', id: actor.personId }, { lines: lines.length })),
    );
    return lines;
  }

  /** AUD-1: for whoever may read some of it. */
  async kinds(actor: Actor): Promise<ActivityKindDto[]> {
    this.scopeFor(await this.standings.get(actor.personId));
    return [...eventsOnRecord()].map(([name, { told = [] }]) => ({ name, told: told.map(presentTold) }));
  }

  private scopeFor(viewer: Standing): ActivityScope {
    const scope = scopeOf(viewer);
    return scope.kind === 'none' ? failAudit('activity.forbidden') : scope;
  }

  /** Names as the viewer may see them; one question for each kind of subject, however many lines. */
  private async present(
    actor: Actor,
    scope: ActivityScope,
    events: readonly ActivityRow[],
  ): Promise<ActivityDto[]> {
    const records = eventsOnRecord();
    const lines = events.map((each) => {
      const record = records.get(each.name)!;
      return { ...each, record, subject: subjectOf(each), other: othersIn(record, each.payload) };
    });
    const known = await this.subjects.knownTo(
      actor.personId,
      lines.flatMap((line) => [line.subject, line.other ?? [], peopleIn(line), organisationOf(line)].flat()),
    );
    const named = (subject: Subject): ActivityNameDto => {
      const name = known.nameOf(subject);
      return { ...subject, name, link: name === null ? null : this.subjects.linkOf(subject) };
    };
    return lines.map(({ record, subject, other, payload, ...line }): ActivityDto => {
      const person = personIn(payload);
      // ORG-3: who acts for one that the reader may not find acts, for the reader, for none.
      const [organisation] = organisationOf(line).filter((each) => known.has(each));
      const isIn = organisation && isInNameOf(organisation.id, record, subject);
      // Who may not read a thing is not told whom else it concerns.
      const mayKnow = known.has(subject);
      return {
        id: line.id,
        at: line.at.toISOString(),
        name: line.name,
        actor: line.actorId ? named({ kind: 'person', id: line.actorId }) : null,
        organisation: isIn ? named(organisation) : null,
        subject: named(subject),
        person: person && person !== subject.id ? named({ kind: 'person', id: person }) : null,
        // ORG-3: nor is an organisation that the reader may not find told by its id.
        other: mayKnow && other && known.has(other) ? named(other) : null,
        fields: partsIn(record, payload),
        details: {
          ...detailsFor(scope, { record, subjectId: subject.id, payload }),
          ...(mayKnow ? wordsForOthers(record, payload) : {}),
        },
      };
    });
  }
}

/** `statement/<id>`, checked by the DTO. */
function subjectIn(said: string | undefined): Subject | null {
  const [kind, id] = said?.split('/') ?? [];
  return kind && id ? { kind, id } : null;
}

const subjectOf = ({ subjectKind, subjectId }: ActivityRow): Subject => ({
  kind: subjectKind,
  id: subjectId,
});

const personIn = (payload: object): string | null => (payload as { personId?: string }).personId ?? null;

const peopleIn = ({ actorId, payload }: Pick<ActivityRow, 'actorId' | 'payload'>): Subject[] =>
  [actorId, personIn(payload)].flatMap((id) => (id ? [{ kind: 'person', id }] : []));

const organisationOf = ({ organisationId: id }: Pick<ActivityRow, 'organisationId'>): Subject[] =>
  id ? [{ kind: 'organisation', id }] : [];

/** Without what only the server reads it by. */
function presentTold(told: Told): ToldDto {
  const { as, key } = told;
  if (told.as === 'reason') return { as, key };
  const { words } = told;
  if (told.as === 'change') return { as, key, words, before: told.before };
  if (told.as !== 'word') return { as, key, words };
  return {
    as,
    key,
    words,
    ...(told.and ? { and: told.and } : {}),
    ...(told.term ? { term: told.term } : {}),
  };
}
