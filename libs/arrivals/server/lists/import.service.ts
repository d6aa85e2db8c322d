import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, csvText, newId, type Actor } from '@plenary/ground/kernel';
import { LongWorks, Retention, type LongWorkKind, type Transaction, type Work } from '@plenary/ground/server';
import { PeopleService, WelcomeService } from '@plenary/identity/server';
import { listImported, type ImportLine, type ImportProblem, failArrival } from '@plenary/arrivals/domain';
import {
  organisationAdded,
  organisationChanged,
  organisationSubject,
  representativeNamed,
} from '@plenary/organisations/domain';
import {
  OrganisationEntity,
  OrganisationsRepository,
  RolesRepository,
  StandingService,
} from '@plenary/organisations/server';
import { ImportEntity, type MadeByImport } from '../entities/import.entity.js';
import type { ImportChoicesDto } from './import.dto.js';
import { ImportPlans, type Plan } from './import-plan.js';
import { inBatches } from './in-batches.js';
import { mappingOf } from './list-columns.js';
import { readListFile, type ListFile } from './list-file.js';

type Tell = Work['tell'];

/** Organisations and people out of a list: looked at first, then all or nothing (ORG-13). */
@Injectable()
export class ImportService implements OnModuleInit, LongWorkKind<ImportChoicesDto> {
  readonly kind = 'organisations.import';

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly plans: ImportPlans,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly welcome: WelcomeService,
    private readonly retention: Retention,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.works.register(this);
    this.retention.add({
      what: 'what lists of yesterday made',
      forget: (tx, now) =>
        tx.query(`DELETE FROM taken_list WHERE taken_at < $1::timestamptz - interval '1 day'`, [now]),
    });
  }

  refuseUnlessMay(tx: EntityManager, actor: Actor): Promise<unknown> {
    return this.standings.refuseUnlessCoordinator(tx, actor);
  }

  /** Begins to take a list; one that cannot be read is refused at once. */
  async begin(actor: Actor, bytes: Uint8Array, choices: ImportChoicesDto): Promise<{ id: string }> {
    await this.standings.refuseUnlessCoordinator(this.database.manager, actor);
    const mapping = mappingOf(readListFile(bytes, choices), choices);
    if (mapping.organisation === undefined && !choices.whole?.organisation)
      failArrival('import.no-organisation-column');
    return this.works.begin(actor, this.kind, { ...choices }, bytes);
  }

  /** All or nothing, or all that is right where that was said. Done twice, it is done once. */
  async carryOut(tx: Transaction, { id, actor, request, bytes, tell }: Work<ImportChoicesDto>) {
    const file = readListFile(bytes!, request);
    tell('reading', 0, file.lines.length);
    const mapping = mappingOf(file, request);
    await this.organisations.lockNames(tx.manager);
    const { plan, left, problems } = request.takeRight
      ? await this.plans.ofRightLines(tx.manager, file, mapping, request)
      : { plan: await this.plans.of(tx.manager, file, mapping, request), left: [], problems: [] };
    if (plan.problems.length > 0) {
      return failArrival('import.has-errors', { count: plan.problems.length });
    }
    const made = await this.write(tx, plan, request.welcome ?? false, tell);
    await tx.manager.insert(ImportEntity, {
      ...{ id, made, takenAt: new Date(this.clock.now()), undoneAt: null },
    } as never);
    const counts = {
      organisations: plan.newOrganisations.length,
      people: plan.newPeople.length,
      named: plan.named.length,
    };
    await tx.events.append(listImported({ kind: 'person', id: actor.personId }, counts));
    return {
      outcome: { ...counts, changed: plan.changes.length, left: left.length },
      ...(left.length > 0 ? { file: restOf(file, left, problems, request.reasons ?? {}) } : {}),
    };
  }

  private async write(tx: Transaction, plan: Plan, welcome: boolean, tell: Tell): Promise<MadeByImport> {
    const ids = await this.writeOrganisations(tx, plan, tell);
    const personIds = await this.writePeople(tx, plan, welcome, tell);
    const roles = await this.writeRepresentatives(tx, plan, ids, personIds, tell);
    return {
      organisations: plan.newOrganisations.map(({ sortName }) => ids.get(sortName)!),
      people: plan.newPeople.map(({ email }) => personIds.get(email)!),
      changes: plan.changes.map(({ id, before, after }) => ({ id, before, after })),
      roles,
    };
  }

  private async writeOrganisations(tx: Transaction, plan: Plan, tell: Tell): Promise<Map<string, string>> {
    const ids = new Map([...plan.known].map(([sortName, { id }]) => [sortName, id]));
    const createdAt = new Date(this.clock.now());
    const rows = plan.newOrganisations.map((each) => {
      const id = newId();
      ids.set(each.sortName, id);
      return {
        ...{ id, name: each.name, sortName: each.sortName, acronym: each.acronym, country: each.country! },
        ...{ region: each.region, constituency: each.constituency, languages: [...each.languages] },
        ...{ website: each.website, email: each.contact, description: {}, createdAt },
        ...{ state: 'active' as const, listing: 'listed' as const },
      };
    });
    await inBatches(
      rows,
      async (some) => (await tx.manager.insert(OrganisationEntity, [...some]), []),
      (done) => tell('organisations', done, rows.length),
    );
    await tx.events.appendAll(
      rows.map(({ id }) => organisationAdded(organisationSubject(id), { state: 'active' })),
    );
    await inBatches(plan.changes, async (some) => (await changeOrganisations(tx.manager, some), []));
    await tx.events.appendAll(
      plan.changes.map(({ id, after }) =>
        organisationChanged(organisationSubject(id), { fields: Object.keys(after) }),
      ),
    );
    return ids;
  }

  /** Accounts without a password: who has none yet chooses one by the e-mail, or by "forgotten" at any time. */
  private async writePeople(
    tx: Transaction,
    plan: Plan,
    welcome: boolean,
    tell: Tell,
  ): Promise<Map<string, string>> {
    const coalition = await this.organisations.findCoalition(tx.manager);
    const usual = coalition?.languages[0] ?? 'en';
    const ids = new Map(plan.personIds);
    const people = plan.newPeople.map(({ email, displayName, language }) => {
      const id = newId<'person'>();
      ids.set(email, id);
      return { id, email, displayName, language: language ?? usual, password: null };
    });
    await inBatches(
      people,
      async (some) => (await this.people.create(tx.manager, some), []),
      (done) => tell('people', done, people.length),
    );
    if (welcome) await this.welcome.write(tx.manager, people, coalition?.name ?? 'Plenary');
    return ids;
  }

  private async writeRepresentatives(
    tx: Transaction,
    { named }: Plan,
    organisationIds: ReadonlyMap<string, string>,
    personIds: ReadonlyMap<string, string>,
    tell: Tell,
  ): Promise<MadeByImport['roles']> {
    const rows = named.map(({ sortName, email, role, before }) => ({
      ...{ organisationId: organisationIds.get(sortName)!, personId: personIds.get(email)!, role, before },
    }));
    tell('roles', 0, rows.length);
    await this.roles.nameRepresentatives(tx.manager, rows, new Date(this.clock.now()));
    await tx.events.appendAll(
      rows.map(({ organisationId, personId, role }) =>
        representativeNamed(organisationSubject(organisationId), { personId, role }),
      ),
    );
    return rows;
  }
}

