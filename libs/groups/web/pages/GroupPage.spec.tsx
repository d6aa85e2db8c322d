/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GroupWork } from '../group-work';
import { GroupPage } from './GroupPage';

const words = { ...wordsOf('groups'), ...wordsOf('organisations') };
const someone = (name: string, about: object = {}) => ({
  ...{ personId: name.toLowerCase(), name, colour: '#0b6e6e', role: 'member', organisation: null, ...about },
});
const lin = someone('Lin', { organisation: { id: 'o', name: 'Sea Bridge', acronym: null } });
const rosa = someone('Rosa', { role: 'lead' });
const borders = {
  ...{ id: 'g', name: 'Borders', theme: null, description: 'What happens at borders.', access: 'open' },
  ...{ isArchived: false, memberCount: 2, leads: [rosa], myRole: null, members: [rosa, lin] },
  ...{ hasAsked: false, requests: [], may: { lead: false, join: false } },
};
const led = { may: { lead: true, join: false }, myRole: 'lead' };

/** The page of a group that is as the spec says, at the moment. */
const open = async (about: object, answers: Answers = {}) => {
  const now = { group: { ...borders, ...about } };
  const asked = serverSays({ 'GET /api/groups/g': () => ({ body: now.group }), ...answers });
  await show(<GroupPage />, words, '/groups/g', '/groups/$id');
  await screen.findByRole('heading', { level: 1, name: 'Borders' });
  return { now, said: () => asked.filter(({ method }) => method !== 'GET') };
};
const part = (name: RegExp | string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section')!);
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));
const buttons = () => screen.queryAllByRole('button').map((each) => each.textContent);
const membership = '/api/groups/g/membership';

describe('the page of a working group', () => {
  afterEach(cleanup);

  it('shows everybody what it does, its people and for whom they are there, and nothing to press', async () => {
    await open({});
    expect(screen.getByText('What happens at borders.')).toBeInTheDocument();
    expect(screen.getByText('Open to all')).toBeInTheDocument();
    expect(part('Leads').getByRole('link', { name: 'Rosa' })).toHaveAttribute('href', '/people/rosa');
    const members = part('2 members');
    expect(members.queryByRole('link', { name: 'Rosa' })).not.toBeInTheDocument();
    expect(members.getByRole('link', { name: 'Lin' })).toHaveAttribute('href', '/people/lin');
    expect(members.getByRole('link', { name: 'Sea Bridge' })).toHaveAttribute('href', '/organisations/o');
    expect(buttons()).toEqual([]);
    expect(screen.queryByRole('heading', { name: 'Requests to join' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'What its members may do, and why' })).toHaveAttribute(
      'href',
      '/rights?about=groups&id=g',
    );
    expect(screen.getByRole('link', { name: 'Back to Working groups' })).toHaveAttribute('href', '/groups');
  });

  it('has a place for what rooms above have of it', async () => {
    serverSays({ 'GET /api/groups/g': { body: borders } });
    const Work = ({ groupId }: { groupId: string }) => <p>Texts of {groupId}</p>;
    const page = <GroupWork.Provider value={Work}>{<GroupPage />}</GroupWork.Provider>;
    await show(page, words, '/groups/g', '/groups/$id');
    expect(await screen.findByText('Texts of g')).toBeInTheDocument();
  });

  it('that is not there says so, with a way back', async () => {
    serverSays({ 'GET /api/groups/g': refusal(404, 'group.not-found') });
    await show(<GroupPage />, words, '/groups/g', '/groups/$id');
    expect(await screen.findByRole('alert')).toHaveTextContent('This working group does not exist');
    expect(screen.getByRole('link', { name: 'Back to Working groups' })).toBeInTheDocument();
  });

  it.each([
    ['who leads it', led, 'Add somebody as lead below.', 'Add the first one above.'],
    [
      'who leads it, closed',
      { ...led, access: 'closed' },
      /^Until then, requests to join go to the coordinators/,
      'Add the first one above.',
    ],
    [
      'who may join',
      { may: { lead: false, join: true } },
      /^A coordinator of the coalition names/,
      'You can be the first. Join at the top.',
    ],
    [
      'who may ask',
      { access: 'closed', may: { lead: false, join: true } },
      /^A coordinator of the coalition names/,
      'You can ask to join at the top.',
    ],
    ['who may neither', {}, /^A coordinator of the coalition names/, 'The leads add people.'],
  ])('without people it says what the next step is to %s', async (_, about, ofLeads, ofMembers) => {
    await open({ ...about, leads: [], members: [], memberCount: 0 });
    expect(part('Leads').getByText(ofLeads)).toBeInTheDocument();
    expect(part('0 members').getByText(ofMembers)).toBeInTheDocument();
  });
});

