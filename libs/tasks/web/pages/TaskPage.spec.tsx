/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDetail, mayNothing, person, readerIn } from '../test/a-task';
import { TaskPage } from './TaskPage';

const words = { ...wordsOf('tasks'), ...wordsOf('groups'), ...wordsOf('organisations') };
const done = { status: 204 };
const step = (id: string, isDone = false) => ({ id, text: `Step ${id}`, isDone });

const open = async (about: object, answers: Answers = {}) => {
  const now = { task: aDetail('a', about) };
  const asked = serverSays({ 'GET /api/tasks/a': () => ({ body: now.task }), ...answers });
  const { address } = await show(<TaskPage />, words, '/tasks/a', '/tasks/$id');
  await screen.findByRole('heading', { level: 1, name: 'Task a' });
  return { now, address, sent: () => asked.filter(({ method }) => method !== 'GET') };
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the page of a task', () => {
  afterEach(() => {
    cleanup();
    jest.restoreAllMocks();
  });

  it('has its checklist ticked, changed, taken from and added to', async () => {
    const { sent } = await open(
      { checklist: [step('1'), step('2', true)], steps: 2, stepsDone: 1 },
      {
        'PUT /api/tasks/a/steps/1': { body: aDetail('a') },
        'DELETE /api/tasks/a/steps/2': { body: aDetail('a') },
        'PUT /api/tasks/a/steps/2': { body: aDetail('a') },
      },
    );
    expect(screen.getByText('1 of 2 steps done')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Step 2' })).toBeChecked();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Step 1' }));
    await waitFor(() => expect(sent()).toHaveLength(1));
    await press('Change the step: Step 1');
    const field = screen.getByRole('textbox', { name: 'Change the step: Step 1' });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, 'Call them{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(2));
    await press('Remove the step: Step 2');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent()).toHaveLength(4));
    await userEvent.type(screen.getByRole('textbox', { name: 'A further step' }), 'Third{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(5));
    expect(sent().map(({ method, body }) => [method, body])).toEqual([
      ['PUT', { text: 'Step 1', isDone: true }],
      ['PUT', { text: 'Call them', isDone: false }],
      ['DELETE', undefined],
      ['PUT', { text: 'Step 2', isDone: true }],
      ['PUT', { text: 'Third', isDone: false }],
    ]);
    expect(sent()[4]!.path).toMatch(/^\/api\/tasks\/a\/steps\/[0-9a-f-]{36}$/);
  });

  it('is read where nothing may be done with it', async () => {
    await open({ may: mayNothing, checklist: [step('1')], notes: 'First\nsecond', state: 'waiting' });
    expect(screen.getByRole('checkbox', { name: 'Step 1' })).toBeDisabled();
    expect(screen.getByText('Waiting')).toBeInTheDocument();
    expect(screen.getByText(/^First/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('says when it is due by the reader’s clock and by that of its place', async () => {
    readerIn('Africa/Nairobi');
    await open({ due: { on: '2027-12-04', time: '10:00', zone: 'America/Santiago' } });
    expect(screen.getByText('10:00 in Santiago')).toBeInTheDocument();
    cleanup();
    await open({ due: { on: '2027-12-04', time: '10:00', zone: 'Africa/Nairobi' } });
    expect(screen.queryByText(/in Nairobi/)).not.toBeInTheDocument();
  });

  it('leads to what it comes from, with the words that stood there', async () => {
    const about = { id: 's', statementId: 's', statementTitle: 'Forum', paragraphId: 'x1', quote: 'Words' };
    await open({ about: { kind: 'paragraph', ...about } });
    expect(screen.getByText('Words')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'From a paragraph of Forum' })).toHaveAttribute(
      'href',
      '/statements/s#p-x1',
    );
  });

  it('is given to people and to an organisation', async () => {
    const page = (items: object[]) => ({ body: { items, nextCursor: null, total: items.length } });
    const { sent } = await open(
      { people: [person('Lin')] },
      {
        'GET /api/people': page([{ id: 'rosa', name: 'Rosa', organisations: [] }]),
        'GET /api/organisations': page([{ id: 'o', name: 'Sea Bridge', acronym: null }]),
        'PUT /api/tasks/a/responsible': { body: aDetail('a') },
      },
    );
    await press('Say who does it');
    const dialog = within(screen.getByRole('dialog', { name: 'Say who does it' }));
    await userEvent.click(await dialog.findByRole('combobox', { name: 'People who do it' }));
    await userEvent.click(await dialog.findByRole('option', { name: 'Rosa' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Take away Lin' }));
    await userEvent.click(dialog.getByRole('combobox', { name: 'Organisation that does it' }));
    await userEvent.click(await dialog.findByRole('option', { name: 'Sea Bridge' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent().map(({ body }) => body)).toEqual([{ personIds: ['rosa'], organisationId: 'o' }]);
  });

  it('is deleted at once, and comes back by one button', async () => {
    const { sent, address } = await open(
      {},
      { 'DELETE /api/tasks/a': done, 'POST /api/tasks/a/restore': { body: aDetail('a') } },
    );
    await press('Delete it');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(address()).toBe('/groups/g/tasks');
    await waitFor(() => expect(sent().map(({ path }) => path)).toContain('/api/tasks/a/restore'));
  });

  it('a title without words is said at the title', async () => {
    await open({}, { 'PATCH /api/tasks/a': refusal(422, 'task.title-empty') });
    await press('Change it');
    const dialog = within(screen.getByRole('dialog', { name: 'Change the task' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'What has to be done' }), ' ');
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    const field = dialog.getByRole('textbox', { name: 'What has to be done' });
    await waitFor(() => expect(field).toBeInvalid());
    expect(field).toHaveAccessibleDescription('Say in a few words what has to be done.');
  });

  it('that is not there says so, with a way back', async () => {
    serverSays({ 'GET /api/tasks/a': refusal(404, 'task.not-found') });
    await show(<TaskPage />, words, '/tasks/a', '/tasks/$id');
    expect(await screen.findByRole('alert')).toHaveTextContent('This task does not exist');
    expect(screen.getByRole('link', { name: 'Back to My tasks' })).toHaveAttribute('href', '/tasks');
  });
});
