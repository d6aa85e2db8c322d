import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { LongWorks, type LongWorkKind, type Transaction, type Work } from '@plenary/ground/server';
import { isEmail } from '@plenary/identity/domain';
import { PeopleService, WelcomeService } from '@plenary/identity/server';
import {
  failOrganisation,
  guessMapping,
  importLimits,
  importWords,
  listImported,
  organisationAdded,
  organisationChanged,
  readLines,
  representativeNamed,
  weightOf,
  type ImportedOrganisation,
  type ImportedPerson,
  type ImportMapping,
  type ImportPreviewView,
  type ImportProblem,
  type ReadLines,
  organisationSubject,
} from '@plenary/organisations/domain';
import { OrganisationEntity } from '../entities/organisation.entity.js';
import { RepresentativeEntity } from '../entities/representative.entity.js';
import { OrganisationsRepository } from '../organisations.repository.js';
import { RolesRepository } from '../roles.repository.js';
import { StandingService } from '../standing.service.js';
import { knownOrganisations } from './known-organisations.js';
import { readListFile, type ListFile } from './list-file.js';
import type { ImportQueryDto } from './import.dto.js';

/** Rows written by one statement. */
const batch = 500;
const words = importWords(isEmail);

type Tell = Work['tell'];

/** What a list would do to what is there. */
interface Plan {
  readonly problems: readonly ImportProblem[];
  readonly newOrganisations: readonly ImportedOrganisation[];
  readonly changedOrganisations: readonly { readonly id: string; readonly change: Record<string, unknown> }[];
  readonly known: ReadonlyMap<string, OrganisationEntity>;
  readonly newPeople: readonly ImportedPerson[];
  readonly people: readonly ImportedPerson[];
  readonly personIds: ReadonlyMap<string, string>;
}

/** Organisations and people out of a list: looked at first, then all or nothing (ORG-13). */
@Injectable()
export class ImportService implements OnModuleInit, LongWorkKind<ImportQueryDto> {
  readonly kind = 'organisations.import';

  constructor(
    private readonly database: DataSource,
    private readonly works: LongWorks,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly welcome: WelcomeService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.works.register(this);
  }

  refuseUnlessMay(tx: EntityManager, actor: Actor): Promise<unknown> {
    return this.standings.refuseUnlessCoordinator(tx, actor);
  }

  /** Changes nothing. Every error is named by line; what was not recognised a person says, so that it is shown, too. */
  async preview(actor: Actor, bytes: Uint8Array, query: ImportQueryDto): Promise<ImportPreviewView> {
    await this.standings.refuseUnlessCoordinator(this.database.manager, actor);
    const file = readListFile(bytes, query);
    const mapping = mappingOf(file, query);
    const plan = await this.plan(this.database.manager, readOf(file, mapping), mapping);
    return {
      ...{ encoding: file.encoding, separator: file.separator, heads: file.heads, mapping },
      sample: file.lines.slice(0, 5).map(({ cells }) => cells.slice(0, file.heads.length)),
      lines: file.lines.length,
      problemCount: plan.problems.length,
      problems: plan.problems.slice(0, importLimits.errorsShown),
      newOrganisations: plan.newOrganisations.length,
      changedOrganisations: plan.changedOrganisations.length,
      newPeople: plan.newPeople.length,
      newRepresentatives: (await this.missing(this.database.manager, plan)).length,
    };
  }

  /** Begins to take a list; one that cannot be read is refused at once. */
  async begin(actor: Actor, bytes: Uint8Array, query: ImportQueryDto): Promise<{ id: string }> {
    await this.standings.refuseUnlessCoordinator(this.database.manager, actor);
    const file = readListFile(bytes, query);
    if (mappingOf(file, query).organisation === undefined) failOrganisation('import.no-organisation-column');
    return this.works.begin(actor, this.kind, { ...query }, bytes);
  }

  /** All or nothing: with one error in it, nothing of the list is taken. Done twice, it is done once. */
  async carryOut(tx: Transaction, { actor, request, bytes, tell }: Work<ImportQueryDto>) {
    const file = readListFile(bytes!, request);
    tell('reading', 0, file.lines.length);
    const mapping = mappingOf(file, request);
    await this.organisations.lockNames(tx.manager);
    const plan = await this.plan(tx.manager, readOf(file, mapping), mapping);
    if (plan.problems.length > 0) {
      return failOrganisation('import.has-errors', { count: plan.problems.length });
    }
    const ids = await this.writeOrganisations(tx, plan, tell);
    const personIds = await this.writePeople(tx, plan, request.welcome === 'true', tell);
    const named = await this.writeRepresentatives(tx, plan, ids, personIds, tell);
    const counts = { organisations: plan.newOrganisations.length, people: plan.newPeople.length, named };
    await tx.events.append(listImported({ kind: 'person', id: actor.personId }, counts));
    return { outcome: counts };
  }

