import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import {
  activityExported,
  activityNames,
  failAudit,
  fieldsIn,
  isInNameOf,
  moreDetails,
  othersIn,
  scopeOf,
  type ActivityName,
  type ActivityScope,
} from '@plenary/audit/domain';
import type { Actor, Page } from '@plenary/ground/kernel';
import { cursorOf, EventLogEntity, pageOf, readCursor, UnitOfWork } from '@plenary/ground/server';
import { GroupNames } from '@plenary/groups/server';
import { PeopleService } from '@plenary/identity/server';
import { csvText, type Standing } from '@plenary/organisations/domain';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import { StatementsService } from '@plenary/statements/server';
import type { ActivityDto, ActivityNameDto, ListActivityDto } from './activity.dto.js';

/** Lines of one export; a filter by days brings the rest. */
const exported = 20_000;
const atOnce = 1_000;
/** What of a change is shown; ids, and what a statement said before, are not. */
const shownDetails = [
  'role',
  'state',
  'before',
  'reason',
  'right',
  'kind',
  'access',
  'step',
  'alternate',
  'from',
  'until',
  'lines',
  'organisations',
  'people',
];

type Names = ReadonlyMap<string, string>;

/** The event log, for people to read (AUD-1, AUD-2). */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly organisations: OrganisationNames,
    private readonly groups: GroupNames,
    private readonly statements: StatementsService,
  ) {}

  /** The newest first. */
  async list(actor: Actor, dto: ListActivityDto): Promise<Page<ActivityDto>> {
    const viewer = await this.standings.get(actor.personId);
    const scope = scopeOf(viewer);
    if (scope.kind === 'none') return failAudit('activity.forbidden');
    const after = readCursor(dto.cursor, ['number']);
    const found = this.filtered(scope, dto).limit(dto.limit + 1);
    if (after) found.andWhere('e.id < :after', { after: after.number });
    const page = pageOf(await found.getMany(), dto.limit, (last) => cursorOf({ number: last.id }));
    return { items: await this.present(actor, viewer, page.items), nextCursor: page.nextCursor };
  }

  async export(actor: Actor, dto: ListActivityDto): Promise<string> {
    const rows: string[][] = [['at', 'what', 'who', 'for', 'about', 'whom', 'details']];
    let cursor: string | undefined;
    do {
      const page: Page<ActivityDto> = await this.list(actor, {
        ...dto,
        limit: atOnce,
        ...(cursor ? { cursor } : {}),
      });
      for (const each of page.items) rows.push(lineOf(each));
      cursor = page.nextCursor ?? undefined;
    } while (cursor && rows.length < exported);
    await this.unit.run({ ...actor, commandId: null }, (tx) =>
      tx.events.append(activityExported({ kind: 'person', id: actor.personId }, { lines: rows.length - 1 })),
    );
    return csvText(rows);
  }

  private filtered(scope: ActivityScope, dto: ListActivityDto): SelectQueryBuilder<EventLogEntity> {
    const found = this.database.manager
      .getRepository(EventLogEntity)
      .createQueryBuilder('e')
      .orderBy('e.id', 'DESC');
    if (dto.name) found.where('e.name = :name', { name: dto.name });
    else found.where('e.name = ANY(:names)', { names: activityNames });
    const concerning = `(e.organisation_id = ANY(:own) OR e.subject_kind = 'organisation' AND e.subject_id = ANY(:ownText))`;
    const only = (ids: readonly string[], suffix: string) =>
      found.andWhere(concerning.replaceAll(':own', `:own${suffix}`), {
        [`own${suffix}`]: ids,
        [`own${suffix}Text`]: ids,
      });
    if (scope.kind === 'organisations') only(scope.ids, 'Scope');
    if (dto.organisation) only([dto.organisation], 'Asked');
    if (dto.person) found.andWhere('e.actor_id = :person', { person: dto.person });
    if (dto.from) found.andWhere('e.at >= :from', { from: dto.from });
    if (dto.until) found.andWhere('e.at < :until', { until: dto.until });
    return found;
  }

  /** Names as the viewer may see them; five queries, however many lines. */
  private async present(
    actor: Actor,
    viewer: Standing,
    events: readonly EventLogEntity[],
  ): Promise<ActivityDto[]> {
    const others = events.map((each) => othersIn(each.name as ActivityName, each.payload));
    const idsOf = (kind: string) =>
      [...events.map(subjectOf), ...others].flatMap((each) => (each?.kind === kind ? each.id : []));
    const personIds = events.flatMap((each) => [each.actorId ?? [], personIn(each) ?? []].flat());
    const people = await this.people.namesOf([...personIds, ...idsOf('person')]);
    const organisationIds = events.flatMap((each) => each.organisationId ?? []);
    const organisations = await this.organisations.of(viewer, [...organisationIds, ...idsOf('organisation')]);
    const names: Record<string, Names> = {
      person: new Map([...people].map(([id, { displayName }]) => [id, displayName])),
      organisation: new Map([...organisations].map(([id, { name }]) => [id, name])),
      group: await this.groups.of(idsOf('group')),
      statement: await this.statements.titlesFor(actor, idsOf('statement')),
    };
    const named = (kind: string, id: string): ActivityNameDto => ({
      kind,
      id,
      name: names[kind]?.get(id) ?? null,
    });
    const presented = events.map((each) => {
      const person = personIn(each);
      return {
        id: each.id,
        at: each.at.toISOString(),
        name: each.name as ActivityName,
        actor: each.actorId ? named('person', each.actorId) : null,
        organisation: each.organisationId ? named('organisation', each.organisationId) : null,
        subject: named(each.subjectKind, each.subjectId),
        person: person && person !== each.subjectId ? named('person', person) : null,
        details: detailsOf(each.payload),
      };
    });
    return presented.map((line, place): ActivityDto => {
      const { name, payload } = { ...line, payload: events[place]!.payload };
      // Who may not read a text is not told who else may.
      const mayKnow = line.subject.kind !== 'statement' || line.subject.name !== null;
      const other = mayKnow ? others[place] : null;
      const inNameOf = line.organisation && isInNameOf(line.organisation.id, name, line.subject);
      return {
        ...line,
        organisation: inNameOf ? line.organisation : null,
        other: other ? named(other.kind, other.id) : null,
        fields: fieldsIn(payload),
        details: { ...line.details, ...(mayKnow ? moreDetails(name, payload) : {}) },
      };
    });
  }
}

const subjectOf = ({ subjectKind, subjectId }: EventLogEntity) => ({ kind: subjectKind, id: subjectId });

const personIn = ({ payload }: EventLogEntity): string | null =>
  (payload as { personId?: string }).personId ?? null;

function detailsOf(payload: object): ActivityDto['details'] {
  const entries = Object.entries(payload).filter(
    ([key, value]) => shownDetails.includes(key) && ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(entries) as ActivityDto['details'];
}

const lineOf = (each: ActivityDto): string[] => [
  each.at,
  each.name,
  each.actor?.name ?? '',
  each.organisation?.name ?? '',
  each.subject.name ?? each.subject.kind,
  each.person?.name ?? '',
  [
    ...Object.entries(each.details).map(([key, value]) => `${key}: ${value}`),
    ...(each.fields.length > 0 ? [`changed: ${each.fields.join(', ')}`] : []),
    ...(each.other?.name ? [`${each.other.kind}: ${each.other.name}`] : []),
  ].join('; '),
];
