import { oneLine, sortNameOf } from '@plenary/ground/kernel';
import { countries } from '../countries.js';
import {
  constituencies,
  organisationLimits,
  regions,
  representativeRoles,
  type Constituency,
  type Region,
  type RepresentativeRole,
} from '../vocabulary.js';
import { importLimits, type ImportField, type ImportMapping } from './import-columns.js';
import { asItWasSaid } from './write-list.js';

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
] as const;

/** What is wrong in one cell. */
export interface ImportProblem {
  readonly line: number;
  readonly field: ImportField | null;
  readonly problem: (typeof importProblems)[number];
  readonly value: string;
}

export interface ImportedOrganisation {
  readonly line: number;
  readonly name: string;
  readonly sortName: string;
  readonly acronym: string | null;
  readonly country: string | null;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
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
}

/** Names of things in the languages of the interface → their key; keys stand for themselves. */
export interface ImportWords {
  readonly countries: ReadonlyMap<string, string>;
  readonly languages: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, string>;
  readonly constituencies: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  isEmail(address: string): boolean;
}

type Cells = Readonly<Record<ImportField, string>>;

const emptyOf = <Value>(values: readonly Value[]): ReadonlyMap<string, string> =>
  new Map(values.map((value) => [String(value), String(value)]));

/** Keys alone: what is understood in any case. */
export const plainWords = (isEmail: (address: string) => boolean): ImportWords => ({
  countries: new Map(countries.map((code) => [code.toLowerCase(), code])),
  languages: new Map(),
  regions: emptyOf(regions),
  constituencies: emptyOf(constituencies),
  roles: emptyOf(representativeRoles),
  isEmail,
});

/**
 * ORG-13: reads a whole list before anything is done with it. Every problem is named by line and column; lines that
 * speak of one organisation must not contradict each other; one person may act for several organisations.
 */
export function readLines(
  lines: readonly ImportLine[],
  mapping: ImportMapping,
  words: ImportWords,
): ReadLines {
  if (mapping.organisation === undefined) return withoutOrganisations;
  const problems: ImportProblem[] = [];
  const organisations = new Map<string, ImportedOrganisation>();
  const people = new Map<string, ImportedPerson>();
  for (const { line, cells } of lines) {
    const value = (field: ImportField): string =>
      mapping[field] === undefined ? '' : oneLine(asItWasSaid(cells[mapping[field]!] ?? ''));
    const said = Object.fromEntries(fieldsOf(mapping).map((field) => [field, value(field)])) as Cells;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const wrong: Wrong = (field, problem, part) =>
      problems.push({
        line,
        field,
        problem,
        value: (part ?? asItStands(cells, mapping[field])).slice(0, 80),
      });
    const organisation = readOrganisation(line, said, words, wrong);
    if (organisation) {
      const before = organisations.get(organisation.sortName);
      if (before) merge(organisations, before, organisation, wrong);
      else organisations.set(organisation.sortName, organisation);
    }
    const person = readPerson(line, said, organisation, words, wrong);
    if (!person) continue;
    const key = `${person.email} ${person.sortName}`;
    if (people.has(key)) wrong('email', 'twice');
    else people.set(key, person);
  }
  return { organisations: [...organisations.values()], people: [...people.values()], problems };
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
};

function readOrganisation(
  line: number,
  said: Cells,
  words: ImportWords,
  wrong: Wrong,
): ImportedOrganisation | null {
  const name = said.organisation ?? '';
  if (name === '') {
    wrong('organisation', 'needed');
    return null;
  }
  if (name.length > organisationLimits.nameLength) wrong('organisation', 'too-long');
  if ((said.acronym ?? '').length > organisationLimits.acronymLength) wrong('acronym', 'too-long');
  const one = (field: 'country' | 'region' | 'constituency', known: ReadonlyMap<string, string>) => {
    const given = said[field] ?? '';
    if (given === '') return null;
    const found = known.get(sortNameOf(given));
    if (!found) wrong(field, `unknown-${field}`);
    return found ?? null;
  };
  return {
    line,
    name,
    sortName: sortNameOf(name),
    acronym: said.acronym || null,
    country: one('country', words.countries),
    region: one('region', words.regions) as Region | null,
    constituency: one('constituency', words.constituencies) as Constituency | null,
    languages: readLanguages(said.languages ?? '', words, (shown) =>
      wrong('languages', 'unknown-language', shown),
    ),
    website: readWebsite(said.website ?? '', wrong),
    contact: readEmail('contact', said.contact ?? '', words, wrong),
  };
}

function readPerson(
  line: number,
  said: Cells,
  organisation: ImportedOrganisation | null,
  words: ImportWords,
  wrong: Wrong,
): ImportedPerson | null {
  const [displayName, given] = [said.person ?? '', said.email ?? ''];
  if (displayName === '' && given === '') return null;
  if (displayName === '') wrong('person', 'needed');
  if (displayName.length > 80) wrong('person', 'too-long');
  if (given === '') wrong('email', 'needed');
  const email = readEmail('email', given, words, wrong);
  const role = said.role ? words.roles.get(sortNameOf(said.role)) : 'representative';
  if (!role) wrong('role', 'unknown-role');
  const [language = null] = readLanguages(said.language ?? '', words, (shown) =>
    wrong('language', 'unknown-language', shown),
  );
  if (!email || !role || !organisation || displayName === '') return null;
  return {
    line,
    displayName,
    email,
    role: role as RepresentativeRole,
    language,
    sortName: organisation.sortName,
  };
}

/** Later lines may say what earlier ones left out, and nothing else. */
function merge(
  organisations: Map<string, ImportedOrganisation>,
  before: ImportedOrganisation,
  next: ImportedOrganisation,
  wrong: Wrong,
): void {
  const fields = ['acronym', 'country', 'region', 'constituency', 'website', 'contact'] as const;
  for (const field of fields) {
    if (before[field] && next[field] && before[field] !== next[field]) wrong(field, 'differs');
  }
  const merged = Object.fromEntries(fields.map((field) => [field, before[field] ?? next[field]]));
  const languages = before.languages.length > 0 ? before.languages : next.languages;
  organisations.set(before.sortName, { ...before, ...merged, languages } as ImportedOrganisation);
}

function readLanguages(given: string, words: ImportWords, unknown: (shown: string) => void): string[] {
  const found = given
    .split(/[,;/|،]+/)
    .map((each) => each.trim())
    .filter(Boolean)
    .flatMap((each) => {
      const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(each)
        ? each
        : words.languages.get(sortNameOf(each));
      if (!tag) unknown(each);
      return tag ?? [];
    });
  return [...new Set(found)];
}

function readWebsite(given: string, wrong: Wrong): string | null {
  if (given === '') return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
  const isGood = /^https?:\/\/[^\s/]+\.[^\s/]{2,}(\/\S*)?$/i.test(address) && address.length <= 300;
  if (!isGood) wrong('website', 'wrong-website');
  return isGood ? address : null;
}

function readEmail(
  field: 'contact' | 'email',
  given: string,
  words: ImportWords,
  wrong: Wrong,
): string | null {
  if (given === '') return null;
  const email = given.normalize('NFC').toLowerCase();
  if (words.isEmail(email)) return email;
  wrong(field, 'wrong-email');
  return null;
}

/** Cells beyond this are no list of organisations. */
export const isTooLarge = (cells: readonly string[]): boolean =>
  cells.length > importLimits.columns || cells.some((cell) => cell.length > importLimits.cell);
