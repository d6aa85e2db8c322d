import { serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { SessionGate } from '@plenary/identity/web';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganisationPage } from '../organisations/OrganisationPage';

const words = { ...wordsOf('organisations'), ...wordsOf('identity') };

export const someone = (name: string, role: string, about: object = {}) => ({
  ...{ personId: name.toLowerCase(), name, colour: '#0b6e6e', role, awaited: false, comesBack: false },
  ...about,
});
export const [rosa, lin] = [someone('Rosa', 'focal_point'), someone('Lin', 'member')];
export const bridge = {
  ...{ id: 'o', name: 'Sea Bridge', acronym: 'SB', country: 'KE', region: 'africa', constituency: 'women' },
  ...{ languages: ['en', 'fr'], website: 'https://sea.example/', state: 'active', listing: 'listed' },
  ...{ logoId: null as string | null, email: null, mergedInto: null, mergedIntoName: null },
  ...{ peopleCount: 2, people: [rosa, lin] },
  description: { fr: 'Nous tenons le pont.', en: 'We hold the bridge.' } as Record<string, string>,
  may: { namePeople: false, describe: false, decide: false },
};
/** What the reader may do with it. */
export const focal = { may: { namePeople: true, describe: true, decide: false } };
export const coordinator = { may: { namePeople: true, describe: true, decide: true } };

const named = (key: string, en: string) => ({ key, names: { en } });
const coalition = {
  ...{ id: 'c', name: 'The Coalition', languages: ['en', 'fr'], isDemo: false },
  ...{ regions: [named('africa', 'Africa')], constituencies: [named('women', 'Women on the move')] },
};
const me = { id: 'rosa', displayName: 'Rosa', email: 'r@example.org', language: 'en', colour: '#000' };

export const list = (...items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
export const done = { status: 204 };

/** The page as Rosa comes to it, of an organisation that is as the spec says at the moment (`now`). */
export async function visit(about: object = {}, answers: Answers = {}) {
  const now = { organisation: { ...bridge, ...about } };
  const asked = serverSays({
    'GET /api/me': { body: { person: me, session: { id: 's', expiresAt: '2027-01-01T00:00:00Z' } } },
    'GET /api/coalition': { body: coalition },
    'GET /api/door': { body: { coalition: null, emails: 'sent' } },
    'GET /api/organisations/o': () => ({ body: now.organisation }),
    'GET /api/organisations/o/mandates': list(),
    'GET /api/organisations/o/history': list(),
    ...answers,
  });
  const page = (
    <SessionGate>
      <OrganisationPage />
    </SessionGate>
  );
  const { address } = await show(page, words, '/organisations/o', '/organisations/$id');
  return { now, address, said: () => asked.filter(({ method }) => method !== 'GET') };
}

/** The same, once it is there. */
export async function open(about: object = {}, answers: Answers = {}) {
  const visited = await visit(about, answers);
  await screen.findByRole('heading', { level: 1, name: visited.now.organisation.name });
  return visited;
}

export const part = (name: RegExp | string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section')!);
export const button = (name: string) => screen.getByRole('button', { name });
export const press = (name: string) => userEvent.click(button(name));
export const dialog = (name?: string) => within(screen.getByRole('dialog', name ? { name } : {}));
