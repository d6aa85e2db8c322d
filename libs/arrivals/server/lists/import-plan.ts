import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { isEmail } from '@plenary/identity/domain';
import { PeopleService } from '@plenary/identity/server';
import {
  chosenFieldOf,
  chosenFields,
  isOnePerson,
  isSpelledAlike,
  readLines,
  wordKey,
  type ImportChange,
  type ImportChoices,
  type ImportedOrganisation,
  type ImportedPerson,
  type ImportLine,
  type ImportMapping,
  type ImportProblem,
  type ImportQuestion,
  type ReadLines,
  type UnknownWord,
} from '@plenary/arrivals/domain';
import { weightOf } from '@plenary/organisations/domain';
import {
  OrganisationEntity,
  RepresentativeEntity,
  OrganisationsRepository,
  CoalitionTerms,
} from '@plenary/organisations/server';
import { importWords } from './import-words.js';
import { inBatches } from './in-batches.js';
import { knownOrganisations } from './known-organisations.js';
import type { ListFile } from './list-file.js';

/** A line that names somebody, and the role that they have there already. */
export interface NamedPerson extends ImportedPerson {
  readonly before: RepresentativeEntity['role'] | null;
}

export interface PlannedChange {
  readonly id: string;
  readonly name: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What a list would do to what is there. */
export interface Plan {
  readonly problems: readonly ImportProblem[];
  /** Lines with an error, and those that would say half without them. */
  readonly wrongLines: ReadonlySet<number>;
  readonly questions: readonly ImportQuestion[];
  readonly newOrganisations: readonly ImportedOrganisation[];
  readonly changes: readonly PlannedChange[];
  readonly known: ReadonlyMap<string, OrganisationEntity>;
  readonly newPeople: readonly ImportedPerson[];
  readonly named: readonly NamedPerson[];
  readonly personIds: ReadonlyMap<string, string>;
}

/** Called again and again with how much of what a list says has been compared with what is there. */
export type Compared = (done: number, total: number) => void;

/** Leaving out lines may leave out what others lean on; so often it is looked at again. */
const mostRounds = 5;

/** Reads a list beside what is there, and changes nothing. */
@Injectable()
export class ImportPlans {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly people: PeopleService,
    private readonly terms: CoalitionTerms,
  ) {}

  /** @param mapping which column is which. */
  async of(
    tx: EntityManager,
    file: ListFile,
    mapping: ImportMapping,
    choices: ImportChoices,
    compared: Compared = () => undefined,
  ): Promise<Plan> {
    return this.planned(tx, file, mapping, choices, file.lines, compared);
  }

  /** Of the lines without an error alone; the others are named. */
  async ofRightLines(
    tx: EntityManager,
    file: ListFile,
    mapping: ImportMapping,
    choices: ImportChoices,
  ): Promise<{ plan: Plan; left: readonly ImportLine[]; problems: readonly ImportProblem[] }> {
    const problems: ImportProblem[] = [];
    let lines = file.lines;
    let plan = await this.planned(tx, file, mapping, choices, lines);
    for (let round = 0; round < mostRounds && plan.problems.length > 0; round++) {
      problems.push(...plan.problems);
      const wrong = plan.wrongLines;
      lines = lines.filter(({ line }) => !wrong.has(line));
      plan = await this.planned(tx, file, mapping, choices, lines);
    }
    const taken = new Set(lines.map(({ line }) => line));
    return { plan, problems, left: file.lines.filter(({ line }) => !taken.has(line)) };
  }

