/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDetail } from '../test/a-task';
import { AddTask } from './AddTask';

const words = { ...wordsOf('tasks'), ...wordsOf('groups'), ...wordsOf('organisations') };
const group = (id: string, myRole: string | null) => ({ id, name: `Group ${id}`, myRole });
const groups = [group('led', 'lead'), group('mine', 'member'), group('other', null)];
const page = (items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
const me = { person: { id: 'me', displayName: 'Me' } };
const post = 'POST /api/tasks';

const open = async (props: object, answers: Answers = {}, coalitionRoles: string[] = []) => {
  const asked = serverSays({
    'GET /api/me': { body: me },
    'GET /api/groups': page(groups),
    'GET /api/membership': { body: { coalitionRoles, organisations: [] } },
    'GET /api/people': page([]),
    'GET /api/organisations': page([]),
    [post]: { status: 201, body: aDetail('new', { title: 'Call' }) },
    ...answers,
  });
  const onClose = jest.fn();
  await show(<AddTask opened onClose={onClose} {...props} />, words);
  const sent = () => asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
  return { sent, onClose };
};
const title = () => screen.findByRole('textbox', { name: 'What has to be done' });
const board = () => screen.findByRole('combobox', { name: 'Board' });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Add a task' }));

describe('a new task', () => {
  afterEach(cleanup);

  it('goes to a board of one’s own; the coalition’s is for those who work on it', async () => {
    await open({});
    const options = async () => [...(await board()).querySelectorAll('option')].map((each) => each.label);
    expect(await options()).toEqual(['Group led', 'Group mine']);
    cleanup();
    await open({}, {}, ['translator']);
    expect(await options()).toEqual(['Group led', 'Group mine', 'The coalition']);
    cleanup();
    await open({}, {}, ['coordinator']);
    expect(await options()).toEqual(['Group led', 'Group mine', 'Group other', 'The coalition']);
  });

  it('takes along what it comes from, a day, and that one does it oneself', async () => {
    const about = { kind: 'statement', id: 's' };
    const { sent, onClose } = await open({ about, groupId: 'mine', title: 'Call' });
    expect(await title()).toHaveValue('Call');
    expect(await board()).toHaveValue('mine');
    // Members make others responsible for nothing.
    expect(screen.queryByRole('combobox', { name: 'People who do it' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'I do it myself' }));
    await userEvent.type(screen.getByLabelText('Due'), '2027-02-03');
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent()).toEqual([
      {
        ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), title: 'Call', groupId: 'mine', about },
        ...{ due: { on: '2027-02-03', time: null, zone: null } },
        ...{ responsible: { personIds: ['me'], organisationId: null } },
      },
    ]);
  });

  it('that could not be sent is sent again as the same one', async () => {
    let isThere = false;
    const { sent, onClose } = await open(
      {},
      { [post]: () => (isThere ? { status: 201, body: aDetail('new') } : refusal(503, 'server.failed')) },
    );
    await userEvent.type(await title(), 'Call');
    await save();
    expect(await screen.findByRole('alert')).toHaveTextContent('What was saved is safe');
    expect(await title()).toHaveValue('Call');
    isThere = true;
    await save();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const ids = sent().map((each) => (each as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
