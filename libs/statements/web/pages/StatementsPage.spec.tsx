/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StatementsPage } from './StatementsPage';

const words = { ...wordsOf('statements'), ...wordsOf('groups') };
const statement = (title: string, about: object = {}) => ({
  ...{ id: title, title, owner: { kind: 'coalition', groupId: null, name: 'Resist' }, language: 'en' },
  ...{ stage: 'drafting', right: 'comment', wordCount: 1_500, createdAt: '2026-11-01T10:00:00Z' },
  ...{ updatedAt: new Date(Date.now() - 7_200_000).toISOString(), ...about },
});
const page = (...items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
const groups = { 'GET /api/groups': page({ id: 'w', name: 'Women' }) };
const open = async (answers: Answers) => {
  const asked = serverSays({ ...groups, ...answers });
  const { address } = await show(<StatementsPage />, words, '/statements', '/statements');
  return { address, posted: () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body) };
};

describe('the list of statements', () => {
  afterEach(cleanup);

  it('says of each whose it is, what one may do, when it changed and how long it is', async () => {
    await open({ 'GET /api/statements': page(statement('On rescue')) });
    const row = await screen.findByRole('row', { name: /^On rescue/ });
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/statements/On%20rescue');
    expect(
      within(row)
        .getAllByRole('cell')
        .map((each) => each.textContent),
    ).toEqual([...['Resist', 'Comment', '2 hours ago', '1,500']]);
    expect(screen.getByText('1 statement')).toBeInTheDocument();
  });

  it('is searched by title, and says what to do when nothing is found, or nothing there', async () => {
    await open({
      'GET /api/statements': ({ url }) =>
        url.searchParams.get('query') === 'xx' ? page() : page(statement('On rescue')),
    });
    await screen.findByRole('row', { name: /^On rescue/ });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search by title' }), 'xx');
    expect(await screen.findByText('No statement has this in its title')).toBeInTheDocument();
    expect(screen.getByText('Try fewer words, or clear the search.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    expect(await screen.findByRole('row', { name: /^On rescue/ })).toBeInTheDocument();
    cleanup();
    await open({ 'GET /api/statements': page() });
    expect(await screen.findByText('There are no statements yet')).toBeInTheDocument();
    expect(screen.getByText('Begin one: a title and an owner are enough.')).toBeInTheDocument();
  });

  it('says what is safe when it fails', async () => {
    await open({ 'GET /api/statements': refusal(503, 'server.database-away') });
    expect(await screen.findByRole('alert')).toHaveTextContent('What was saved is safe');
  });

  describe('where one begins a statement', () => {
    const begin = async (answer: Answers[string]) => {
      const opened = await open({ 'GET /api/statements': page(), 'POST /api/statements': answer });
      await userEvent.click(await screen.findByRole('button', { name: 'Begin a statement' }));
      const dialog = within(screen.getByRole('dialog', { name: 'Begin a statement' }));
      const submit = () => userEvent.click(dialog.getByRole('button', { name: 'Begin writing' }));
      return { ...opened, dialog, submit, title: dialog.getByRole('textbox', { name: 'Title' }) };
    };
    const created = { status: 201, body: { id: 'new' } };

    it('it is the whole coalition’s, unless a group is named, and opens at once', async () => {
      const { dialog, submit, title, posted, address } = await begin(created);
      expect(title).toHaveFocus();
      await userEvent.type(title, 'On rescue');
      expect(dialog.getByRole('combobox', { name: 'Whose text it is' })).toHaveDisplayValue(
        'The whole coalition',
      );
      await submit();
      await waitFor(() => expect(address()).toBe('/statements/new'));
      expect(posted()).toEqual([{ title: 'On rescue', language: 'en', ownerKind: 'coalition' }]);
    });

    it('it is a group’s, where that is named', async () => {
      const { dialog, submit, title, posted } = await begin(created);
      await userEvent.type(title, 'On rescue');
      await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Whose text it is' }), 'Women');
      await submit();
      await waitFor(() => expect(posted()).toHaveLength(1));
      expect(posted()[0]).toEqual({ title: 'On rescue', language: 'en', ownerKind: 'group', groupId: 'w' });
    });

    it.each([
      ['statement.title-empty', /^The title is empty/],
      ['statement.may-not-create', /^You cannot begin a statement here/],
    ])('a refusal (%s) is said at the title, and nothing that was said is gone', async (code, told) => {
      const { dialog, submit, title, address } = await begin(refusal(403, code));
      await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Whose text it is' }), 'Women');
      await submit();
      await waitFor(() => expect(title).toHaveAccessibleDescription(told));
      expect(dialog.getByRole('combobox', { name: 'Whose text it is' })).toHaveDisplayValue('Women');
      expect(address()).toBe('/statements');
    });
  });
});
