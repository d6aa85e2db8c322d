/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RightsPage } from './RightsPage';

const rooms = ['rights', 'statements', 'groups', 'organisations'];
const words = Object.assign({}, ...rooms.map(wordsOf)) as ReturnType<typeof wordsOf>;
const list = (...items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
const permission = (name: string, chapter: string, about: object) => ({ name, chapter, ...about });
const by = (...all: string[]) => ({
  by: all.map((each) => {
    const [capacity, reach = 'all'] = each.split(' ');
    return { capacity, reach };
  }),
});
const capacity = (name: string, of: [string, string | null] | null = null) => ({
  capacity: name,
  of: of && { kind: of[0], id: 'x', name: of[1] },
});
const lin = {
  ...{ kind: 'people', id: 'lin', name: 'Lin' },
  held: [
    capacity('everybody'),
    capacity('translator'),
    capacity('focal_point', ['organisation', 'Sea Bridge']),
  ],
  asleep: [capacity('member', ['organisation', null])],
  permissions: [
    permission('group.join', 'groups', { reach: 'all', because: [capacity('everybody')] }),
    permission('organisation.describe', 'coalition', {
      ...{
        reach: 'own',
        because: [capacity('focal_point', ['organisation', 'Sea Bridge']), capacity('translator')],
      },
    }),
  ],
};
const statement = (title: string, right: string, basis: string) => ({
  ...{ statement: { id: title, title, ownerName: 'Us' }, right, reasons: [{ basis, right, grant: null }] },
});
const people = '/api/rights/people/lin';
const about: Answers = {
  [`GET ${people}`]: { body: lin },
  [`GET ${people}/statements`]: ({ url }) =>
    url.searchParams.get('cursor')
      ? { body: { items: [statement('On land', 'read', 'everyone')], nextCursor: null } }
      : { body: { items: [statement('On rescue', 'comment', 'role')], nextCursor: 'more' } },
};
const found: Answers = {
  'GET /api/groups': list({ id: 'w', name: 'Women' }),
  'GET /api/organisations': list({ id: 'o', name: 'Sea Bridge' }),
  'GET /api/people': list({ id: 'lin', name: 'Lin', organisations: [] }),
  'GET /api/rights': list(
    permission('group.join', 'groups', by('everybody')),
    permission('group.lead', 'groups', by('coordinator', 'group_lead own')),
    permission('organisation.decide', 'coalition', by('coordinator')),
  ),
};
const open = (at: string, answers: Answers = {}) => {
  serverSays({ ...found, ...about, ...answers });
  return show(<RightsPage />, words, at, '/rights');
};
const table = (name: string) => screen.findByRole('table', { name });
const rows = async (name: string) =>
  within(await table(name))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));
const field = () => screen.findByRole('combobox', { name: 'About whom' });

describe('who may do what', () => {
  afterEach(cleanup);

  it('of everybody, at a glance: each permission under its room’s heading, in its room’s words', async () => {
    await open('/rights');
    // On a narrow screen who may stands under what, too.
    expect(await rows('Working groups')).toEqual([
      ['Join working groups, or ask toEverybody who is signed in', 'Everybody who is signed in'],
      [
        'Change a working group and its peopleCoordinators · Leads of groups, for their own',
        'Coordinators · Leads of groups, for their own',
      ],
    ]);
    expect(await rows('Coalition, organisations, people')).toHaveLength(1);
    expect(await field()).toHaveValue('');
    expect(screen.queryByRole('heading', { name: 'What they are' })).not.toBeInTheDocument();
  });

  it('of one person: what they are, what sleeps, what follows, and why', async () => {
    await open('/rights?about=people&id=lin');
    await waitFor(async () => expect(await field()).toHaveValue('Lin'));
    const held = within((await screen.findByRole('heading', { name: 'What they are' })).closest('section')!);
    expect(held.getAllByRole('listitem').map((each) => each.textContent)).toEqual([
      'Translator',
      'Focal point of Sea Bridge',
      'Member of one that you cannot see: not active at present, so no right follows',
    ]);
    expect((await rows('In working groups')).map(([, ...rest]) => rest)).toEqual([
      ['Everywhere', 'Signed in'],
    ]);
    expect((await rows('In the coalition and its organisations')).map(([, ...rest]) => rest)).toEqual([
      ['Their own', 'Focal point of Sea Bridge · Translator'],
    ]);
  });

  it('on which statements, and why, page after page', async () => {
    await open('/rights?about=people&id=lin');
    const first = within(await table('Their statements'));
    expect(first.getByRole('link', { name: 'On rescue' })).toHaveAttribute('href', '/statements/On%20rescue');
    expect((await rows('Their statements'))[0]!.slice(1)).toEqual(['Comment', 'through this coalition role']);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await rows('Their statements')).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('of somebody who has nothing says so, and what they may read', async () => {
    await open('/rights?about=people&id=lin', {
      [`GET ${people}`]: { body: { ...lin, held: [capacity('everybody')], asleep: [], permissions: [] } },
      [`GET ${people}/statements`]: list(),
    });
    expect(await screen.findByText('No role, no organisation, no group')).toBeInTheDocument();
    expect(await screen.findByText('No statement that you may read is open to them')).toBeInTheDocument();
  });

  it('of a role tells what follows from it; as what somebody is would say nothing', async () => {
    const role = { ...lin, kind: 'roles', id: 'translator', name: null, held: [capacity('translator')] };
    await open('/rights?about=roles&id=translator', {
      'GET /api/rights/roles/translator': { body: role },
      'GET /api/rights/roles/translator/statements': list(),
    });
    expect(await table('In working groups')).toBeInTheDocument();
    expect(await field()).toHaveValue('Translators');
    expect(screen.queryByRole('heading', { name: 'What they are' })).not.toBeInTheDocument();
  });

  it('is asked about somebody by name, and of everybody again; the address says about whom', async () => {
    const { address } = await open('/rights');
    await table('Working groups');
    await userEvent.click(await field());
    await userEvent.type(await field(), 'Lin');
    await userEvent.click(await screen.findByRole('option', { name: /^Lin/ }));
    expect(await screen.findByRole('heading', { name: 'What they are' })).toBeInTheDocument();
    expect(address()).toBe('/rights?about=people&id=lin');
    await userEvent.click(screen.getByRole('button', { name: 'Clear: About whom' }));
    expect(await table('Working groups')).toBeInTheDocument();
    expect(address()).toBe('/rights');
  });

  it('RGT-3 is not told to everybody of everybody', async () => {
    await open('/rights?about=people&id=lin', { [`GET ${people}`]: refusal(403, 'rights.forbidden') });
    expect(await screen.findByRole('alert')).toHaveTextContent('What a person may do is shown to them');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(await field()).toBeInTheDocument();
  });
});