  private async plan(tx: EntityManager, read: ReadLines, mapping: ImportMapping): Promise<Plan> {
    const problems = [...read.problems];
    const told = new Set(read.problems.map(({ line, field }) => `${line} ${field}`));
    const found = await inBatches(
      read.organisations.map(({ sortName }) => sortName),
      async (some) => [...(await knownOrganisations(tx, this.organisations, some))],
    );
    const known = new Map(found);
    const fresh = read.organisations.filter(({ sortName }) => !known.has(sortName));
    for (const field of ['country', 'region', 'constituency'] as const) {
      if (fresh.length > 0 && mapping[field] === undefined)
        problems.unshift({ line: 1, field, problem: 'no-column', value: '' });
    }
    for (const each of fresh) {
      for (const field of ['country', 'region', 'constituency'] as const) {
        if (mapping[field] === undefined) continue;
        if (!each[field] && !told.has(`${each.line} ${field}`))
          problems.push({ line: each.line, field, problem: 'needed', value: '' });
      }
    }
    const changed = read.organisations.flatMap((each) => {
      const before = known.get(each.sortName);
      // What a list says of a record that was merged is not said of the one that goes on.
      const change = before?.sortName === each.sortName ? changesOf(before, each) : {};
      return before && Object.keys(change).length > 0 ? [{ id: before.id, change }] : [];
    });
    const emails = [...new Set(read.people.map(({ email }) => email))];
    const there = await inBatches(emails, (some) => this.people.listByEmail(tx, some));
    // Whoever is leaving at this moment is not named for anything; nobody leaves until the list is taken.
    const held = await this.people.hold(
      tx,
      there.map(({ id }) => id),
    );
    const personIds = new Map(there.filter(({ id }) => held.has(id)).map(({ email, id }) => [email, id]));
    const newPeople = [...new Map(read.people.map((each) => [each.email, each])).values()].filter(
      ({ email }) => !personIds.has(email),
    );
    problems.sort((one, other) => one.line - other.line);
    return {
      ...{ problems, known, newPeople, personIds, people: read.people },
      newOrganisations: fresh,
      changedOrganisations: changed,
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
        ...{ region: each.region!, constituency: each.constituency!, languages: [...each.languages] },
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
    await inBatches(plan.changedOrganisations, async (some) => (await this.change(tx.manager, some), []));
    await tx.events.appendAll(
      plan.changedOrganisations.map(({ id, change }) =>
        organisationChanged(organisationSubject(id), { fields: Object.keys(change) }),
      ),
    );
    return ids;
  }

  /** One statement for all: a field that a line says nothing of stays as it is. */
  private async change(tx: EntityManager, changed: Plan['changedOrganisations']): Promise<void> {
    const said = (field: string, value = `c.change->>'${field}'`) =>
      `${field} = CASE WHEN c.change ? '${field}' THEN ${value} ELSE o.${field} END`;
    const languages = `ARRAY(SELECT jsonb_array_elements_text(c.change->'languages'))`;
    await tx.query(
      `UPDATE organisation o
          SET ${['acronym', 'country', 'region', 'constituency', 'website', 'email'].map((each) => said(each)).join(', ')},
              ${said('languages', languages)}
         FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, change jsonb) WHERE o.id = c.id`,
      [JSON.stringify(changed)],
    );
  }

  /** Accounts without a password: who has none yet chooses one by the letter, or by "forgotten" at any time. */
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
    if (welcome) {
      await this.welcome.write(tx.manager, people, coalition?.name ?? 'Plenary');
    }
    return ids;
  }

  private async writeRepresentatives(
    tx: Transaction,
    plan: Plan,
    organisationIds: ReadonlyMap<string, string>,
    personIds: ReadonlyMap<string, string>,
    tell: Tell,
  ): Promise<number> {
    const missing = await this.missing(tx.manager, plan);
    const rows = missing.map(({ sortName, email, role }) => ({
      ...{ organisationId: organisationIds.get(sortName)!, personId: personIds.get(email)!, role },
    }));
    tell('roles', 0, rows.length);
    await this.roles.nameRepresentatives(tx.manager, rows, new Date(this.clock.now()));
    await tx.events.appendAll(
      rows.map(({ organisationId, personId, role }) =>
        representativeNamed(organisationSubject(organisationId), { personId, role }),
      ),
    );
    return rows.length;
  }

  /** Lines that give somebody a role which weighs more than the one they have. */
  private async missing(tx: EntityManager, { people, known, personIds }: Plan): Promise<ImportedPerson[]> {
    const there = await inBatches([...personIds.values()], (some) =>
      tx.findBy(RepresentativeEntity, { personId: In(some) }),
    );
    const roles = new Map(there.map((each) => [`${each.personId} ${each.organisationId}`, each.role]));
    // Two names in a list may mean one organisation: of two lines on one person there, the heavier one.
    const wanted = new Map<string, ImportedPerson>();
    for (const each of people) {
      const { email, sortName, role } = each;
      const before = roles.get(`${personIds.get(email)} ${known.get(sortName)?.id}`);
      if (before && weightOf(role) >= weightOf(before)) continue;
      const key = `${email} ${known.get(sortName)?.id ?? sortName}`;
      const said = wanted.get(key);
      if (!said || weightOf(role) < weightOf(said.role)) wanted.set(key, each);
    }
    return [...wanted.values()];
  }
}

const readOf = ({ lines }: ListFile, mapping: ImportMapping): ReadLines => readLines(lines, mapping, words);

function mappingOf({ heads }: ListFile, { mapping }: ImportQueryDto): ImportMapping {
  const chosen = mapping ?? guessMapping(heads);
  if (Object.values(chosen).some((place) => place >= heads.length)) failOrganisation('import.empty');
  return chosen;
}

/** What the list says otherwise; what it leaves out stays. */
function changesOf(before: OrganisationEntity, said: ImportedOrganisation): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const field of ['acronym', 'country', 'region', 'constituency', 'website'] as const) {
    if (said[field] && said[field] !== before[field]) change[field] = said[field];
  }
  if (said.contact && said.contact !== before.email) change['email'] = said.contact;
  const languages = said.languages.join();
  if (languages && languages !== before.languages.join()) change['languages'] = [...said.languages];
  return change;
}

/** One statement for some hundred rows at a time. */
async function inBatches<Row, Found>(
  rows: readonly Row[],
  work: (some: readonly Row[]) => Promise<readonly Found[]>,
  after: (done: number) => void = () => undefined,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    found.push(...(await work(rows.slice(from, from + batch))));
    after(Math.min(from + batch, rows.length));
  }
  return found;
}
