/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PeoplePage } from '../members/PeoplePage';
import { OrganisationsPage } from '../organisations/OrganisationsPage';

const words = wordsOf('organisations');
const named = (key: string, en: string) => ({ key, names: { en } });
const coalition = {
  ...{ id: 'c', name: 'The Coalition', languages: ['en', 'sw'], isDemo: false },
  ...{ regions: [named('africa', 'Africa'), named('asia', 'Asia')], constituencies: [] },
};
const aurora = {
  ...{ id: 'a', name: 'Aurora', acronym: 'AU', country: 'KE', region: 'africa', constituency: null },
  ...{
    languages: ['en', 'sw'],
    website: null,
    state: 'active',
    listing: 'listed',
    logoId: null,
    peopleCount: 1_200,
  },
};
const ana = {
  ...{ id: 'ana', name: 'Ana', fullName: null, colour: '#000', language: 'es', languages: ['en'] },
  ...{ coalitionRoles: ['observer'], awaited: false, comesBack: false },
  organisations: [{ ...aurora, role: 'member' }],
};
const page = (...items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
const kept = (id: string, name: string, search: object) => ({ id, list: 'organisations', name, search });

const open = async (
  at: string,
  answers: Answers = {},
  coalitionRoles: string[] = [],
  ofOwn: object[] = [],
) => {
  const asked = serverSays({
    'GET /api/coalition': { body: coalition },
    'GET /api/membership': {
      body: { organisations: ofOwn, inactive: [], actingFor: null, coalitionRoles },
    },
    'GET /api/me/lists': page(),
    'GET /api/organisations': page(aurora),
    'GET /api/people': page(ana),
    ...answers,
  });
  const { address } = await show(
    at.startsWith('/people') ? <PeoplePage /> : <OrganisationsPage />,
    words,
    at,
    '/$list',
  );
  await screen.findByRole('row', { name: at.startsWith('/people') ? /Ana/ : /Aurora/ });
  const lastSearch = () =>
    new URLSearchParams(
      asked
        .filter(({ path }) => /^.api.(org|peo)/.test(path))
        .at(-1)!
        .path.split('?')[1],
    );
  return { asked, address, lastSearch };
};
const select = (name: string) => screen.getByRole('combobox', { name });
const heads = () => screen.getAllByRole('columnheader').map((each) => each.textContent);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('a list', () => {
  afterEach(cleanup);

  it('is searched and filtered by what stands in the address, which can be sent to a colleague', async () => {
    const { address, lastSearch } = await open('/organisations?query=aur&region=africa');
    expect(screen.getByRole('searchbox', { name: 'Search by name or acronym' })).toHaveValue('aur');
    expect(select('Region')).toHaveDisplayValue('Africa');
    expect(Object.fromEntries(lastSearch())).toEqual({ query: 'aur', region: 'africa' });
    expect(screen.getByRole('button', { name: 'Filters (1)' })).toBeInTheDocument();
    await userEvent.selectOptions(select('State'), 'Suspended');
    await waitFor(() => expect(lastSearch().get('state')).toBe('suspended'));
    expect(address()).toBe('/organisations?query=aur&region=africa&state=suspended');
    await userEvent.selectOptions(select('Region'), 'All regions');
    await waitFor(() => expect(lastSearch().has('region')).toBe(false));
    await userEvent.clear(screen.getByRole('searchbox'));
    await waitFor(() => expect(lastSearch().has('query')).toBe(false));
    expect(address()).toBe('/organisations?state=suspended');
  });

  it('asks those alone for states that are theirs to see, whatever the address says', async () => {
    const { lastSearch } = await open('/organisations?state=refused');
    await waitFor(() => expect(lastSearch().has('state')).toBe(false));
    expect(within(select('State')).queryByRole('option', { name: 'Not accepted' })).not.toBeInTheDocument();
    cleanup();
    const coordinators = await open('/organisations?state=refused', {}, ['coordinator']);
    expect(coordinators.lastSearch().get('state')).toBe('refused');
    expect(select('State')).toHaveDisplayValue('Not accepted');
  });

  it('shows the columns that somebody chose', async () => {
    const { address } = await open('/organisations');
    expect(heads()).toEqual(['Name', 'Acronym', 'Country', 'Region', 'People']);
    expect(screen.getByRole('row', { name: /Aurora/ })).toHaveTextContent('1,200');
    await userEvent.click(screen.getByText('Columns'));
    const column = (name: string) => screen.getByRole('checkbox', { name });
    await userEvent.click(column('Acronym'));
    await userEvent.click(column('Languages'));
    await waitFor(() => expect(heads()).toEqual(['Name', 'Country', 'Region', 'Languages', 'People']));
    expect(screen.getByRole('row', { name: /Aurora/ })).toHaveTextContent('English, Swahili');
    expect(address()).toBe(`/organisations?columns=${encodeURIComponent('country,region,languages,people')}`);
    for (const name of ['Country', 'Region', 'Languages', 'People']) await userEvent.click(column(name));
    await waitFor(() => expect(heads()).toEqual(['Name']));
    for (const name of ['Acronym', 'Country', 'Region', 'People']) await userEvent.click(column(name));
    await waitFor(() => expect(address()).toBe('/organisations'));
  });

  it('of people is filtered by what they are; by who has not come, for those who learn of it', async () => {
    const { lastSearch } = await open('/people');
    expect(heads()).toEqual(['Name', 'Organisation', 'Role for the organisation', 'Role in the coalition']);
    expect(screen.queryByRole('combobox', { name: 'First sign-in' })).not.toBeInTheDocument();
    await userEvent.selectOptions(select('Role in the coalition'), 'Translator');
    await userEvent.selectOptions(select('Role for the organisation'), 'Focal point');
    await userEvent.selectOptions(select('Works in or reads'), 'Swahili');
    await waitFor(() =>
      expect(Object.fromEntries(lastSearch())).toEqual({
        ...{ role: 'translator', actsAs: 'focal_point', language: 'sw' },
      }),
    );
    cleanup();
    const focal = await open('/people', {}, [], [{ ...aurora, role: 'focal_point' }]);
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'First sign-in' }),
      'Has not signed in yet',
    );
    await waitFor(() => expect(focal.lastSearch().get('arrival')).toBe('awaited'));
  });
});