/** One statement for all: a field of which nothing is said stays as it is. */
export async function changeOrganisations(
  tx: EntityManager,
  changed: readonly { readonly id: string; readonly after: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const said = (field: string, value = `c.after->>'${field}'`) =>
    `${field} = CASE WHEN c.after ? '${field}' THEN ${value} ELSE o.${field} END`;
  const languages = `ARRAY(SELECT jsonb_array_elements_text(c.after->'languages'))`;
  await tx.query(
    `UPDATE organisation o
        SET ${['acronym', 'country', 'region', 'constituency', 'website', 'email'].map((each) => said(each)).join(', ')},
            ${said('languages', languages)}
       FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, after jsonb) WHERE o.id = c.id`,
    [JSON.stringify(changed.map(({ id, after }) => ({ id, after })))],
  );
}

/** The lines that were not taken, as they stood, each with what is wrong in it, in the words that came with the list. */
function restOf(
  { heads }: ListFile,
  left: readonly ImportLine[],
  problems: readonly ImportProblem[],
  reasons: Readonly<Record<string, string>>,
) {
  const byLine = new Map<number, string[]>();
  for (const { line, field, problem } of problems) {
    const column = (field && reasons[`field.${field}`]) ?? field ?? '';
    const said = `${column}: ${reasons[problem] ?? problem}`;
    byLine.set(line, [...new Set([...(byLine.get(line) ?? []), said])]);
  }
  const rows = left.map(({ line, cells }) => [
    ...heads.map((_, column) => cells[column] ?? ''),
    (byLine.get(line) ?? []).join(' '),
  ]);
  const text = csvText([[...heads, reasons['head'] ?? '?'], ...rows]);
  return { name: 'rest.csv', type: 'text/csv; charset=utf-8', bytes: Buffer.from(text) };
}