  private async planned(
    tx: EntityManager,
    file: ListFile,
    mapping: ImportMapping,
    choices: ImportChoices,
    lines: readonly ImportLine[],
    compared: Compared = () => undefined,
  ): Promise<Plan> {
    const { regions, constituencies } = await this.terms.of(tx);
    const words = importWords(isEmail, regions, constituencies);
    const read = readLines(lines, mapping, words, choices);
    const [names, persons] = [read.organisations.length, read.people.length];
    const after = (before: number) => (done: number) => compared(before + done, names + 2 * persons);
    const [problems, wrongLines] = [[...read.problems], new Set(read.problems.map(({ line }) => line))];
    const questions = [...read.questions];
    const answers = choices.answers ?? {};
    const out = new Set<string>();
    const ask = (question: ImportQuestion, field: 'organisation' | 'email', value: string) => {
      if (!questions.some(({ id }) => id === question.id)) questions.push(question);
      const [line] = question.lines;
      problems.push({ line: line!, field, problem: 'asked', value });
      question.lines.forEach((each) => wrongLines.add(each));
    };

    const known = new Map(
      await inBatches(
        read.organisations.map(({ sortName }) => sortName),
        async (some) => [...(await knownOrganisations(tx, this.organisations, some))],
        after(0),
      ),
    );
    for (const each of read.organisations) {
      const before = known.get(each.sortName);
      if (!before || before.sortName !== each.sortName || isSpelledAlike(before.name, each.name)) continue;
      const id = `name:${each.sortName}`;
      if (answers[id] === 'out') out.add(each.sortName);
      else if (answers[id] !== 'same') {
        const question = { id, kind: 'name' as const, lines: each.lines, address: null };
        ask({ ...question, before: before.name, said: each.name }, 'organisation', each.name);
      }
    }
    const meant = read.organisations.filter(({ sortName }) => !out.has(sortName));
    const fresh = meant
      .filter(({ sortName }) => !known.has(sortName))
      .map((each) => ({ ...each, ...wholeOf(each, choices) }));
    this.missCountries(fresh, read, file, mapping, problems, wrongLines);

    const keep = new Set(choices.keep);
    const changes = meant.flatMap((each): PlannedChange[] => {
      const before = known.get(each.sortName);
      // What a list says of a record that was merged is not said of the one that goes on.
      if (!before || before.sortName !== each.sortName || keep.has(before.id)) return [];
      const after = changesOf(before, each);
      const fields = Object.keys(after) as (keyof OrganisationEntity)[];
      if (fields.length === 0) return [];
      const was = Object.fromEntries(fields.map((field) => [field, before[field]]));
      return [{ id: before.id, name: before.name, before: was, after }];
    });

    const said = read.people.filter(({ sortName }) => !out.has(sortName));
    const { personIds, others } = await this.accounts(tx, said, after(names));
    const outside = new Set<string>();
    for (const [email, { line, displayName, name }] of others) {
      const id = `address:${email}`;
      if (answers[id] === 'out') outside.add(email);
      else if (answers[id] !== 'same') {
        const lines = said.filter((each) => each.email === email).map((each) => each.line);
        const question = { id, kind: 'address' as const, lines: [line, ...lines], address: email };
        ask({ ...question, before: name, said: displayName }, 'email', email);
      }
    }
    const people = said.filter(({ email }) => !outside.has(email));
    const newPeople = [...new Map([...people].reverse().map((each) => [each.email, each])).values()]
      .reverse()
      .filter(({ email }) => !personIds.has(email));
    problems.sort((one, other) => one.line - other.line);
    return {
      ...{ problems, wrongLines, questions, known, newPeople, personIds, changes },
      newOrganisations: fresh,
      named: await this.named(tx, people, known, personIds, after(names + persons)),
    };
  }

  /** A new organisation has a country; what else it has may be said later. */
  private missCountries(
    fresh: readonly ImportedOrganisation[],
    read: ReadLines,
    { headLine }: ListFile,
    mapping: ImportMapping,
    problems: ImportProblem[],
    wrongLines: Set<number>,
  ): void {
    const told = new Set(read.problems.map(({ line, field }) => `${line} ${field}`));
    const missing = fresh.filter(({ country }) => !country);
    if (missing.length > 0 && mapping.country === undefined)
      return void problems.unshift({ line: headLine, field: 'country', problem: 'no-column', value: '' });
    for (const { line, lines } of missing) {
      lines.forEach((each) => wrongLines.add(each));
      if (!told.has(`${line} country`))
        problems.push({ line, field: 'country', problem: 'needed', value: '' });
    }
  }