describe('coming into a group and going', () => {
  afterEach(cleanup);
  const joinable = { may: { lead: false, join: true } };

  it('into an open one at once', async () => {
    const { now, said } = await open(joinable, {
      [`PUT ${membership}`]: () => {
        now.group = { ...borders, myRole: 'member' as never, memberCount: 3 };
        return { body: { done: 'joined' } };
      },
    });
    await press('Join');
    expect(await screen.findByText('You are in the group.')).toBeInTheDocument();
    expect(said()).toEqual([{ method: 'PUT', path: membership, body: { note: '' } }]);
    expect(await screen.findByRole('button', { name: 'Leave the group' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Join' })).not.toBeInTheDocument();
  });

  it('says why not', async () => {
    await open(joinable, { [`PUT ${membership}`]: refusal(409, 'group.archived') });
    await press('Join');
    expect(await screen.findByRole('alert')).toHaveTextContent('This group is archived');
  });

  it.each([
    ['its leads', {}, 'The leads are asked by e-mail.'],
    [
      'the coordinators, where nobody leads it',
      { leads: [], members: [lin] },
      /^Nobody leads the group yet, so the coordinators are asked/,
    ],
  ])('of a closed one %s are asked, with a note', async (_, about, told) => {
    const { now, said } = await open(
      { ...joinable, access: 'closed', ...about },
      {
        [`PUT ${membership}`]: () => {
          now.group = { ...now.group, hasAsked: true };
          return { body: { done: 'asked' } };
        },
      },
    );
    await press('Ask to join');
    const dialog = screen.getByRole('dialog', { name: 'Ask to join Borders' });
    expect(said()).toEqual([]);
    await userEvent.type(within(dialog).getByRole('textbox', { name: /leads should know/ }), 'I was there.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ask to join' }));
    expect(await screen.findByText(told)).toBeInTheDocument();
    expect(said()).toEqual([{ method: 'PUT', path: membership, body: { note: 'I was there.' } }]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Withdraw my request' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Ask to join' })).not.toBeInTheDocument();
  });

  it('a question that was refused stays as it was written; one may leave it', async () => {
    const { said } = await open(
      { ...joinable, access: 'closed' },
      { [`PUT ${membership}`]: refusal(429, 'request.rate-limited') },
    );
    await press('Ask to join');
    const dialog = within(screen.getByRole('dialog'));
    const note = dialog.getByRole('textbox');
    await userEvent.type(note, 'Once more');
    await userEvent.click(dialog.getByRole('button', { name: 'Ask to join' }));
    expect(await dialog.findByText(/^Too many tries/)).toBeInTheDocument();
    expect(note).toHaveValue('Once more');
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said()).toHaveLength(1);
  });

  it.each([
    ['leaves it', { myRole: 'member' }, 'Leave the group', 'You are no longer in it.'],
    [
      'takes the question back',
      { hasAsked: true, access: 'closed' },
      'Withdraw my request',
      'Your request is withdrawn.',
    ],
  ])('one %s by one button', async (_, about, label, told) => {
    const { said } = await open(about, { [`DELETE ${membership}`]: { status: 204 } });
    await press(label);
    expect(await screen.findByText(told)).toBeInTheDocument();
    expect(said()).toEqual([{ method: 'DELETE', path: membership, body: undefined }]);
  });

  it.each([
    ['a closed one', { myRole: 'member', access: 'closed' }, [/^The group is closed/]],
    ['an archived one', { myRole: 'member', isArchived: true }, [/^The group is archived/]],
    ['one that one leads', led, [/^You will no longer lead the group/]],
    [
      'a closed one that one leads',
      { ...led, access: 'closed' },
      [/^You will no longer lead the group/, /^The group is closed/],
    ],
  ])('one leaves %s after a question, since one cannot simply come back', async (_, about, told) => {
    const { said } = await open(about, { [`DELETE ${membership}`]: { status: 204 } });
    const ask = async () => {
      await press('Leave the group');
      return within(screen.getByRole('dialog', { name: 'Leave Borders?' }));
    };
    const question = await ask();
    const sentences = question.getAllByText(/./, { selector: 'p' }).map((each) => each.textContent);
    expect(sentences).toEqual(told.map((each) => expect.stringMatching(each) as string));
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said()).toEqual([]);
    await userEvent.click((await ask()).getByRole('button', { name: 'Leave the group' }));
    expect(await screen.findByText('You are no longer in it.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(said()).toEqual([{ method: 'DELETE', path: membership, body: undefined }]);
  });

  it('one who could not leave is told why', async () => {
    const gone = refusal(404, 'group.member-not-found');
    await open({ myRole: 'member', access: 'closed' }, { [`DELETE ${membership}`]: gone });
    await press('Leave the group');
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Leave the group' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('This person is not there');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('leading a group', () => {
  afterEach(cleanup);
  const asks = someone('Paola', { note: 'I was there.' });
  const requests = [asks];
  const done = { status: 204 };
  const place = (id: string) => `/api/groups/g/members/${id}`;

  it('who asks to come in is accepted or declined', async () => {
    const { said } = await open(
      { ...led, requests },
      { [`PUT ${place('paola')}`]: done, [`DELETE ${place('paola')}`]: done },
    );
    const asking = part('Requests to join');
    expect(asking.getByRole('listitem')).toHaveTextContent('I was there.');
    await press('Accept Paola');
    expect(await screen.findByText('Paola is in the group.')).toBeInTheDocument();
    await press('Decline Paola');
    expect(await screen.findByText('Paola is told by e-mail.')).toBeInTheDocument();
    expect(said().map(({ method, body }) => [method, body])).toEqual([
      ['PUT', { role: 'member' }],
      ['DELETE', undefined],
    ]);
  });

  it('members become leads and leads members', async () => {
    const { said } = await open(led, { [`PUT ${place('lin')}`]: done, [`PUT ${place('rosa')}`]: done });
    await press('Make Lin a lead');
    await waitFor(() => expect(button('Make Rosa a member')).toBeEnabled());
    await press('Make Rosa a member');
    expect(said()).toEqual([
      { method: 'PUT', path: place('lin'), body: { role: 'lead' } },
      { method: 'PUT', path: place('rosa'), body: { role: 'member' } },
    ]);
  });

  it('whoever is taken out is in again by one button, as what they were', async () => {
    const { said } = await open(led, { [`DELETE ${place('rosa')}`]: done, [`PUT ${place('rosa')}`]: done });
    await press('Remove Rosa from the group');
    expect(await screen.findByText('Rosa is no longer in the group.')).toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByText('Rosa is in the group.')).toBeInTheDocument();
    expect(said()).toEqual([
      { method: 'DELETE', path: place('rosa'), body: undefined },
      { method: 'PUT', path: place('rosa'), body: { role: 'lead' } },
    ]);
  });

  it('says why somebody was not changed', async () => {
    await open(led, { [`PUT ${place('lin')}`]: refusal(403, 'group.forbidden') });
    await press('Make Lin a lead');
    expect(await screen.findByRole('alert')).toHaveTextContent('Only coordinators and the group’s leads');
  });

  it('finds people by name, without those who are in it, and adds them', async () => {
    const found = ['Lin', 'Linda'].map((name) => ({
      ...someone(name),
      id: name.toLowerCase(),
      organisations: [],
    }));
    const people = ({ url }: { url: URL }) => ({
      body: { items: url.searchParams.get('query') === 'Lin' ? found : [], nextCursor: null, total: 2 },
    });
    const { said } = await open(led, { 'GET /api/people': people, [`PUT ${place('linda')}`]: done });
    const adding = part('Add people');
    expect(adding.getByRole('button', { name: 'Add' })).toBeDisabled();
    await userEvent.type(await adding.findByRole('combobox', { name: 'Who' }), 'Lin');
    const option = await adding.findByRole('option', { name: 'Linda' });
    expect(adding.queryByRole('option', { name: 'Lin' })).not.toBeInTheDocument();
    await userEvent.click(option);
    await userEvent.selectOptions(adding.getByRole('combobox', { name: 'As' }), 'lead');
    await userEvent.click(adding.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Linda is in the group.')).toBeInTheDocument();
    expect(said()).toEqual([{ method: 'PUT', path: place('linda'), body: { role: 'lead' } }]);
    expect(adding.getByRole('combobox', { name: 'Who' })).toHaveValue('');
  });

  it('whom one cannot add is said at the field, and stays chosen', async () => {
    const linda = { ...someone('Linda'), id: 'linda', organisations: [] };
    await open(led, {
      'GET /api/people': { body: { items: [linda], nextCursor: null, total: 1 } },
      [`PUT ${place('linda')}`]: refusal(404, 'group.member-not-found'),
    });
    const who = await screen.findByRole('combobox', { name: 'Who' });
    await userEvent.click(who);
    await userEvent.click(await screen.findByRole('option', { name: 'Linda' }));
    await press('Add');
    await waitFor(() => expect(who).toHaveAccessibleDescription(/^This person is not there/));
    expect(who).toHaveValue('Linda');
  });

  it('changes what it is called, with what was said before in the form', async () => {
    const { said, now } = await open(led, {
      'PATCH /api/groups/g': () => {
        now.group = { ...now.group, name: 'Frontiers' };
        return done;
      },
    });
    await press('Change the group');
    const dialog = within(screen.getByRole('dialog', { name: 'Change the group' }));
    expect(dialog.getByRole('textbox', { name: 'What it does' })).toHaveValue('What happens at borders.');
    expect(dialog.queryByRole('checkbox')).not.toBeInTheDocument();
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Frontiers');
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Frontiers' })).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const description = 'What happens at borders.';
    expect(said().map(({ body }) => body)).toEqual([{ name: 'Frontiers', description, access: 'open' }]);
  });

  it('a name that cannot be is said in the form alone, which stays open', async () => {
    await open(led, { 'PATCH /api/groups/g': refusal(409, 'group.name-taken') });
    await press('Change the group');
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(await dialog.findByText('Another group has this name.')).toBeInTheDocument();
    expect(screen.getAllByText('Another group has this name.')).toHaveLength(1);
  });

  it('is put away and taken up again by one button each', async () => {
    const { said, now } = await open(led, {
      'PATCH /api/groups/g': ({ body }) => {
        now.group = { ...now.group, isArchived: (body as { archived: boolean }).archived };
        return done;
      },
    });
    await press('Archive');
    expect(await screen.findByText('The group is archived. Its texts stay.')).toBeInTheDocument();
    expect(await screen.findByText('Archived.')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Add people' })).not.toBeInTheDocument();
    await press('Undo');
    expect(await screen.findByText('The group is open again.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
    await press('Archive');
    await press(await screen.findByRole('button', { name: 'Reopen' }).then(() => 'Reopen'));
    expect(said().map(({ body }) => body)).toEqual([
      { archived: true },
      { archived: false },
      { archived: true },
      { archived: false },
    ]);
  });
});
