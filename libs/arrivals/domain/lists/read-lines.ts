import { asItWasSaid, oneLine, sortNameOf } from '@plenary/ground/kernel';
import { organisationLimits, type RepresentativeRole } from '@plenary/organisations/domain';
import type { ChosenField, ImportChoices } from './import-choices.js';
import { importLimits, type ImportField, type ImportMapping } from './import-columns.js';
import { addressesIn, namesIn } from './cells.js';

/** A line of the file: its number as a spreadsheet shows it, and its cells. */
export interface ImportLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export const importProblems = [
  'no-column',
  'needed',
  'too-long',
  'unknown-country',
  'unknown-region',
  'unknown-constituency',
  'unknown-language',
  'unknown-role',
  'wrong-email',
  'wrong-website',
  'differs',
  'twice',
  'asked',
] as const;

/** What is wrong in one cell. */
export interface ImportProblem {
  readonly line: number;
  readonly field: ImportField | null;
  readonly problem: (typeof importProblems)[number];
  readonly value: string;
}

export const importQuestions = ['name', 'address'] as const;

/** What only a person can say: two spellings of one name, two people with one address. Both are never made one silently. */
export interface ImportQuestion {
  readonly id: string;
  readonly kind: (typeof importQuestions)[number];
  /** The lines that say it otherwise. */
  readonly lines: readonly number[];
  /** As an earlier line, or Plenary, has it. */
  readonly before: string;
  readonly said: string;
  /** The address that both have; null for names. */
  readonly address: string | null;
}

export interface ImportedOrganisation {
  readonly line: number;
  /** All that speak of it. */
  readonly lines: readonly number[];
  readonly name: string;
  readonly sortName: string;
  readonly acronym: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly constituency: string | null;
  readonly languages: readonly string[];
  readonly website: string | null;
  readonly contact: string | null;
}

export interface ImportedPerson {
  readonly line: number;
  readonly sortName: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: RepresentativeRole;
  readonly language: string | null;
}

export interface ReadLines {
  readonly organisations: readonly ImportedOrganisation[];
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly ImportProblem[];
  readonly questions: readonly ImportQuestion[];
}

/** What a list calls things → their key; null for what is not known. */
export type ImportWords = Readonly<Record<ChosenField, (said: string) => string | null>> & {
  isEmail(address: string): boolean;
};

/** How a word of a list is named in `ImportChoices.words`. */
export const wordKey = (said: string): string => sortNameOf(said);

type Cells = Readonly<Partial<Record<ImportField, string>>>;
type Choices = Omit<ImportChoices, 'mapping'>;

/**
 * ORG-13: reads a whole list before anything is done with it. Every problem is named by line and column; lines that
 * speak of one organisation must not contradict each other; one person may act for several organisations.
 */
export function readLines(
  lines: readonly ImportLine[],
  mapping: ImportMapping,
  words: ImportWords,
  choices: Choices = {},
): ReadLines {
  const whole = oneLine(choices.whole?.organisation ?? '');
  if (mapping.organisation === undefined && whole === '') return withoutOrganisations;
  return new Reading(mapping, words, choices, whole).of(lines);
}

const fieldsOf = (mapping: ImportMapping): ImportField[] => Object.keys(mapping) as ImportField[];

