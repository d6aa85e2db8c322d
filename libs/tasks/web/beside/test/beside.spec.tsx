/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { setDevicePerson } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { useMembership } from '@plenary/organisations/web';
import { refusal, show, type Answers } from '@plenary/ground/web/testing';
import type { TaskView } from '@plenary/tasks/domain';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Editor } from '@tiptap/core';
import { Suspense } from 'react';
import { useStatementTasks } from '../../api/use-tasks-beside';
import { ForTasks } from '../ForTasks';
import { GroupTasks, MyTasks } from '../NextTasks';
import { OfSaid } from '../OfSaid';
import { TaskMargin } from '../TaskMargin';
import { TaskPanel } from '../TaskPanel';
import { TaskTool } from '../TaskTool';
import { houseOf, mayTake, mayWork, statement, task, textOf, words, type Stands } from './beside-page';

let editor: Editor;
beforeEach(() => {
  localStorage.clear();
  setDevicePerson('amara');
  editor = textOf(['Nobody drowns at sea.', 'Everybody is heard.', 'Words stay.']);
});
afterEach(() => {
  cleanup();
  editor.destroy();
  document.body.replaceChildren();
});

/** Says when there is nothing left to wait for. */
function Known() {
  const answers = [useMembership(), useGroups(), useStatementTasks('s')];
  return answers.every(({ data }) => data !== undefined) && <p>All is known</p>;
}

/** What stands beside a statement, with tasks as the server says them. */
const beside = async (tasks: () => readonly TaskView[], stands: Stands = {}, answers: Answers = {}) => {
  const asked = houseOf(stands, {
    'GET /api/statements/s/tasks': () => ({ body: { items: tasks() } }),
    ...answers,
  });
  const at = { statement, editor };
  await show(
    <Suspense>
      <TaskTool {...at} writable />
      <TaskMargin {...at} />
      <ForTasks {...at}>
        <TaskPanel {...at} />
      </ForTasks>
      <Known />
    </Suspense>,
    words,
  );
  return asked;
};
const panel = () => screen.findByRole('region', { name: 'Tasks' });
const dialog = (name: string) => screen.findByRole('dialog', { name });
const select = (paragraph: number, from: number, to: number) => {
  const of = editor.view.dom.querySelectorAll('p')[paragraph]!.firstChild!;
  getSelection()!.setBaseAndExtent(of, from, of, to);
};