describe('a list that is kept under a name', () => {
  afterEach(cleanup);
  const women = kept('l1', 'African ones', { region: 'africa' });

  it('is there only once something is filtered, or kept', async () => {
    await open('/organisations');
    expect(screen.queryByRole('group', { name: 'Saved lists' })).not.toBeInTheDocument();
  });

  it('is saved with all that is filtered, under a name of one’s own', async () => {
    const { asked } = await open('/organisations?region=africa&columns=country', {
      'POST /api/me/lists': { status: 201, body: women },
    });
    await press('Save this list');
    const dialog = within(screen.getByRole('dialog', { name: 'Save this list' }));
    const save = dialog.getByRole('button', { name: 'Save changes' });
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), ' ');
    expect(save).toBeDisabled();
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Mine');
    await userEvent.click(save);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({
      ...{ list: 'organisations', name: ' Mine', search: { region: 'africa', columns: 'country' } },
    });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is not, when there are too many: the name stays to be saved later', async () => {
    await open('/organisations?region=africa', {
      'POST /api/me/lists': refusal(409, 'list.too-many', { most: 30 }),
    });
    await press('Save this list');
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.type(name, 'Mine');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(name).toHaveAccessibleDescription('You keep 30 lists. Remove one first.'));
    expect(name).toHaveValue('Mine');
  });

  it('is opened by its name; removed, it is back by one button', async () => {
    const { address, asked } = await open('/organisations?query=x', {
      'GET /api/me/lists': page(women, { ...women, id: 'l2', list: 'people', name: 'Of people' }),
      'DELETE /api/me/lists/l1': { status: 204 },
      'POST /api/me/lists': { status: 201, body: women },
    });
    expect(screen.queryByRole('button', { name: 'Of people' })).not.toBeInTheDocument();
    await press('African ones');
    await waitFor(() => expect(address()).toBe('/organisations?region=africa'));
    await press('Remove the list African ones');
    expect(await screen.findByText('The list African ones is removed.')).toBeInTheDocument();
    await press('Undo');
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')!.body).toEqual({
        ...{ list: 'organisations', name: 'African ones', search: { region: 'africa' } },
      }),
    );
  });
});

describe('an organisation that a coordinator adds', () => {
  afterEach(cleanup);
  const begin = async (answer: Answers[string]) => {
    const opened = await open('/organisations', { 'POST /api/organisations': answer }, ['coordinator']);
    await press('Add an organisation');
    const dialog = within(screen.getByRole('dialog', { name: 'Add an organisation' }));
    const add = () => userEvent.click(dialog.getByRole('button', { name: 'Add an organisation' }));
    const posted = () => opened.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    return { ...opened, dialog, add, posted };
  };

  it('needs a name and a country; then its page is open', async () => {
    const { dialog, add, posted, address } = await begin({ status: 201, body: { id: 'new' } });
    await userEvent.type(dialog.getByRole('textbox', { name: 'Name' }), 'Birch');
    await add();
    expect(dialog.getByRole('combobox', { name: 'Country' })).toBeInvalid();
    expect(posted()).toEqual([]);
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Country' }), 'Kenya');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Region' }), 'Asia');
    // Where the coalition has none, nobody is asked.
    expect(dialog.queryByRole('combobox', { name: 'Constituency' })).not.toBeInTheDocument();
    await userEvent.type(await dialog.findByRole('combobox', { name: 'Languages' }), 'swah');
    const found = within(await dialog.findByRole('listbox'));
    await userEvent.click(await found.findByRole('option', { name: /^Swahili/ }));
    await add();
    await waitFor(() => expect(address()).toBe('/organisations/new'));
    expect(posted()).toEqual([
      {
        ...{ name: 'Birch', acronym: null, country: 'KE', region: 'asia', constituency: null },
        ...{ languages: ['en', 'sw'], website: null, email: null, description: {}, listing: 'listed' },
      },
    ]);
  });

  it('under a name that there is, is refused at the name', async () => {
    const { dialog, add } = await begin(refusal(409, 'organisation.name-taken'));
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await userEvent.type(name, 'Aurora');
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Country' }), 'Kenya');
    await add();
    await waitFor(() => expect(name).toHaveAccessibleDescription(/^There is an organisation with this name/));
    expect(name).toHaveFocus();
  });

  it('is added by nobody else', async () => {
    await open('/organisations', {}, ['facilitator']);
    expect(screen.queryByRole('button', { name: 'Add an organisation' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Settings of the coalition' })).not.toBeInTheDocument();
  });
});
