/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { withWords } from '@plenary/ground/web';
import { refusal, serverSays, show as showBare, wordsOf } from '@plenary/ground/web/testing';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { OrganisationsPage } from '../../organisations/OrganisationsPage';
import { PeoplePage } from '../../members/PeoplePage';

const words = wordsOf('organisations');
const names = ['Aurora', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fjord', 'Grove', 'Heath'];
const organisation = (name: string, state = 'active', listing = 'listed') => ({
  ...{ id: name, name, acronym: null, country: 'KE', region: 'africa', constituency: 'women' },
  ...{ languages: ['en'], website: null, state, listing, logoId: null, peopleCount: 4 },
});
const person = (name: string, coalitionRoles: string[] = []) => ({
  ...{ id: name, name, fullName: null, colour: '#000', language: 'en', languages: [], coalitionRoles },
  organisations: [
    { id: 'o', name: 'Aurora', acronym: null, region: 'africa', constituency: 'women', role: 'member' },
  ],
});
/** With the sentences for refusals, which such a page brings along. */
const show = async (screen: ReactNode) => {
  await showBare(screen, words);
  await act(withWords([], () => Promise.resolve()));
};
const page = (items: unknown[]) => ({ body: { items, nextCursor: null } });
const answers = (coalitionRoles: string[]) => ({
  'GET /api/coalition': { body: { id: 'c', name: 'The Coalition', languages: ['en'], isDemo: false } },
  'GET /api/membership': { body: { organisations: [], actingFor: null, coalitionRoles } },
  'GET /api/me/lists': page([]),
  'GET /api/me': { body: { person: { id: 'me' } } },
  'GET /api/invitations': page([]),
});
const box = (name: string) => screen.findByRole('checkbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const bar = () => screen.getByRole('region', { name: 'Selection' });

describe('several lines at once', () => {
  const organisations = (items = names.map((name) => organisation(name))) => ({
    ...answers(['coordinator']),
    'GET /api/organisations': page(items),
  });

  it('are chosen by those alone who can do something with them', async () => {
    serverSays({ ...organisations(), ...answers([]) });
    await show(<OrganisationsPage />);
    await screen.findByRole('row', { name: /Aurora/ });
    expect(screen.queryByRole('checkbox', { name: /^Select/ })).not.toBeInTheDocument();
  });

  it('one by one, from here to there with Shift, all of them, with the keyboard, and not at all', async () => {
    serverSays(organisations());
    await show(<OrganisationsPage />);
    const user = userEvent.setup();
    expect(screen.queryByRole('region', { name: 'Selection' })).not.toBeInTheDocument();
    await user.click(await box('Select Birch'));
    await user.keyboard('{Shift>}');
    await user.click(await box('Select Elm'));
    await user.keyboard('{/Shift}');
    expect(bar()).toHaveTextContent('4 selected');
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('4 selected');
    const all = (await box('Select all shown')) as HTMLInputElement;
    expect(all.indeterminate).toBe(true);
    await user.click(all);
    expect(bar()).toHaveTextContent('8 selected');
    expect(all.indeterminate).toBe(false);
    (await box('Select Cedar')).focus();
    await user.keyboard(' ');
    expect(bar()).toHaveTextContent('7 selected');
    await user.click(button('Clear'));
    expect(screen.queryByRole('region', { name: 'Selection' })).not.toBeInTheDocument();
    await waitFor(() => expect(all).toHaveFocus());
  });

  it('are suspended with a reason: the first few by name, who is left out as a number, and back by one button', async () => {
    const rows = [
      ...names.map((name) => organisation(name)),
      organisation('Ivy', 'suspended'),
      organisation('Jade', 'left'),
    ];
    const changed = names;
    const asked = serverSays({
      ...organisations(rows),
      'PUT /api/organisations/states': { body: { changed } },
      'POST /api/organisations/states/undo': { body: { changed } },
    });
    await show(<OrganisationsPage />);
    await userEvent.click(await box('Select all shown'));
    await userEvent.click(button('Suspend'));
    const dialog = screen.getByRole('dialog', { name: 'Suspend 8 organisations?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual([...names.slice(0, 5), 'and 3 more']);
    expect(dialog).toHaveTextContent('1 more is so already');
    expect(dialog).toHaveTextContent('1 more is left out');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^Reason/ }), 'no answer');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Suspend' }));
    await screen.findByText('8 organisations are suspended.');
    const put = asked.find(({ method }) => method === 'PUT')!;
    expect(put.body).toEqual({ ids: names, state: 'suspended', reason: 'no answer' });
    expect(screen.queryByRole('region', { name: 'Selection' })).not.toBeInTheDocument();
    await userEvent.click(button('Undo'));
    await screen.findByText('Undone: 8 are as before.');
    expect(asked.find(({ path }) => path === '/api/organisations/states/undo')!.body).toEqual({ ids: names });
  });

  it('say in a sentence why nothing was changed, or undone', async () => {
    serverSays({
      ...organisations(),
      'PUT /api/organisations/states': refusal(422, 'organisation.reason-needed'),
    });
    await show(<OrganisationsPage />);
    await userEvent.click(await box('Select Aurora'));
    await userEvent.click(button('Mark as left'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Mark as left' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Write the reason');
    expect(bar()).toHaveTextContent('1 selected');
    cleanup();
    serverSays({
      ...organisations(),
      'PUT /api/organisations/states': { body: { changed: ['Aurora'] } },
      'POST /api/organisations/states/undo': refusal(409, 'organisation.undo-impossible'),
    });
    await show(<OrganisationsPage />);
    await userEvent.click(await box('Select Aurora'));
    await userEvent.click(button('Suspend'));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Suspend' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText(/This can no longer be undone/);
  });

  it('people get a role and lose it again by one button', async () => {
    const asked = serverSays({
      ...answers(['coordinator']),
      'GET /api/people': page([person('Ana'), person('Bo', ['observer']), person('Cy')]),
      'PUT /api/roles/observer': ({ body }) => ({
        body: { changed: (body as { personIds: string[] }).personIds },
      }),
    });
    await show(<PeoplePage />);
    await userEvent.click(await box('Select all shown'));
    await userEvent.click(button('Give a role'));
    const dialog = screen.getByRole('dialog', { name: 'Give 3 people a role in the coalition' });
    await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'observer');
    expect(dialog).toHaveTextContent('1 more has it already.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Give the role' }));
    await screen.findByText('Role given to 2 people: Observer.');
    await userEvent.click(button('Undo'));
    await screen.findByText('Undone: 2 are as before.');
    expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { personIds: ['Ana', 'Cy'], give: true },
      { personIds: ['Ana', 'Cy'], give: false },
    ]);
  });

  it('who takes the coordinators’ role from themselves is told that there is no way back, and gets no button', async () => {
    serverSays({
      ...answers(['coordinator']),
      'GET /api/people': page([{ ...person('Me', ['coordinator']), id: 'me' }]),
      'PUT /api/roles/coordinator': { body: { changed: ['me'] } },
    });
    await show(<PeoplePage />);
    await userEvent.click(await box('Select Me'));
    await userEvent.click(button('Remove a role'));
    const dialog = screen.getByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'coordinator');
    await within(dialog).findByText(/You are one of them/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove the role' }));
    await screen.findByText('Role removed from 1 person: Coordinator.');
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
