/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CommentsPage } from './CommentsPage';

const line = (name: string) => ({ id: name, name, createdAt: '2026-11-24T10:00:00Z' });
const list = (...names: string[]) => ({ body: { items: names.map(line), nextCursor: null } });

async function open(roles: readonly string[], answers: Answers) {
  const membership = { body: { coalitionRoles: roles, organisations: [], inactive: [] } };
  const asked = serverSays({ 'GET /api/membership': membership, ...answers });
  await show(<CommentsPage />, wordsOf('comments'));
  return asked;
}
const button = (name: string) => screen.findByRole('button', { name });

describe('the page of comments', () => {
  // jsdom has no dialogs.
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
  });
  afterEach(cleanup);

  it('lists what there is', async () => {
    await open([], { 'GET /api/comments': list('Geneva', 'Nairobi') });
    expect(await screen.findByText('Geneva')).toBeInTheDocument();
    expect(screen.getByText('Nairobi')).toBeInTheDocument();
  });

  it('says so when there is nothing, and what comes next', async () => {
    await open([], { 'GET /api/comments': list() });
    expect(await screen.findByText('The list is empty')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Add to the list' })).toBeNull();
  });

  it('says what went wrong, and tries again', async () => {
    const asked = await open([], { 'GET /api/comments': refusal(503, 'server.database-away') });
    await userEvent.setup().click(await button('Try again'));
    expect(asked.filter(({ path }) => path.startsWith('/api/comments')).length).toBeGreaterThan(1);
  });

  it('COM-2 lets coordinators add, and shows a refusal at the field', async () => {
    const answers = {
      'GET /api/comments': list(),
      'POST /api/comments': refusal(422, 'comment.name-empty'),
    };
    const asked = await open(['coordinator'], answers);
    const user = userEvent.setup();
    await user.click(await button('Add to the list'));
    await user.type(await screen.findByLabelText('Name'), '...');
    await user.click(await button('Add'));
    expect(await screen.findByText('Write a name with at least one character.')).toBeInTheDocument();
    expect(asked).toContainEqual({ method: 'POST', path: '/api/comments', body: { name: '...' } });
  });
});
