/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import type { Right } from '@plenary/ground/kernel';
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { StatementRightView } from '@plenary/statements/domain';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StatementRightsPage } from './StatementRightsPage';

const words = { ...wordsOf('statements'), ...wordsOf('groups'), ...wordsOf('organisations') };
const statement = { id: 's', title: 'On rescue', right: 'read', language: 'en' };
const grant = (id: string, byName: string | null = 'Amara') => ({ id, byName, at: '2026-11-24T10:00:00Z' });
const line = (kind: string, id: string | null, name: string | null, right: Right, about: object = {}) =>
  ({
    subject: { kind, id, name },
    right,
    reasons: [{ basis: kind, right, grant: null }],
    ...about,
  }) as unknown as StatementRightView;
const given = (id: string, right: Right, by?: string | null) => ({
  reasons: [{ basis: 'grant', right, grant: grant(id, by) }],
});
const rows = [
  line('role', 'coordinator', null, 'manage'),
  line('person', 'p', 'Lin', 'manage', given('g1', 'manage')),
  line('group', 'g', 'Women', 'edit', {
    ...given('g2', 'edit', null),
    subject: { kind: 'group', id: 'g', name: 'Women', groupRole: 'lead' },
  }),
  line('everyone', null, null, 'comment'),
  line('organisation', null, null, 'read', given('g3', 'read')),
];

