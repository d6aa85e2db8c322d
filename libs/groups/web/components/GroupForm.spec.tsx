/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GroupsPage } from '../pages/GroupsPage';
import { GroupActions } from './GroupActions';

const words = { ...wordsOf('groups'), ...wordsOf('organisations') };
const themes = [
  { key: 'borders', names: { en: 'Borders', fr: 'Frontières' } },
  // Nobody has named it in the reader's language yet.
  { key: 'labour', names: { es: 'Trabajo', fr: 'Travail' } },
];
const group = {
  ...{ id: 'g', name: 'Ferries', theme: 'labour', description: 'What it does.', access: 'open' },
  ...{ isArchived: false, memberCount: 0, leads: [], myRole: null },
};
const detail = {
  ...group,
  ...{ members: [], hasAsked: false, requests: [], may: { lead: true, join: false } },
};
const answers = (known: object[], more: Answers = {}): Answers => ({
  'GET /api/coalition': { body: { id: 'c', name: 'Resist', languages: ['fr', 'es'], themes: known } },
  'GET /api/membership': { body: { coalitionRoles: ['coordinator'], organisations: [] } },
  'GET /api/groups': { body: { items: [group], nextCursor: null, total: 1 } },
  'POST /api/groups': { status: 201, body: { id: 'new' } },
  ...more,
});
const dialog = async (button: string) => {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(await screen.findByRole('dialog', { name: button }));
};
const sentIn = (asked: ReturnType<typeof serverSays>, method: string) =>
  asked.find((each) => each.method === method)?.body;

describe('GRP-7 the theme of a group', () => {
  afterEach(cleanup);

  it('is asked for where the coalition has themes, by their names in the reader’s language or its own', async () => {
    const asked = serverSays(answers(themes));
    await show(<GroupsPage />, words);
    await screen.findByText('Travail', { exact: false });
    const form = await dialog('New group');
    const choice = form.getByRole('combobox', { name: 'Theme' });
    expect([...choice.querySelectorAll('option')].map((each) => each.textContent)).toEqual([
      'None',
      'Borders',
      'Travail',
    ]);
    expect(choice).toHaveValue('');
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Walls');
    await userEvent.selectOptions(choice, 'Borders');
    await userEvent.click(form.getByRole('button', { name: 'Save changes' }));
    await waitFor(() =>
      expect(sentIn(asked, 'POST')).toEqual({
        ...{ name: 'Walls', description: '', access: 'open', theme: 'borders', lead: false },
      }),
    );
  });

  it('is not asked for where it has none, and nothing is said of it', async () => {
    const asked = serverSays(answers([]));
    await show(<GroupsPage />, words);
    await screen.findByText('Ferries');
    const form = await dialog('New group');
    expect(form.queryByRole('combobox', { name: 'Theme' })).not.toBeInTheDocument();
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Walls');
    await userEvent.click(form.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(sentIn(asked, 'POST')).toBeDefined());
    expect(sentIn(asked, 'POST')).not.toHaveProperty('theme');
  });

  it('is what it was until it is changed, and can be taken away', async () => {
    const asked = serverSays(answers(themes, { 'PATCH /api/groups/g': { status: 204 } }));
    await show(<GroupActions group={detail as never} />, words);
    const form = await dialog('Change the group');
    const choice = await form.findByRole('combobox', { name: 'Theme' });
    expect(choice).toHaveValue('labour');
    await userEvent.selectOptions(choice, 'None');
    await userEvent.click(form.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(sentIn(asked, 'PATCH')).toMatchObject({ name: 'Ferries', theme: null }));
  });

  it('that is refused is said at its field, not at the name', async () => {
    serverSays(answers(themes, { 'POST /api/groups': refusal(422, 'group.theme-unknown') }));
    await show(<GroupsPage />, words);
    await screen.findByText('Travail', { exact: false });
    const form = await dialog('New group');
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Walls');
    const choice = form.getByRole('combobox', { name: 'Theme' });
    await userEvent.selectOptions(choice, 'Borders');
    await userEvent.click(form.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(choice).toBeInvalid());
    expect(choice).toHaveAccessibleDescription(/not one of the coalition’s/);
    expect(form.getByRole('textbox', { name: 'Name' })).toBeValid();
  });

  it('is said once of a group that is called so', async () => {
    const called = { ...group, name: 'travail' };
    serverSays(
      answers(themes, { 'GET /api/groups': { body: { items: [called], nextCursor: null, total: 1 } } }),
    );
    await show(<GroupsPage />, words);
    const line = within((await screen.findByText('travail')).closest('li')!);
    await screen.findByText('Open to all', { exact: false });
    expect(line.getAllByText(/travail/i)).toHaveLength(1);
  });
});