describe('tasks beside a statement', () => {
  it('say where they stand, until when, whose they are and what they come from, and lead to their page', async () => {
    await beside(() => [
      task(1, { people: [{ personId: 'jomar', name: 'Jomar', colour: '#5f6b66' }], state: 'doing' }),
      task(2, { due: { on: '2020-03-01', time: null, zone: null } }),
      task(3, { due: { on: '2999-03-01', time: '10:00', zone: 'Africa/Nairobi' } }),
      task(4, { state: 'done', due: { on: '2020-03-01', time: null, zone: null } }),
      task(5, { organisation: { id: 'quay', name: 'Open Quay' }, about: null }),
    ]);
    const rows = await within(await panel()).findAllByRole('listitem');
    expect(rows[0]).toHaveTextContent(/Task 1.*In progress.*Jomar.*Sea rescue.*Everybody is heard\./);
    expect(within(rows[0]!).getByRole('link', { name: 'Task 1' })).toHaveAttribute('href', '/tasks/task-1');
    expect(rows[1]).toHaveTextContent(/Overdue since March 1, 2020.*Nobody has it yet/);
    expect(rows[2]).toHaveTextContent(/Due March 1, 2999, 10:00 in Nairobi/);
    expect(rows[3]).toHaveTextContent(/Task 5.*Open Quay/);
    expect(within(rows[3]!).queryByRole('blockquote')).toBeNull();
    // Folded away, and no more overdue.
    expect(screen.getByText('1 done')).toBeInTheDocument();
    expect(rows[4]).toHaveTextContent(/Task 4.*Done.*Due March 1, 2020/);
    expect(screen.queryByRole('button', { name: 'Add a task' })).toBeNull();
  });

  it('have a mark at their paragraph, which says that they are done once they are', async () => {
    let state: 'doing' | 'done' = 'doing';
    const asked = await beside(() => [task(1, { state, may: mayWork })], {}, {
      'PUT /api/tasks/task-1/place': ({ body }) => {
        ({ state } = body as { state: 'done' });
        return { body: task(1, { state }) };
      },
    }); // prettier-ignore
    await userEvent.click(await screen.findByRole('button', { name: '1 open task at ¶2' }));
    await userEvent.click(
      within(await dialog('Tasks at ¶2')).getByRole('button', { name: '“Task 1” is done' }),
    );
    expect(await screen.findByRole('button', { name: 'The task at ¶2 is done' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '1 open task at ¶2' })).toBeNull();
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ state: 'done' });
    // Back to where it was.
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: '1 open task at ¶2' })).toBeInTheDocument();
    expect(state).toBe('doing');
  });

  it('are counted at their paragraph, those that are done not; a paragraph without any has no mark', async () => {
    await beside(() => [task(1), task(2), task(3, { state: 'done' }), task(4, { about: null })]);
    expect(await screen.findByRole('button', { name: '2 open tasks at ¶2' })).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /tasks? at/ })).toHaveLength(1);
  });

  it('are taken where nobody has them, and say why not when somebody was faster', async () => {
    const asked = await beside(() => [task(1, { may: mayTake }), task(2)], {}, {
      'POST /api/tasks/task-1/take': refusal(409, 'task.taken'),
    }); // prettier-ignore
    await userEvent.click(within(await panel()).getByRole('button', { name: 'Take “Task 1”' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(asked.some(({ path }) => path === '/api/tasks/task-1/take')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Take “Task 2”' })).toBeNull();
  });

  it('are nothing for who belongs to no board, where there are none', async () => {
    await beside(() => []);
    await screen.findByText('All is known');
    expect(screen.queryByRole('region', { name: 'Tasks' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Make a task/ })).toBeNull();
  });
});

describe('a task that is made beside a statement', () => {
  const made = { 'POST /api/tasks': () => ({ status: 201, body: task(9) }) };

  it('quotes the selected words, stands on the board of the statement’s group, and is given by its lead', async () => {
    const asked = await beside(() => [], { coalition: ['penholder'], sea: 'lead', land: 'member' }, made);
    await screen.findByRole('button', { name: /^Make a task/ });
    select(1, 0, 9);
    await userEvent.click(screen.getByRole('button', { name: /^Make a task/ }));
    const form = await dialog('Add a task');
    await within(form).findByRole('textbox', { name: /^What has to be done/ });
    expect(form).toHaveTextContent('Everybody');
    await waitFor(() => expect(within(form).getByLabelText('Board')).toHaveValue('sea'));
    await userEvent.type(within(form).getByRole('textbox', { name: /^What has to be done/ }), ' Ask Jomar ');
    // Others lead the coalition's own board.
    const whom = await within(form).findByLabelText('People who do it');
    await userEvent.selectOptions(within(form).getByLabelText('Board'), 'The coalition');
    expect(whom).not.toBeInTheDocument();
    await userEvent.selectOptions(within(form).getByLabelText('Board'), 'Sea rescue');
    await userEvent.click(await within(form).findByLabelText('People who do it'));
    await userEvent.click(await within(form).findByRole('option', { name: /Jomar/ }));
    await userEvent.click(within(form).getByRole('button', { name: 'Add a task' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Add a task' })).toBeNull());
    const { body } = asked.find(({ method }) => method === 'POST')!;
    expect(body).toEqual({
      ...{ id: expect.any(String), title: 'Ask Jomar', groupId: 'sea' },
      about: { kind: 'paragraph', id: 's', paragraphId: 'p1', quote: 'Everybody' },
      responsible: { personIds: ['jomar'], organisationId: null },
    });
  });

  it('quotes the paragraph with the caret; who does not lead takes it, or leaves it to others', async () => {
    const asked = await beside(() => [], { sea: 'member' }, made);
    await screen.findByRole('button', { name: /^Make a task/ });
    select(2, 3, 3);
    await userEvent.click(screen.getByRole('button', { name: /^Make a task/ }));
    const form = await dialog('Add a task');
    await within(form).findByRole('textbox', { name: /^What has to be done/ });
    expect(form).toHaveTextContent('Words stay.');
    expect(within(form).queryByLabelText('People who do it')).toBeNull();
    // There is one board: nothing to choose.
    expect(within(form).queryByLabelText('Board')).toBeNull();
    await userEvent.type(within(form).getByRole('textbox', { name: /^What has to be done/ }), 'Check');
    await userEvent.click(within(form).getByLabelText('I do it myself'));
    await userEvent.click(within(form).getByRole('button', { name: 'Add a task' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    expect(asked.find(({ method }) => method === 'POST')!.body).toMatchObject({
      ...{ about: { kind: 'paragraph', id: 's', paragraphId: 'p2' }, groupId: 'sea' },
      responsible: { personIds: ['amara'], organisationId: null },
    });
  });

  it('keeps what was typed when it is refused', async () => {
    await beside(() => [], { sea: 'lead' }, { 'POST /api/tasks': refusal(409, 'task.too-many') });
    await userEvent.click(await screen.findByRole('button', { name: 'New task' }));
    const form = await dialog('Add a task');
    await within(form).findByRole('textbox', { name: /^What has to be done/ });
    await userEvent.type(within(form).getByRole('textbox', { name: /^What has to be done/ }), 'One more');
    await userEvent.click(within(form).getByRole('button', { name: 'Add a task' }));
    expect(await within(form).findByRole('alert')).toBeInTheDocument();
    expect(within(form).getByRole('textbox', { name: /^What has to be done/ })).toHaveValue('One more');
  });

  it('comes from a thread, which shows what was made of it', async () => {
    const about = { ...task(1).about!, kind: 'thread' as const, id: 't' };
    const asked = houseOf({ sea: 'lead' }, {
      'GET /api/statements/s/tasks': {
        body: { items: [task(1, { about, state: 'waiting' }), task(2, { about: { ...about, id: 'other' } })] },
      },
      ...made,
    }); // prettier-ignore
    await show(<OfSaid kind="thread" id="t" statementId="s" quote="is heard" className="act" />, words);
    const list = await screen.findByRole('list', { name: 'Tasks' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(list).toHaveTextContent('Task 1 · Waiting');
    await userEvent.click(await screen.findByRole('button', { name: 'Make a task' }));
    const form = await dialog('Add a task');
    await within(form).findByRole('textbox', { name: /^What has to be done/ });
    expect(form).toHaveTextContent('is heard');
    await userEvent.type(within(form).getByRole('textbox', { name: /^What has to be done/ }), 'Answer');
    await userEvent.click(within(form).getByRole('button', { name: 'Add a task' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    expect(asked.find(({ method }) => method === 'POST')!.body).toMatchObject({
      about: { kind: 'thread', id: 't' },
    });
  });
});

describe('the next tasks', () => {
  const next = (items: readonly TaskView[]) => ({ 'GET /api/tasks': { body: { items, nextCursor: null } } });

  it('are on home, one’s own and open ones; who has none is told nothing', async () => {
    const asked = houseOf({}, next([task(1, { isMine: true })]));
    await show(<MyTasks />, words);
    expect(await screen.findByRole('heading', { name: 'Your tasks' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Task 1' })).toHaveAttribute('href', '/tasks/task-1');
    expect(screen.getByRole('link', { name: 'All your tasks' })).toHaveAttribute('href', '/tasks');
    expect(asked.find(({ path }) => path.startsWith('/api/tasks'))?.path).toBe(
      '/api/tasks?mine=true&state=open&limit=6',
    );
    cleanup();
    const again = houseOf({}, next([]));
    await show(<MyTasks />, words);
    await waitFor(() => expect(again).not.toEqual([]));
    expect(screen.queryByRole('heading', { name: 'Your tasks' })).toBeNull();
  });

  it('are on the page of a group, for its people, with the way to the board', async () => {
    houseOf({ sea: 'member' }, next([task(1)]));
    await show(<GroupTasks groupId="sea" />, words);
    expect(await screen.findByRole('link', { name: 'Open the board' })).toHaveAttribute(
      'href',
      '/groups/sea/tasks',
    );
    expect(screen.getByRole('link', { name: 'Task 1' })).toBeInTheDocument();
    cleanup();
    houseOf({ land: 'member' }, next([task(1)]));
    await show(
      <>
        <GroupTasks groupId="sea" />
        <GroupTasks groupId="land" />
      </>,
      words,
    );
    const boards = await screen.findAllByRole('link', { name: 'Open the board' });
    expect(boards.map((each) => each.getAttribute('href'))).toEqual(['/groups/land/tasks']);
  });
});