const open = async (right: Right, answers: Answers = {}) => {
  const now = { rows };
  const asked = serverSays({
    'GET /api/statements/s': { body: { ...statement, right } },
    'GET /api/statements/s/rights': () => ({ body: { items: now.rows, nextCursor: null } }),
    ...answers,
  });
  await show(<StatementRightsPage />, words, '/statements/s/rights', '/statements/$id/rights');
  await screen.findByRole('table', { name: 'Who can do what, and why' });
  return { now, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const row = (name: RegExp) => screen.getByRole('row', { name });
const manager = async (answers: Answers = {}) => {
  const opened = await open('manage', answers);
  await screen.findByRole('heading', { level: 2, name: 'Give a right' });
  await screen.findByRole('combobox', { name: 'To' });
  return opened;
};

describe('the rights on a statement', () => {
  afterEach(cleanup);

  it('are told with their reasons to everybody who reads it; who does not manage it changes none', async () => {
    await open('edit');
    expect(await screen.findByText('On rescue')).toBeInTheDocument();
    expect(row(/^Coordinators/)).toHaveTextContent(/Manage.*through this coalition role$/);
    expect(row(/^Lin/)).toHaveTextContent(/Manage.*given by Amara on November 24, 2026$/);
    expect(row(/^Leads of Women/)).toHaveTextContent(/Edit.*given on November 24, 2026$/);
    expect(row(/^Everyone who acts/)).toHaveTextContent(/Comment.*as everyone who acts for an active/);
    expect(row(/^No longer known/)).toHaveTextContent('Read');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('columnheader', { name: 'Change' })).not.toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Give a right' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Back to the statement' })).toHaveAttribute(
      'href',
      '/statements/s',
    );
  });

  it('of one that is closed are not told', async () => {
    const closed = refusal(404, 'statement.not-found');
    serverSays({ 'GET /api/statements/s': closed, 'GET /api/statements/s/rights': closed });
    await show(<StatementRightsPage />, words, '/statements/s/rights', '/statements/$id/rights');
    expect(await screen.findByRole('alert')).toHaveTextContent('does not exist, or it is not open to you');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  describe('withdrawn', () => {
    const lins = 'Withdraw the right of Lin';

    it('are those alone that were given, and only after a question that says what it means', async () => {
      const { now, said } = await manager({
        'DELETE /api/statements/s/grants/g1': () => {
          now.rows = rows.filter(({ subject }) => subject.id !== 'p');
          return { status: 204 };
        },
      });
      const offered = screen.getAllByRole('button', { name: /^Withdraw the right/ });
      expect(offered.map((each) => each.getAttribute('aria-label'))).toEqual([
        lins,
        'Withdraw the right of Leads of Women',
        'Withdraw the right of No longer known',
      ]);
      await userEvent.click(screen.getByRole('button', { name: lins }));
      const dialog = () => within(screen.getByRole('dialog', { name: 'Withdraw this right?' }));
      expect(dialog().getByText(/^Lin loses it at once/)).toBeInTheDocument();
      await userEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(said()).toEqual([]);
      await userEvent.click(screen.getByRole('button', { name: lins }));
      await userEvent.click(dialog().getByRole('button', { name: 'Withdraw' }));
      expect(await screen.findByText('The right of Lin was withdrawn')).toBeInTheDocument();
      await waitFor(() => expect(screen.queryByRole('row', { name: /^Lin/ })).not.toBeInTheDocument());
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      expect(said()).toMatchObject([{ method: 'DELETE', path: '/api/statements/s/grants/g1' }]);
    });

    it('STM-8 not the last by which somebody manages it: the question says why and stays', async () => {
      await manager({ 'DELETE /api/statements/s/grants/g1': refusal(409, 'statement.last-manager') });
      await userEvent.click(screen.getByRole('button', { name: lins }));
      const dialog = within(screen.getByRole('dialog'));
      await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
      expect(await dialog.findByRole('alert')).toHaveTextContent('Somebody has to manage the statement');
      expect(row(/^Lin/)).toBeInTheDocument();
    });
  });

  describe('given', () => {
    const list = (...items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
    const found = {
      'GET /api/groups': list({ id: 'w', name: 'Women' }, { id: 'm', name: 'Media' }),
      'GET /api/organisations': list({ id: 'o', name: 'Sea Bridge' }),
      'GET /api/people': list({ id: 'p', name: 'Paola', organisations: [] }),
    };
    const grants = 'PUT /api/statements/s/grants';
    const to = () => screen.getByRole('combobox', { name: 'To' });
    const may = () => screen.getByRole('combobox', { name: 'May' });
    const give = () => screen.getByRole('button', { name: 'Give right' });
    const names = () => screen.getAllByRole('option').map((each) => each.textContent);
    const choose = async (name: string | RegExp) => {
      await userEvent.click(to());
      await userEvent.click(await screen.findByRole('option', { name }));
    };

    it('to nobody before both were chosen: nothing is chosen beforehand', async () => {
      await manager(found);
      expect(to()).toHaveValue('');
      expect(give()).toBeDisabled();
      await userEvent.selectOptions(may(), 'edit');
      expect(give()).toBeDisabled();
      await choose(/^Paola/);
      expect(give()).toBeEnabled();
      await userEvent.selectOptions(may(), 'Choose');
      expect(give()).toBeDisabled();
      await userEvent.selectOptions(may(), 'edit');
      await userEvent.click(screen.getByRole('button', { name: 'Clear: To' }));
      expect(give()).toBeDisabled();
    });

    it('offers everyone, roles, groups, organisations and people, each with what it is', async () => {
      await manager(found);
      await userEvent.click(to());
      await screen.findByRole('option', { name: /^Paola/ });
      const listed = within(screen.getByRole('listbox')).getAllByRole('option');
      expect(listed.map((each) => each.textContent)).toEqual([
        'Everyone who acts for an active organisationEveryone',
        ...['Coordinators', 'Facilitators', 'Penholders', 'Translators', 'Observers'].map(
          (role) => `${role}Coalition role`,
        ),
        ...['WomenWorking group', 'MediaWorking group', 'Sea BridgeOrganisation', 'PaolaPerson'],
      ]);
      // Whoever narrows it by typing finds groups and roles by their names, too.
      await userEvent.type(to(), 'wom');
      await waitFor(() => expect(names()).not.toContain('MediaWorking group'));
      expect(names()).toContain('WomenWorking group');
      expect(names()).not.toContain('CoordinatorsCoalition role');
      await userEvent.keyboard('{Escape}');
      expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    });

    it.each([
      [/^Paola/, { subjectKind: 'person', subjectId: 'p' }],
      [/^Everyone/, { subjectKind: 'everyone' }],
      [/^Observers/, { subjectKind: 'role', subjectId: 'observer' }],
    ])('to %s, said and cleared', async (name, subject) => {
      const { said } = await manager({ ...found, [grants]: { body: { grantId: 'new' } } });
      await choose(name);
      await userEvent.selectOptions(may(), 'comment');
      await userEvent.click(give());
      expect(await screen.findByText('The right was given')).toBeInTheDocument();
      expect(said().map(({ body }) => body)).toEqual([{ ...subject, right: 'comment' }]);
      expect(to()).toHaveValue('');
      expect(may()).toHaveValue('');
    });

    it('or not, and then it is said why, and what was chosen stays', async () => {
      const { said } = await manager({ ...found, [grants]: refusal(400, 'statement.subject-unknown') });
      await choose(/^Sea Bridge/);
      await userEvent.selectOptions(may(), 'manage');
      await userEvent.click(give());
      expect(await screen.findByRole('alert')).toHaveTextContent(
        /^The person, organisation or group was not/,
      );
      expect(to()).toHaveValue('Sea Bridge');
      expect(may()).toHaveValue('manage');
      expect(said()).toHaveLength(1);
    });
  });
});