  /** Who has an account already, and for whom it is under another name than the list's. */
  private async accounts(tx: EntityManager, said: readonly ImportedPerson[], after: (done: number) => void) {
    const emails = [...new Set(said.map(({ email }) => email))];
    const there = await inBatches(emails, (some) => this.people.listByEmail(tx, some), after);
    const ids = there.map(({ id }) => id);
    // Whoever is leaving at this moment is not named for anything; nobody leaves until the list is imported.
    const held = await this.people.hold(tx, ids);
    const here = there.filter(({ id }) => held.has(id));
    const names = await this.people.namesOf(ids, tx);
    const personIds = new Map(here.map(({ email, id }) => [email, id]));
    const others = new Map<string, ImportedPerson & { readonly name: string }>();
    for (const each of said) {
      const name = names.get(personIds.get(each.email) ?? '')?.displayName;
      if (name && !others.has(each.email) && !isOnePerson(name, each.displayName))
        others.set(each.email, { ...each, name });
    }
    return { personIds, others };
  }

  /** Lines that give somebody a role which weighs more than the one they have. */
  private async named(
    tx: EntityManager,
    people: readonly ImportedPerson[],
    known: ReadonlyMap<string, OrganisationEntity>,
    personIds: ReadonlyMap<string, string>,
    after: (done: number) => void,
  ): Promise<NamedPerson[]> {
    const there = await inBatches(
      [...personIds.values()],
      (some) => tx.findBy(RepresentativeEntity, { personId: In([...some]) }),
      after,
    );
    const roles = new Map(there.map((each) => [`${each.personId} ${each.organisationId}`, each.role]));
    // Two names in a list may mean one organisation: of two lines on one person there, the heavier one.
    const wanted = new Map<string, NamedPerson>();
    for (const each of people) {
      const { email, sortName, role } = each;
      const before = roles.get(`${personIds.get(email)} ${known.get(sortName)?.id}`) ?? null;
      if (before && weightOf(role) >= weightOf(before)) continue;
      const key = `${email} ${known.get(sortName)?.id ?? sortName}`;
      const said = wanted.get(key);
      if (!said || weightOf(role) < weightOf(said.role)) wanted.set(key, { ...each, before });
    }
    return [...wanted.values()];
  }

  /** Words that Plenary does not know, each once, and those that somebody chose a meaning for. */
  unknownWords(
    { lines }: ListFile,
    mapping: ImportMapping,
    problems: readonly ImportProblem[],
    choices: ImportChoices,
  ): UnknownWord[] {
    const found = new Map<string, UnknownWord>();
    for (const { field, problem, value } of problems) {
      const chosen = field && problem.startsWith('unknown-') ? chosenFieldOf(field) : null;
      if (!chosen) continue;
      const key = wordKey(value);
      const before = found.get(`${chosen} ${key}`);
      const count = (before?.lines ?? 0) + 1;
      found.set(`${chosen} ${key}`, {
        field: chosen,
        key,
        said: before?.said ?? value,
        lines: count,
        chosen: null,
      });
    }
    for (const [field, words] of Object.entries(choices.words ?? {})) {
      const columns = Object.entries(mapping).filter(([each]) => chosenFieldOf(each as never) === field);
      for (const [key, chosen] of Object.entries(words)) {
        const cells = lines.flatMap(({ cells: all }) => columns.map(([, place]) => all[place] ?? ''));
        const saying = cells.filter((cell) => wordKey(cell) === key);
        const [said = key] = saying;
        found.set(`${field} ${key}`, { field: field as never, key, said, lines: saying.length, chosen });
      }
    }
    // Each stays in its place when its meaning is chosen.
    const place = ({ field }: UnknownWord) => chosenFields.indexOf(field);
    return [...found.values()].sort(
      (one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1),
    );
  }

  changesShown(changes: readonly PlannedChange[]): ImportChange[] {
    const shown = (value: unknown): string | null =>
      Array.isArray(value) ? value.join(', ') : ((value as string | null) ?? null);
    return changes.map(({ id, name, before, after }) => ({
      ...{ id, name },
      fields: Object.keys(after).map((field) => ({
        ...{ field, before: shown(before[field]) || null, after: shown(after[field]) ?? '' },
      })),
    }));
  }
}

/** What is said for the whole list is said of new organisations; one that is there keeps what it has. */
function wholeOf(each: ImportedOrganisation, { whole }: ImportChoices): Partial<ImportedOrganisation> {
  return {
    country: each.country ?? (whole?.country || null),
    region: each.region ?? (whole?.region || null),
    constituency: each.constituency ?? (whole?.constituency || null),
  };
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
