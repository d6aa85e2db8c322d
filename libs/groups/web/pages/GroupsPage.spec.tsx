/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GroupsPage } from './GroupsPage';

const words = wordsOf('groups');
const group = (name: string, about: object = {}) => ({
  ...{ id: name.toLowerCase(), name, theme: null, description: `What ${name} does.`, access: 'open' },
  ...{ isArchived: false, memberCount: 3, leads: [], myRole: null, ...about },
});
const page = (items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
const as = (...coalitionRoles: string[]): Answers => ({
  'GET /api/membership': { body: { organisations: [], inactive: [], actingFor: null, coalitionRoles } },
});
const list = () => show(<GroupsPage />, words);
const button = (name: string) => screen.getByRole('button', { name });

describe('the list of working groups', () => {
  afterEach(cleanup);

  it('says of each what it does, how one comes in, who leads it, and what I am in it', async () => {
    const leads = ['Amara', 'Lin'].map((name) => ({ personId: name, name, colour: '#000', role: 'lead' }));
    serverSays({
      ...as(),
      'GET /api/groups': page([
        group('Borders', { leads, myRole: 'member' }),
        group('Women', { access: 'closed', memberCount: 1 }),
      ]),
    });
    await list();
    const [borders, women] = await screen.findAllByRole('listitem');
    expect(within(borders!).getByRole('link', { name: 'Borders' })).toHaveAttribute(
      'href',
      '/groups/borders',
    );
    expect(borders).toHaveTextContent('You are in it');
    expect(borders).toHaveTextContent('What Borders does.');
    expect(borders).toHaveTextContent('Open to all · 3 members · led by Amara, Lin');
    expect(women).toHaveTextContent(/Closed, on request · 1 member$/);
    expect(women).not.toHaveTextContent(/You /);
    expect(screen.getByText('2 groups')).toBeInTheDocument();
  });

  it('says while it is empty what the next step is, to those who can take it', async () => {
    serverSays({ ...as(), 'GET /api/groups': page([]) });
    await list();
    expect(await screen.findByText('There are no working groups yet')).toBeInTheDocument();
    expect(screen.getByText('A coordinator of the coalition sets them up.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New group' })).not.toBeInTheDocument();
    cleanup();
    serverSays({ ...as('coordinator'), 'GET /api/groups': page([]) });
    await list();
    expect(await screen.findByText(/^Make the first one/)).toBeInTheDocument();
    expect(button('New group')).toBeEnabled();
  });

  it('has archived groups apart', async () => {
    serverSays({
      ...as(),
      'GET /api/groups': ({ url }) =>
        url.searchParams.get('archived') ? page([group('Old')]) : page([group('New')]),
    });
    await list();
    await screen.findByRole('link', { name: 'New' });
    const toggle = button('Archived groups');
    expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(toggle);
    expect(await screen.findByRole('link', { name: 'Old' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'New' })).not.toBeInTheDocument();
    expect(toggle).toHaveAttribute('aria-pressed', 'true');
  });

  it('says that it is loading once that takes a while, and what is safe when it fails', async () => {
    let answer = (_: object) => {};
    const held = new Promise<object>((give) => (answer = give));
    let failed = false;
    serverSays({
      ...as(),
      'GET /api/groups': () => (failed ? page([group('Borders')]) : held),
    });
    await list();
    expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeInTheDocument();
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeInTheDocument();
    failed = true;
    answer(refusal(500, 'server.failed'));
    expect(await screen.findByRole('alert')).toHaveTextContent('What was saved is safe');
    expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeInTheDocument();
    await userEvent.click(button('Try again'));
    expect(await screen.findByRole('link', { name: 'Borders' })).toBeInTheDocument();
  });

  describe('where a coordinator makes one', () => {
    const make = async (answer: Answers[string]) => {
      const asked = serverSays({
        ...as('coordinator'),
        'GET /api/groups': page([]),
        'POST /api/groups': answer,
      });
      const { address } = await list();
      await userEvent.click(await screen.findByRole('button', { name: 'New group' }));
      const dialog = within(screen.getByRole('dialog', { name: 'New group' }));
      const posted = () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
      const save = () => userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
      return { dialog, posted, save, address };
    };

    it('it needs a name, and nothing else', async () => {
      const { dialog, posted, save, address } = await make({ status: 201, body: { id: 'g1' } });
      await save();
      expect(dialog.getByRole('textbox', { name: 'Name' })).toBeInvalid();
      expect(posted()).toEqual([]);
      await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), ' Detention ');
      await save();
      expect(posted()).toEqual([{ name: 'Detention', description: '', access: 'open', lead: false }]);
      expect(address()).toBe('/groups/g1');
    });

    it('what was said goes along: what it does, how one joins, and that one leads it', async () => {
      const { dialog, posted, save } = await make({ status: 201, body: { id: 'g1' } });
      await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Detention');
      await userEvent.type(dialog.getByRole('textbox', { name: 'What it does' }), 'Visits camps.');
      await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'How people join' }), 'closed');
      await userEvent.click(dialog.getByRole('checkbox', { name: 'I lead it' }));
      await save();
      expect(posted()).toEqual([
        { name: 'Detention', description: 'Visits camps.', access: 'closed', lead: true },
      ]);
    });

    it('a name that another has is said at the name, which stays', async () => {
      const { dialog, save, address } = await make(refusal(409, 'group.name-taken'));
      const name = dialog.getByRole('textbox', { name: 'Name' });
      await userEvent.type(name, 'Borders');
      await save();
      expect(await dialog.findByText('Another group has this name.')).toBeInTheDocument();
      expect(name).toHaveAccessibleDescription('Another group has this name.');
      expect(name).toHaveValue('Borders');
      expect(address()).toBe('/');
    });
  });
});
