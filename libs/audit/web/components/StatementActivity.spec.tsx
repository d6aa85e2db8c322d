/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { InStatement } from '@plenary/statements/web';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ActivityLink } from './ActivityLink';
import { StatementActivity } from './StatementActivity';

const words = { ...wordsOf('audit'), ...wordsOf('statements'), ...wordsOf('organisations') };
const amara = { kind: 'person', id: 'a', name: 'Amara', link: '/people/a' };
const line = (id: string, name: string, about: object = {}) => ({
  ...{ id, name, at: '2026-11-24T10:00:00Z', actor: amara, organisation: null, person: null, other: null },
  ...{ subject: { kind: 'statement', id: 's', name: 'On rescue', link: '/statements/s' } },
  ...{ fields: [], details: {}, ...about },
});
const right = [{ as: 'change', key: 'right', before: 'before', words: 'statements:right' }];
const told: Answers = {
  'GET /api/activity/kinds': {
    body: {
      items: [
        { name: 'statement.created', told: [] },
        { name: 'statement.right-granted', told: right },
      ],
    },
  },
};
const beside = async (answer: Answers[string]) => {
  const asked = serverSays({ ...told, 'GET /api/activity': answer });
  const at = { statement: { id: 's' } } as unknown as InStatement;
  await show(<StatementActivity {...at} />, words);
  return asked;
};

describe('what was done about a statement, beside its text', () => {
  afterEach(cleanup);

  it('says what, by whom and when, page after page', async () => {
    const granted = line('2', 'statement.right-granted', { details: { right: 'edit', before: 'read' } });
    const asked = await beside(({ url }) => ({
      body: url.searchParams.get('cursor')
        ? { items: [line('1', 'statement.created', { actor: null })], nextCursor: null }
        : { items: [granted], nextCursor: 'more' },
    }));
    const panel = within(await screen.findByRole('region', { name: 'Activity' }));
    const lines = () => panel.getAllByRole('listitem').map((each) => each.textContent);
    await waitFor(() => expect(lines()[0]).toMatch(/Read → Edit.*Amara · November 24, 2026/));
    expect(panel.getByRole('link', { name: 'Amara' })).toHaveAttribute('href', '/people/a');
    await userEvent.click(panel.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(lines()).toHaveLength(2));
    expect(lines()[1]).toContain('Plenary itself');
    expect(panel.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
    expect(asked[0]!.path + asked[1]!.path).toContain(`subject=${encodeURIComponent('statement/s')}`);
  });

  it('says that nothing was done, and has no heading of its own: what shows it draws its title', async () => {
    const empty = { body: { items: [], nextCursor: null } };
    await beside(empty);
    expect(await screen.findByText('Nothing has been done yet')).toBeInTheDocument();
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it('alarms nobody when it cannot be reached, and says why when it is refused', async () => {
    await beside(() => {
      throw new TypeError('no network');
    });
    // After the tries that silence is worth.
    const lacking = await screen.findByText(/^This is not kept on this device/, {}, { timeout: 10_000 });
    expect(lacking).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    cleanup();
    await beside(refusal(403, 'activity.forbidden'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Activity is for coordinators');
  });
});

describe('the way to all activity', () => {
  afterEach(cleanup);

  it.each([
    ['coordinators', { coalitionRoles: ['coordinator'], organisations: [] }, true],
    [
      'focal points',
      { coalitionRoles: [], organisations: [{ id: 'o', name: 'O', role: 'focal_point' }] },
      true,
    ],
    [
      'others',
      { coalitionRoles: ['observer'], organisations: [{ id: 'o', name: 'O', role: 'member' }] },
      false,
    ],
  ])('AUD-1 is there for %s', async (_, membership, isThere) => {
    serverSays({ 'GET /api/membership': { body: membership } });
    const { queries } = await show(<ActivityLink />, words);
    await waitFor(() => expect(queries.getQueryData(['membership'])).toBeDefined());
    await waitFor(() =>
      expect(screen.queryAllByRole('link', { name: 'Activity' })).toHaveLength(isThere ? 1 : 0),
    );
  });
});
