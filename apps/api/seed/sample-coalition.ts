import { systemClock } from '@plenary/ground/kernel';
import type { RepresentativeRole } from '@plenary/organisations/domain';
import { seedOrganisations } from './data/organisations.js';
import { demoSignIns } from './data/demo-sign-ins.js';
import { peopleByOrganisation, peopleWithoutOrganisation } from './data/people.js';
import { seedId } from './seed-id.js';

const day = 86_400_000;

/** When the sample coalition was set up: a while before its seed, so that a newcomer meets one that is at work. */
export const seededAt = new Date(systemClock.now() - 12 * day);

export interface SeedPerson {
  readonly id: string;
  readonly given: string;
  readonly displayName: string;
  readonly email: string;
  /** The organisation's first; English for those under whose names visitors sign in. */
  readonly language: string;
  readonly organisationKey: string | null;
  readonly role: RepresentativeRole | null;
}

const inTurn: readonly RepresentativeRole[] = ['focal_point', 'representative', 'member'];

/** Everybody of the sample coalition. */
export const seedPeople: readonly SeedPerson[] = [
  ...seedOrganisations.flatMap((organisation) =>
    peopleByOrganisation[organisation.key]!.map((name, index) =>
      personOf(name, organisation.languages[0]!, organisation.key, inTurn[index]!),
    ),
  ),
  ...peopleWithoutOrganisation.map((name) => personOf(name, 'en', null, null)),
];

const byGiven = new Map(seedPeople.map((person) => [person.given, person]));

/** A person of the sample coalition by given name. */
export function seedPerson(given: string): SeedPerson {
  const person = byGiven.get(given);
  if (!person) throw new Error(`Nobody in the sample coalition is called ${given}.`);
  return person;
}

function personOf(
  name: string,
  language: string,
  organisationKey: string | null,
  role: RepresentativeRole | null,
): SeedPerson {
  const [given, family] = name.split('/') as [string, string];
  const address = given
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
  return {
    id: seedId('person', address),
    given,
    displayName: `${given} ${family}`,
    email: `${address}@demo.plenary.example`,
    language: isDemoSignIn(given) ? 'en' : language,
    organisationKey,
    role,
  };
}

function isDemoSignIn(given: string): boolean {
  return demoSignIns.some((each) => each.given === given);
}
