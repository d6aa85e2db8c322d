/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aTask, mayNothing, onDay, person, readerIn } from '../test/a-task';
import { GroupBoardPage } from './BoardPage';

const words = { ...wordsOf('tasks'), ...wordsOf('groups'), ...wordsOf('organisations') };
const may = { add: true, lead: true };
const group = { id: 'g', name: 'Borders' };
const place = (id: string) => `PUT /api/tasks/${id}/place`;

/** A board in a server that moves cards as it is told. */
const open = async (cards: ReturnType<typeof aTask>[], answers: Answers = {}) => {
  const board = { cards, doneBefore: 0, may };
  const asked = serverSays({
    'GET /api/groups/g': { body: group },
    'GET /api/groups': { body: { items: [], nextCursor: null, total: 0 } },
    'GET /api/membership': { body: { coalitionRoles: [], organisations: [] } },
    'GET /api/task-board': () => ({ body: board }),
    ...answers,
  });
  await show(<GroupBoardPage />, words, '/groups/g/tasks', '/groups/$id/tasks');
  if (cards.length > 0) await screen.findByRole('heading', { level: 2, name: /^To do/ });
  return { board, moves: () => asked.filter(({ method }) => method === 'PUT').map(({ body }) => body) };
};
const inColumn = (name: string) => {
  const heading = screen.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) });
  return within(heading.closest('section')!)
    .queryAllByRole('heading', { level: 3 })
    .map((each) => each.textContent);
};
const grip = (title: string) => screen.getByRole('button', { name: `Drag: ${title}` });
/** The library listens for keys a moment after a card was picked up. */
const press = async (code: string) => {
  fireEvent.keyDown(document.activeElement!, { code, key: code });
  await act(() => new Promise((done) => setTimeout(done)));
};
const pickUp = async (title: string) => {
  grip(title).focus();
  await press('Space');
  await screen.findByText(new RegExp(`^${title} is picked up`));
};

describe('a board', () => {
  afterEach(cleanup);

  it('has each card in the column of its state, in the order of the server', async () => {
    await open([aTask('b'), aTask('a'), aTask('c', { state: 'waiting' })]);
    expect(inColumn('To do')).toEqual(['Task b', 'Task a']);
    expect(inColumn('Doing')).toEqual([]);
    expect(inColumn('Waiting')).toEqual(['Task c']);
  });

  it('says while it is empty what it is for', async () => {
    await open([]);
    expect(await screen.findByText('There are no tasks on this board yet')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Add a task' })).toBeInTheDocument();
  });

  it('moves a card by keys alone, says where it is, and keeps the focus on it', async () => {
    const { board, moves } = await open(
      [aTask('a'), aTask('b'), aTask('c', { state: 'doing' }), aTask('d', { state: 'doing' })],
      {
        [place('a')]: () => {
          board.cards = [board.cards[1]!, board.cards[2]!, aTask('a', { state: 'doing' }), board.cards[3]!];
          return { body: aTask('a', { state: 'doing' }) };
        },
      },
    );
    await pickUp('Task a');
    expect(screen.getByText('Task a is picked up: To do, place 1 of 2.')).toBeInTheDocument();
    await press('ArrowRight');
    expect(screen.getByText('Doing, place 1 of 3.')).toBeInTheDocument();
    await press('ArrowDown');
    expect(screen.getByText('Doing, place 2 of 3.')).toBeInTheDocument();
    await press('Space');
    await waitFor(() => expect(inColumn('Doing')).toEqual(['Task c', 'Task a', 'Task d']));
    expect(moves()).toEqual([{ state: 'doing', after: 'c' }]);
    expect(screen.getByText('Task a was put down: Doing, place 2 of 3.')).toBeInTheDocument();
    await waitFor(() => expect(grip('Task a')).toHaveFocus());
  });

  it('puts a card back by Escape, and tells nobody', async () => {
    const { moves } = await open([aTask('a'), aTask('b')]);
    await pickUp('Task a');
    await press('ArrowDown');
    await press('Escape');
    expect(await screen.findByText(/^Task a is back where it was: To do, place 1 of 2/)).toBeInTheDocument();
    expect(inColumn('To do')).toEqual(['Task a', 'Task b']);
    expect(moves()).toEqual([]);
  });

  it('moves a card by buttons before the server has answered, and back when that refuses', async () => {
    let answer = (_: object) => {};
    const held = new Promise<object>((give) => (answer = give));
    const { moves } = await open([aTask('a'), aTask('b'), aTask('c', { state: 'done' })], {
      [place('a')]: () => held,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Move to: Task a' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Move to: Task a' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(inColumn('Done')).toEqual(['Task a', 'Task c']));
    expect(inColumn('To do')).toEqual(['Task b']);
    expect(moves()).toEqual([{ state: 'done' }]);
    answer(refusal(403, 'task.forbidden'));
    const said = await screen.findByText(/^“Task a” stands where it was\./);
    expect(said).toHaveTextContent('Only those who lead the board');
    await waitFor(() => expect(inColumn('To do')).toEqual(['Task a', 'Task b']));
    expect(inColumn('Done')).toEqual(['Task c']);
  });

  it('has one place up and down among the buttons, as far as there are such places', async () => {
    const { moves } = await open([aTask('a'), aTask('b'), aTask('c')], {
      [place('c')]: { body: aTask('c') },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Move to: Task c' }));
    expect(screen.queryByRole('button', { name: 'One place down' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'One place up' }));
    await waitFor(() => expect(moves()).toEqual([{ state: 'to_do', after: 'a' }]));
  });

  it('offers nothing to move on cards that are not the reader’s to move', async () => {
    await open([aTask('a', { may: mayNothing })]);
    expect(screen.getByRole('link', { name: 'Task a' })).toHaveAttribute('href', '/tasks/a');
    expect(screen.queryByRole('button', { name: /Task a/ })).not.toBeInTheDocument();
  });

  it('shows what fits the words and whoever is responsible', async () => {
    await open([
      aTask('a', { people: [person('Lin')] }),
      aTask('b', { people: [person('Rosa')], isMine: true }),
      aTask('c'),
    ]);
    const who = screen.getByRole('combobox', { name: 'Who is responsible' });
    await userEvent.selectOptions(who, 'Lin');
    expect(inColumn('To do')).toEqual(['Task a']);
    await userEvent.selectOptions(who, 'Mine');
    expect(inColumn('To do')).toEqual(['Task b']);
    await userEvent.selectOptions(who, 'Of nobody yet');
    expect(inColumn('To do')).toEqual(['Task c']);
    await userEvent.selectOptions(who, 'Of everybody');
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search the cards' }), 'rosa');
    await waitFor(() => expect(inColumn('To do')).toEqual(['Task b']));
  });

  it('says in words what is overdue: a day has ended where its reader is', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-03T22:00:00Z'));
    const cards = [
      aTask('a', { due: onDay('2026-12-03') }),
      aTask('b', { due: onDay('2026-12-02'), state: 'done' }),
    ];
    try {
      for (const [zone, said] of [
        ['Africa/Nairobi', /^Overdue: Dec 3/],
        ['America/Santiago', /^Due Dec 3/],
      ] as const) {
        const home = readerIn(zone);
        await open(cards);
        expect(screen.getByText(said)).toBeInTheDocument();
        expect(screen.getByText(/^Due Dec 2/)).toBeInTheDocument();
        home();
        cleanup();
      }
    } finally {
      now.mockRestore();
    }
  });
});
