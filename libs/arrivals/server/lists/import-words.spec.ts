import { readFileSync } from 'node:fs';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { exportFields, guessMapping } from '@plenary/arrivals/domain';
import { countries, usualConstituencies, usualRegions } from '@plenary/organisations/domain';
import { countryKey } from './country-names.js';
import { importWords } from './import-words.js';

const words = importWords(() => true, usualRegions, usualConstituencies);
const messages = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const regionNames = (language: string) => new Intl.DisplayNames(language, { type: 'region' });

describe.each(interfaceLanguages)('what an import understands, in %s', (language) => {
  it('ORG-13 every role as the screens name it, every region and constituency as the coalition does', () => {
    const shown = Object.entries(messages(`libs/organisations/web/messages/${language}.json`)).filter(
      ([key]) => key.startsWith('representative.'),
    );
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.filter(([key, name]) => words.role(name) !== key.slice('representative.'.length))).toEqual(
      [],
    );
    for (const { key, names } of usualRegions) expect(words.region(names[language]!)).toBe(key);
    for (const { key, names } of usualConstituencies) expect(words.constituency(names[language]!)).toBe(key);
  });

  it('ORG-13 every country as the screens name it, and each by one name alone', () => {
    const shown = messages(`libs/ground/web/i18n/${language}/common.json`);
    const named = countries.map(
      (code) => [code, shown[`country.${code}`] ?? regionNames(language).of(code)!] as const,
    );
    expect(named.filter(([code, name]) => words.country(name) !== code)).toEqual([]);
    expect(new Set(named.map(([, name]) => countryKey(name))).size).toBe(countries.length);
  });

  it('ORG-13 every head of the template, so that what is filled in needs no explanation', () => {
    const shown = messages(`libs/arrivals/web/messages/${language}.json`);
    const heads = exportFields.map((field) => shown[`import.field.${field}`]!);
    expect(guessMapping(heads)).toEqual(Object.fromEntries(exportFields.map((field, at) => [field, at])));
  });

  it('languages by name', () => {
    const spoken = new Intl.DisplayNames(language, { type: 'language' }).of('ar')!;
    expect(words.language(spoken)).toBe('ar');
  });
});

it.each([
  ["Côte d'Ivoire", 'CI'],
  ['Cote d`Ivoire', 'CI'],
  ['Ivory Coast', 'CI'],
  ['DRC', 'CD'],
  ['D.R. Congo', 'CD'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['Congo (Democratic Republic of the)', 'CD'],
  ['Congo', 'CG'],
  ['Republic of the Congo', 'CG'],
  ['UK', 'GB'],
  ['U.S.A.', 'US'],
  ['The Netherlands', 'NL'],
  ['Gambia (The)', 'GM'],
  ['Bolivia (Plurinational State of)', 'BO'],
  ['Tanzania, United Republic of', 'TZ'],
  ['Korea, Rep. of', 'KR'],
  ['St. Lucia', 'LC'],
  ['Bosnia & Herzegovina', 'BA'],
  ['Trinidad y Tobago', 'TT'],
  ['República Bolivariana de Venezuela', 'VE'],
  ['Deutschland', 'DE'],
  ['DE', 'DE'],
  ['la', 'LA'],
  ['is', 'IS'],
  ['DEU', 'DE'],
  ['Brasil', 'BR'],
  ['Germania', 'DE'],
  ['État de Palestine', 'PS'],
  ['فلسطين', 'PS'],
  ['Guinea', 'GN'],
  ['Equatorial Guinea', 'GQ'],
  ['Dominica', 'DM'],
  ['Dominican Republic', 'DO'],
  ['Niger', 'NE'],
  ['Nigeria', 'NG'],
  ['Atlantis', null],
])('ORG-13 a list that says %j means %s', (said, code) => {
  expect(words.country(said)).toBe(code);
});
