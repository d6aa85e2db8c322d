/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aTask, onDay, readerIn } from '../test/a-task';
import { MyTasksPage } from './MyTasksPage';

const words = { ...wordsOf('tasks'), ...wordsOf('groups'), ...wordsOf('organisations') };
const page = (items: object[]) => ({ body: { items, nextCursor: null } });
const place = 'PUT /api/tasks/a/place';

const open = async (tasks: Answers[string], answers: Answers = {}) => {
  const asked = serverSays({
    'GET /api/membership': { body: { coalitionRoles: [], organisations: [] } },
    'GET /api/groups': { body: { items: [], nextCursor: null, total: 0 } },
    'GET /api/tasks': tasks,
    ...answers,
  });
  await show(<MyTasksPage />, words);
  return { sent: () => asked.filter(({ method }) => method !== 'GET') };
};
const titlesUnder = (heading: HTMLElement) =>
  within(heading.closest('section')!)
    .queryAllByRole('heading', { level: 3 })
    .map((each) => each.textContent);
const sections = async () => {
  await screen.findAllByRole('heading', { level: 2 });
  return Object.fromEntries(
    screen.getAllByRole('heading', { level: 2 }).map((each) => [each.textContent, titlesUnder(each)]),
  );
};

describe('my tasks', () => {
  afterEach(() => {
    cleanup();
    jest.restoreAllMocks();
  });

  it('stand in sections by when they end in the reader’s zone', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-03T22:00:00Z'));
    const tasks = page([
      aTask('today', { due: onDay('2026-12-03') }),
      aTask('cairo', { due: { on: '2026-12-04', time: '00:30', zone: 'Africa/Cairo' } }),
      aTask('week', { due: onDay('2026-12-10') }),
      aTask('later', { due: onDay('2026-12-12') }),
      aTask('never'),
    ]);
    const east = readerIn('Africa/Nairobi');
    await open(tasks);
    expect(await sections()).toEqual({
      Overdue: ['Task today'],
      'In the next seven days': ['Task cairo', 'Task week'],
      Later: ['Task later'],
      'Without a date': ['Task never'],
    });
    east();
    cleanup();
    readerIn('America/Santiago');
    await open(tasks);
    expect(await sections()).toMatchObject({ 'In the next seven days': ['Task today', 'Task cairo'] });
  });

  it('are ticked off, and back to where they were by one button', async () => {
    let state = 'waiting';
    const { sent } = await open(
      ({ url }) =>
        page(url.searchParams.get('state') === 'open' && state !== 'done' ? [aTask('a', { state })] : []),
      {
        [place]: ({ body }) => {
          ({ state } = body as { state: string });
          return { body: aTask('a', { state }) };
        },
      },
    );
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Done: Task a' }));
    expect(await screen.findByText('You have nothing to do here')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('checkbox', { name: 'Done: Task a' })).not.toBeChecked();
    expect(sent().map(({ body }) => body)).toEqual([{ state: 'done' }, { state: 'waiting' }]);
  });

  it('a tick that is refused is said at the task, which stays', async () => {
    await open(page([aTask('a')]), { [place]: refusal(403, 'task.forbidden') });
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Done: Task a' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Only those who lead the board');
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Done: Task a' })).not.toBeChecked());
  });

  it('those of one’s organisation are taken', async () => {
    const may = { ...aTask('a').may, take: true };
    const { sent } = await open(page([aTask('a', { may, organisation: { id: 'o', name: 'Sea Bridge' } })]), {
      'POST /api/tasks/a/take': { body: aTask('a') },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Take it' }));
    expect(await screen.findByText('It is yours now: Task a')).toBeInTheDocument();
    expect(sent()).toMatchObject([{ method: 'POST', path: '/api/tasks/a/take' }]);
  });

  it('has done ones apart', async () => {
    await open(({ url }) =>
      page([url.searchParams.get('state') === 'done' ? aTask('old', { state: 'done' }) : aTask('new')]),
    );
    await screen.findByRole('link', { name: 'Task new' });
    await userEvent.click(screen.getByRole('button', { name: 'Done tasks' }));
    expect(await screen.findByRole('link', { name: 'Task old' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Task new' })).not.toBeInTheDocument();
  });
});
