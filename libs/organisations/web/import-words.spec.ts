import { importWords } from '@plenary/organisations/domain';
import { sortNameOf } from '@plenary/ground/kernel';
import { readFileSync } from 'node:fs';

const words = importWords(() => true);
const messages = (language: string) =>
  JSON.parse(readFileSync(`libs/organisations/web/messages/${language}.json`, 'utf8')) as Record<
    string,
    string
  >;

describe.each(['en', 'es', 'fr', 'ar'])('what an import understands, in %s', (language) => {
  it.each([
    ['region', words.regions],
    ['constituency', words.constituencies],
    ['representative', words.roles],
  ] as const)('ORG-13 every %s as the screens name it', (prefix, known) => {
    const shown = Object.entries(messages(language)).filter(
      ([key]) => key.startsWith(`${prefix}.`) && !/\.all$/.test(key),
    );
    expect(shown.length).toBeGreaterThan(2);
    const unknown = shown.filter(
      ([key, name]) => known.get(sortNameOf(name)) !== key.slice(prefix.length + 1),
    );
    expect(unknown).toEqual([]);
  });

  it('countries and languages by name', () => {
    const country = new Intl.DisplayNames(language, { type: 'region' }).of('CO')!;
    const spoken = new Intl.DisplayNames(language, { type: 'language' }).of('ar')!;
    expect([words.countries.get(sortNameOf(country)), words.languages.get(sortNameOf(spoken))]).toEqual([
      'CO',
      'ar',
    ]);
  });
});
