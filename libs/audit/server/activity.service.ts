import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  activityExported,
  detailsFor,
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
import { cursorOf, pageOf, readCursor, UnitOfWork } from '@plenary/ground/server';
import { GroupNames } from '@plenary/groups/server';
import { PeopleService } from '@plenary/identity/server';
import { csvText, type Standing } from '@plenary/organisations/domain';
import { OrganisationNames, StandingService } from '@plenary/organisations/server';
import { StatementsService } from '@plenary/statements/server';
import type { ActivityDto, ActivityNameDto, ListActivityDto } from './activity.dto.js';
import { ActivityRepository, type ActivityRow } from './activity.repository.js';

/** Lines of one export; a filter by days brings the rest. */
const exported = 20_000;
const atOnce = 1_000;

type Names = ReadonlyMap<string, string>;

/** The event log, for people to read (AUD-1, AUD-2). */
@Injectable()
export class ActivityService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly activity: ActivityRepository,
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
      from: dto.from ? new Date(dto.from) : null,
      until: dto.until ? new Date(dto.until) : null,
      after: after?.number ?? null,
      limit: dto.limit,
    });
    const page = pageOf(found, dto.limit, (last) => cursorOf({ number: last.id }));
    return { items: await this.present(actor, viewer, scope, page.items), nextCursor: page.nextCursor };
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

  /** Names as the viewer may see them; five queries, however many lines. */
  private async present(
    actor: Actor,
    viewer: Standing,
    scope: ActivityScope,
    events: readonly ActivityRow[],
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
    // ORG-3: nor is an organisation that the reader may not find told by its id.
    const isFound = ({ kind, id }: { kind: string; id: string }) =>
      kind !== 'organisation' || names['organisation']!.has(id);
    const presented = events.map((each) => {
      const person = personIn(each);
      const name = each.name as ActivityName;
      // ORG-3: who acts for one that the reader may not find acts, for the reader, for none.
      const inNameOf = names['organisation']!.has(each.organisationId ?? '') ? each.organisationId : null;
      return {
        id: each.id,
        at: each.at.toISOString(),
        name,
        actor: each.actorId ? named('person', each.actorId) : null,
        organisation: inNameOf ? named('organisation', inNameOf) : null,
        subject: named(each.subjectKind, each.subjectId),
        person: person && person !== each.subjectId ? named('person', person) : null,
        details: detailsFor(scope, { ...each, name }),
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
        other: other && isFound(other) ? named(other.kind, other.id) : null,
        fields: fieldsIn(payload),
        details: { ...line.details, ...(mayKnow ? moreDetails(name, payload) : {}) },
      };
    });
  }
}

const subjectOf = ({ subjectKind, subjectId }: ActivityRow) => ({ kind: subjectKind, id: subjectId });

const personIn = ({ payload }: ActivityRow): string | null =>
  (payload as { personId?: string }).personId ?? null;

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
