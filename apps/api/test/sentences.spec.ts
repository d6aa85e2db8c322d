import { auditErrors } from '@plenary/audit/domain';
import { readFileSync } from 'node:fs';
import { refusalCodes } from '@plenary/ground/collab/protocol';
import { definedDeeds, interfaceLanguages } from '@plenary/ground/kernel';
import { groundErrors } from '@plenary/ground/server';
import { capacities, groupErrors } from '@plenary/groups/domain';
import { identityErrors } from '@plenary/identity/domain';
import { operationErrors } from '@plenary/operation/domain';
import { organisationErrors } from '@plenary/organisations/domain';
import { rightsErrors } from '@plenary/rights/domain';
import { statementErrors } from '@plenary/statements/domain';

const codes = [
  ...Object.keys(groundErrors),
  ...Object.keys(refusalCodes),
  ...Object.keys(identityErrors),
  ...Object.keys(organisationErrors),
  ...Object.keys(groupErrors),
  ...Object.keys(operationErrors),
  ...Object.keys(auditErrors),
  ...Object.keys(rightsErrors),
  ...Object.keys(statementErrors),
];

const sentencesIn = (language: string) =>
  Object.assign(
    {},
    ...[language, `managing/${language}`].map((folder) =>
      JSON.parse(readFileSync(`libs/ground/web/i18n/${folder}/errors.json`, 'utf8')),
    ),
  ) as Record<string, string>;

describe.each(interfaceLanguages)('refusals in %s', (language) => {
  it('every code has a sentence of its own language', () => {
    const sentences = sentencesIn(language);
    const english = sentencesIn('en');
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => !sentences[code]?.trim())).toEqual([]);
    const borrowed = codes.filter((code) => language !== 'en' && sentences[code] === english[code]);
    expect(borrowed).toEqual([]);
  });
});

describe.each(interfaceLanguages)('deeds in %s', (language) => {
  it('every deed and capacity has words of its own on the page of rights', () => {
    const words = JSON.parse(readFileSync(`libs/rights/web/messages/managing/${language}.json`, 'utf8'));
    const shown = [...definedDeeds.values()].filter(({ by }) => Object.keys(by).length > 0);
    expect(shown.length).toBeGreaterThan(30);
    expect(shown.filter(({ name }) => !words[`deed.${name}`])).toEqual([]);
    const held = shown.flatMap(({ by }) => Object.keys(by));
    expect(held.filter((each) => !(capacities as readonly string[]).includes(each))).toEqual([]);
    expect(capacities.filter((each) => !words[`capacity.${each}`] || !words[`capacities.${each}`])).toEqual(
      [],
    );
  });
});