/** What is wrong in a cell, or in the named part of it; it is shown as it stands in the file. */
type Wrong = (field: ImportField, problem: ImportProblem['problem'], part?: string) => void;
const asItStands = (cells: readonly string[], column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

/** One thing to say, rather than one of each line: which column it is, a person has to choose. */
const withoutOrganisations: ReadLines = {
  organisations: [],
  people: [],
  problems: [{ line: 1, field: 'organisation', problem: 'no-column', value: '' }],
  questions: [],
};

/** As a reader sees it: capitals and spaces make no second name, accents may. */
export const isSpelledAlike = (one: string, other: string): boolean =>
  oneLine(one).normalize('NFC').toLowerCase() === oneLine(other).normalize('NFC').toLowerCase();

/** One person's name in two shapes: in another order, shortened, with or without accents. */
export function isOnePerson(one: string, other: string): boolean {
  const [some, others] = [one, other].map(
    (name) =>
      new Set(
        sortNameOf(name)
          .split(/[\s,.]+/)
          .filter(Boolean),
      ),
  );
  const [fewer, more] = some!.size <= others!.size ? [some!, others!] : [others!, some!];
  return fewer.size > 0 && [...fewer].every((part) => more.has(part));
}

/** One going through of a list. */
class Reading {
  private readonly problems: ImportProblem[] = [];
  private readonly organisations = new Map<string, ImportedOrganisation>();
  private readonly people = new Map<string, ImportedPerson>();
  /** The first name that the list gives to an address. */
  private readonly names = new Map<string, string>();
  private readonly questions = new Map<string, ImportQuestion>();

  constructor(
    private readonly mapping: ImportMapping,
    private readonly words: ImportWords,
    private readonly choices: Choices,
    private readonly wholeName: string,
  ) {}

  of(lines: readonly ImportLine[]): ReadLines {
    for (const line of lines) if (line.cells.some((cell) => cell.trim() !== '')) this.read(line);
    return {
      organisations: [...this.organisations.values()],
      people: [...this.people.values()],
      problems: this.problems,
      questions: [...this.questions.values()],
    };
  }

  private read({ line, cells }: ImportLine): void {
    const raw = (field: ImportField): string => asItWasSaid(asItStands(cells, this.mapping[field]));
    const wrong: Wrong = (field, problem, part) => {
      const value = (part ?? asItStands(cells, this.mapping[field])).slice(0, 80);
      this.problems.push({ line, field, problem, value });
    };
    for (const field of fieldsOf(this.mapping)) {
      if (raw(field).length > importLimits.cell) return wrong(field, 'too-long');
    }
    const said: Cells = Object.fromEntries(
      fieldsOf(this.mapping).map((field) => [field, oneLine(raw(field))]),
    );
    const organisation = this.organisation(line, said, raw, wrong);
    if (organisation === 'out') return;
    for (const person of this.peopleOf(line, said, raw, organisation, wrong)) {
      const key = `${person.email} ${person.sortName}`;
      if (this.people.has(key)) wrong('email', 'twice');
      else this.people.set(key, person);
    }
  }

  /** `out` where somebody said that this line is to be left out. */
  private organisation(
    line: number,
    said: Cells,
    raw: (field: ImportField) => string,
    wrong: Wrong,
  ): ImportedOrganisation | null | 'out' {
    const name = said.organisation || this.wholeName;
    if (name === '') {
      wrong('organisation', 'needed');
      return null;
    }
    if (name.length > organisationLimits.nameLength) wrong('organisation', 'too-long');
    if ((said.acronym ?? '').length > organisationLimits.acronymLength) wrong('acronym', 'too-long');
    const sortName = sortNameOf(name);
    const before = this.organisations.get(sortName);
    if (before && !isSpelledAlike(before.name, name)) {
      const id = `name:${sortName}`;
      const answer = this.choices.answers?.[id];
      if (answer === 'out') return 'out';
      if (answer !== 'same') {
        this.ask({ id, kind: 'name', lines: [line], before: before.name, said: name, address: null });
        wrong('organisation', 'asked');
      }
    }
    const [contact = ''] = addressesIn(raw('contact'));
    const read: ImportedOrganisation = {
      ...{ line, lines: [line], name, sortName, acronym: said.acronym || null },
      country: this.word('country', 'country', said.country, wrong),
      region: this.word('region', 'region', said.region, wrong),
      constituency: this.word('constituency', 'constituency', said.constituency, wrong),
      languages: this.languages('languages', said.languages, wrong),
      website: readWebsite(said.website ?? '', wrong),
      contact: this.address('contact', contact || (said.contact ?? ''), wrong),
    };
    this.organisations.set(sortName, before ? merged(before, read, wrong) : read);
    return this.organisations.get(sortName)!;
  }

  /** Nobody, one, or as many as their cells name: two names with two addresses are two people. */
  private peopleOf(
    line: number,
    said: Cells,
    raw: (field: ImportField) => string,
    organisation: ImportedOrganisation | null,
    wrong: Wrong,
  ): ImportedPerson[] {
    const parts = [said.givenName, said.familyName].filter(Boolean).join(' ');
    const name = said.person || parts;
    const field: ImportField = this.mapping.person !== undefined ? 'person' : 'givenName';
    if (name === '' && (said.email ?? '') === '') return [];
    const addresses = addressesIn(raw('email'));
    const names = namesIn(raw('person'));
    const role = this.role(said.role, wrong);
    const [language = null] = this.languages(
      'language',
      said.language || this.choices.whole?.language,
      wrong,
    );
    const pairs =
      names.length > 1 && names.length === addresses.length
        ? names.map((each, place) => [each, addresses[place]!] as const)
        : [[name, addresses[0] ?? said.email ?? ''] as const];
    return pairs.flatMap(([displayName, given]): ImportedPerson[] => {
      if (displayName === '') wrong(field, 'needed');
      if (displayName.length > 80) wrong(field, 'too-long');
      if (given === '') wrong('email', 'needed');
      const email = this.address('email', given, wrong);
      if (!email || !role || !organisation || displayName === '') return [];
      const known = this.names.get(email);
      if (known === undefined) this.names.set(email, displayName);
      else if (!isOnePerson(known, displayName)) {
        const id = `address:${email}`;
        const answer = this.choices.answers?.[id];
        if (answer === 'out') return [];
        if (answer !== 'same') {
          this.ask({ id, kind: 'address', lines: [line], before: known, said: displayName, address: email });
          wrong('email', 'asked', email);
          return [];
        }
      }
      return [
        { line, displayName: known ?? displayName, email, role, language, sortName: organisation.sortName },
      ];
    });
  }

  private ask(question: ImportQuestion): void {
    const before = this.questions.get(question.id);
    const lines = [...(before?.lines ?? []), ...question.lines];
    this.questions.set(question.id, { ...(before ?? question), lines });
  }

  /** A key by its word, as Plenary knows it or as somebody chose it on the page; '' says that it means nothing. */
  private find(field: ChosenField, given: string): string | null | undefined {
    const chosen = this.choices.words?.[field]?.[wordKey(given)];
    if (chosen !== undefined) return chosen === '' ? null : (this.words[field](chosen) ?? undefined);
    return this.words[field](given) ?? undefined;
  }

  private word(
    field: 'country' | 'region' | 'constituency',
    chosen: ChosenField,
    given: string | undefined,
    wrong: Wrong,
  ): string | null {
    if (!given) return null;
    const found = this.find(chosen, given);
    if (found === undefined) wrong(field, `unknown-${field}`);
    return found ?? null;
  }

  private role(given: string | undefined, wrong: Wrong): RepresentativeRole | null {
    const usual = (this.choices.whole?.role || 'representative') as RepresentativeRole;
    if (!given) return usual;
    const found = this.find('role', given);
    if (found === undefined) wrong('role', 'unknown-role');
    return found === undefined ? null : ((found ?? usual) as RepresentativeRole);
  }

  private languages(field: 'languages' | 'language', given: string | undefined, wrong: Wrong): string[] {
    const found = (given ?? '')
      .split(/[,;/|،\n]+| and | y | et | und | e /)
      .map((each) => each.trim())
      .filter(Boolean)
      .flatMap((each) => {
        const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(each) ? each : this.find('language', each);
        if (tag === undefined) wrong(field, 'unknown-language', each);
        return tag ?? [];
      });
    return [...new Set(found)];
  }

  private address(field: 'contact' | 'email', given: string, wrong: Wrong): string | null {
    if (given === '') return null;
    const email = given.normalize('NFC').toLowerCase();
    if (this.words.isEmail(email)) return email;
    wrong(field, 'wrong-email');
    return null;
  }
}

/** Later lines may say what earlier ones left out, and nothing else. */
function merged(
  before: ImportedOrganisation,
  next: ImportedOrganisation,
  wrong: Wrong,
): ImportedOrganisation {
  const fields = ['acronym', 'country', 'region', 'constituency', 'website', 'contact'] as const;
  for (const field of fields) {
    if (before[field] && next[field] && before[field] !== next[field]) wrong(field, 'differs');
  }
  const said = Object.fromEntries(fields.map((field) => [field, before[field] ?? next[field]]));
  const languages = before.languages.length > 0 ? before.languages : next.languages;
  return { ...before, ...said, languages, lines: [...before.lines, ...next.lines] };
}

function readWebsite(given: string, wrong: Wrong): string | null {
  // Of several addresses in one cell, the first.
  const [first = ''] = given.split(/[\s;,|]+/);
  if (first === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(first) ? first : `https://${first}`;
  const isGood =
    /^https?:\/\/[^\s/]+\.[^\s/]{2,}(\/\S*)?$/i.test(address) &&
    address.length <= organisationLimits.websiteLength;
  if (!isGood) wrong('website', 'wrong-website');
  return isGood ? address : null;
}

/** No list of organisations has so many columns. */
export const isTooLarge = (cells: readonly string[]): boolean => cells.length > importLimits.columns;
