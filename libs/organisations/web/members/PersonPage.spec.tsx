/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { SessionGate } from '@plenary/identity/web';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganisationSlots, type OrganisationFilling } from '../slots/organisation-slots';
import { PersonPage } from './PersonPage';

const words = { ...wordsOf('organisations'), ...wordsOf('identity') };
const bridge = { id: 'o', name: 'Sea Bridge', acronym: null, region: null, constituency: null };
const lin = {
  ...{ id: 'lin', name: 'Lin', fullName: null, colour: '#000', language: 'es', languages: ['en', 'es'] },
  ...{ coalitionRoles: ['translator'], organisations: [{ ...bridge, role: 'member' }] },
  ...{ awaited: false, comesBack: false },
};
const help = (about: object = {}) => ({
  body: { help: { hasSecondFactor: true, begunAt: null, begunByMe: false, dueAt: null, ...about } },
});
const done = { status: 204 };
const filling: OrganisationFilling = {
  key: 'kites',
  PersonActions: ({ person }) => <button>Fly a kite with {person.name}</button>,
};

interface Reader {
  id?: string;
  coalitionRoles?: string[];
  organisations?: object[];
}
const coordinator: Reader = { coalitionRoles: ['coordinator'] };
const focal: Reader = { organisations: [{ ...bridge, role: 'focal_point' }] };

