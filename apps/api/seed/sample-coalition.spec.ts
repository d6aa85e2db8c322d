import { createHash } from 'node:crypto';
import { isId } from '@plenary/ground/kernel';
import { usualRegions } from '@plenary/organisations/domain';
import { campaignAboutUs } from './data/campaign-about-us.js';
import { coalitionRolesByGiven, demoSignIns } from './data/demo-sign-ins.js';
import { seedGroups } from './data/groups.js';
import { seedOrganisations } from './data/organisations.js';
import { forumStatementParagraphs } from './data/statements.js';
import { seedPeople, seedPerson } from './sample-coalition.js';

const distinct = (values: readonly unknown[]) => new Set(values).size;

describe('the sample coalition', () => {
  it('has forty organisations over all regions, each with its own name, acronym and id', () => {
    expect(seedOrganisations).toHaveLength(40);
    expect(distinct(seedOrganisations.map((each) => each.name))).toBe(40);
    expect(distinct(seedOrganisations.map((each) => each.region))).toBe(usualRegions.length);
    const acronyms = seedOrganisations.flatMap((each) => each.acronym ?? []);
    expect(distinct(acronyms)).toBe(acronyms.length);
  });

  it('has three people for each, with stable ids and addresses of their own', () => {
    expect(seedPeople).toHaveLength(122);
    expect(distinct(seedPeople.map((each) => each.email))).toBe(122);
    expect(seedPeople.every((each) => isId(each.id))).toBe(true);
    expect(seedPerson('Amara').email).toBe('amara@demo.plenary.example');
  });

  it('knows everybody it names elsewhere', () => {
    const named = [
      ...demoSignIns.map((each) => each.given),
      ...coalitionRolesByGiven.map(([given]) => given),
      ...seedGroups.flatMap((group) => group.leads),
    ];
    for (const given of named) expect(seedPerson(given).given).toBe(given);
    const keys = new Set(seedOrganisations.map((each) => each.key));
    for (const group of seedGroups) expect(group.organisations.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('quotes the campaign exactly', () => {
    expect(createHash('sha256').update(campaignAboutUs).digest('hex')).toBe(
      'f436334f0476ba2908e9391e74bc2100d63eb490469dd9365c517d1724efbc91',
    );
    const quoted = forumStatementParagraphs().map((each) => each.text);
    expect(quoted).toEqual(campaignAboutUs.split('\n').filter(Boolean));
    expect(forumStatementParagraphs().filter((each) => each.style === 'heading')).toHaveLength(4);
  });
});