const visit = async (reader: Reader, answers: Answers = {}, about: object = {}) => {
  const { id = 'me', coalitionRoles = [], organisations = [] } = reader;
  const me = { id, displayName: 'Me', email: 'me@example.org', language: 'en', colour: '#000' };
  const now = { person: { ...lin, ...about } };
  const asked = serverSays({
    'GET /api/me': { body: { person: me, session: { id: 's', expiresAt: '2027-01-01T00:00:00Z' } } },
    'GET /api/membership': { body: { organisations, inactive: [], actingFor: null, coalitionRoles } },
    'GET /api/people/lin': () => ({ body: now.person }),
    'GET /api/people/lin/device': { body: { help: null } },
    ...answers,
  });
  const page = (
    <SessionGate>
      <OrganisationSlots.Provider value={[filling]}>
        <PersonPage />
      </OrganisationSlots.Provider>
    </SessionGate>
  );
  const { queries } = await show(page, words, '/people/lin', '/people/$id');
  return { now, queries, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const open = async (...about: Parameters<typeof visit>) => {
  const visited = await visit(...about);
  await screen.findByRole('heading', { level: 1, name: 'Lin' });
  await waitFor(() => expect(visited.queries.isFetching()).toBe(0));
  return visited;
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const facts = () =>
  screen.getAllByRole('term').map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);
const kite = () => screen.queryByRole('button', { name: 'Fly a kite with Lin' });
const rights = () => screen.queryByRole('link', { name: 'What Lin may do, and why' });

describe('the page of a person', () => {
  afterEach(cleanup);

  it('says for whom they act, in which roles and languages; to others nothing more', async () => {
    await open({});
    expect(facts()).toEqual([
      'Member: Sea Bridge',
      'Role in the coalition: Translator',
      'Language: Spanish',
      'Works in: English, Spanish',
    ]);
    expect(screen.getByRole('link', { name: 'Sea Bridge' })).toHaveAttribute('href', '/organisations/o');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Lost device' })).not.toBeInTheDocument();
    expect(kite()).not.toBeInTheDocument();
    expect(rights()).not.toBeInTheDocument();
  });

  it('has the name behind a pseudonym for whom the server tells it', async () => {
    await open(focal, {}, { fullName: 'Linnea Berg', coalitionRoles: [] });
    expect(facts()).toContain('Full name: Linnea Berg');
    expect(facts().join()).not.toContain('Role in the coalition');
  });

  it.each([
    ['coordinators', coordinator, true, true],
    ['their focal points', focal, true, false],
    ['themselves', { id: 'lin' }, true, false],
    ['coordinators, of themselves', { ...coordinator, id: 'lin' }, true, false],
    [
      'focal points of another organisation',
      { organisations: [{ ...bridge, id: 'x', role: 'focal_point' }] },
      false,
      false,
    ],
    ['their colleagues', { organisations: [{ ...bridge, role: 'member' }] }, false, false],
  ])('leads %s on as far as they may go', async (_, reader, mayAsk, mayFly) => {
    await open(reader);
    expect(rights() !== null).toBe(mayAsk);
    expect(kite() !== null).toBe(mayFly);
  });

  it('of nobody says so', async () => {
    await visit({}, { 'GET /api/people/lin': refusal(404, 'person.not-found') });
    expect(await screen.findByRole('alert')).toHaveTextContent('This person is not known here');
  });

  it('lets coordinators give and take roles, each at once', async () => {
    const { said, now } = await open(coordinator, {
      'PUT /api/people/lin/roles/observer': () => {
        now.person = { ...now.person, coalitionRoles: ['translator', 'observer'] };
        return done;
      },
      'DELETE /api/people/lin/roles/translator': refusal(409, 'coalition.last-coordinator'),
    });
    const role = (name: string) => screen.getByRole('checkbox', { name });
    expect(role('Translator')).toBeChecked();
    expect(role('Observer')).not.toBeChecked();
    await userEvent.click(role('Observer'));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    await waitFor(() => expect(role('Observer')).toBeChecked());
    await userEvent.click(role('Translator'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The coalition needs a coordinator');
    expect(role('Translator')).toBeChecked();
    expect(said().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /api/people/lin/roles/observer',
      'DELETE /api/people/lin/roles/translator',
    ]);
  });
});

describe('a device that somebody lost', () => {
  afterEach(cleanup);
  const recovery = '/api/people/lin/device/recovery';
  const begunAt = '2026-11-24T10:00:00Z';
  const section = () => within(screen.getByRole('heading', { name: 'Lost device' }).closest('section')!);
  const offered = () =>
    section()
      .getAllByRole('button')
      .map((each) => each.textContent);

  it('is said by one and by another: each sees what the other did, and both can stop it', async () => {
    let state = help();
    const { said } = await open(focal, {
      'GET /api/people/lin/device': () => state,
      [`POST ${recovery}`]: () => ((state = help({ begunAt, begunByMe: true })), done),
    });
    expect(offered()).toEqual(['It is lost: the person told me']);
    expect(section().getByText(/^If Lin has lost the device/)).toBeInTheDocument();
    await press('It is lost: the person told me');
    expect(await section().findByText(/^You have said so\. Another/)).toBeInTheDocument();
    expect(offered()).toEqual(['Stop it']);
    expect(said()).toMatchObject([{ method: 'POST', path: recovery }]);
  });

  it('is confirmed by the second, and then it is said when it works', async () => {
    let state = help({ begunAt });
    const { said } = await open(focal, {
      'GET /api/people/lin/device': () => state,
      [`PUT ${recovery}`]: () => ((state = help({ begunAt, dueAt: '2026-11-26T10:00:00Z' })), done),
    });
    expect(section().getByText(/^Somebody else has said so/)).toBeInTheDocument();
    expect(offered()).toEqual(['The person told me, too', 'Stop it']);
    await press('The person told me, too');
    expect(await section().findByText(/^Two have said so\..*November 26, 2026/)).toBeInTheDocument();
    expect(offered()).toEqual(['Stop it']);
    expect(said()).toMatchObject([{ method: 'PUT', path: recovery }]);
  });

  it('is stopped, or it is said why not', async () => {
    await open(focal, {
      'GET /api/people/lin/device': help({ begunAt }),
      [`DELETE ${recovery}`]: refusal(403, 'person.forbidden'),
    });
    await press('Stop it');
    expect(await section().findByRole('alert')).toHaveTextContent('Only coordinators and the person’s');
  });

  it('is nobody’s concern while the person signs in without one', async () => {
    await open(focal, { 'GET /api/people/lin/device': help({ hasSecondFactor: false }) });
    expect(screen.queryByRole('heading', { name: 'Lost device' })).not.toBeInTheDocument();
  });
});
