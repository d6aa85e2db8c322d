/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import type { OperationView, ProcessView } from '@plenary/operation/domain';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OperationLink } from '../components/OperationLink';
import { OperationPage } from './OperationPage';

const words = wordsOf('operation');
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const process: ProcessView = {
  ...{ id: 'abcdef012345', isThis: true, startedAt: ago(180), connections: 1_200, documents: 3, readers: 40 },
  ...{ slowReaders: 0, readersLetGo: 0, saved: { count: 9, p50: 4.2, p95: 18 }, told: null, joined: null },
  ...{ unsaved: 0, refused: {}, damaged: 0, memory: 85e6, delay: 2 },
};
const calm: OperationView = {
  ...{ at: ago(0), database: 'answers', redis: 'alone', processes: [process], failedWork: 0, amiss: [] },
  emails: { delivery: 'sent', waiting: 2, failed: 0 },
  following: { waiting: 5, dead: 0, untold: [], underived: 0 },
};
const noWork = { waiting: 1, running: 0, failed: 0, items: [] };

const open = async (about: Partial<OperationView> = {}, answers: Answers = {}) => {
  const now = { view: { ...calm, ...about } };
  const asked = serverSays({
    'GET /api/operation': () => ({ body: now.view }),
    'GET /api/operation/work': { body: noWork },
    ...answers,
  });
  await show(<OperationPage />, words);
  await screen.findByRole('heading', { level: 2, name: 'Processes' });
  return { now, asked };
};
const part = (name: string) => within(screen.getByRole('heading', { level: 2, name }).closest('section')!);
/** What stands beside the name of a figure. */
const figure = (name: string) => screen.getByText(name, { selector: 'dt' }).parentElement!;
const state = () => screen.getAllByRole('status').find((each) => /well|attention/.test(each.textContent))!;

describe('the page of operation', () => {
  afterEach(cleanup);

  it('says that all is well, and in plain figures how it goes', async () => {
    await open();
    expect(state()).toHaveTextContent(/^All is well\.The database answers\. One process serves\.$/);
    expect(figure('Connections')).toHaveTextContent('1,200');
    expect(figure('Open texts')).toHaveTextContent('340 people and scripts in them');
    expect(figure('Words are saved within')).toHaveTextContent(/5 ms.*19 of 20 within 18 ms/);
    expect(figure('Words reach readers within')).toHaveTextContent('–Nothing in the last five minutes');
    expect(figure('E-mails waiting')).toHaveTextContent('2They leave by the mail server.');
    expect(figure('News on its way')).toHaveTextContent('50 could not be told');
    expect(part('Edits not accepted').getByText('None since the start.')).toBeInTheDocument();
    expect(part('Changes without their consequences').getByText(/has followed\.$/)).toBeInTheDocument();
    expect(await part('Work that failed').findByText(/^Nothing was given up\. 1 waits/)).toBeInTheDocument();
  });

  it('says what is amiss and what to do, the gravest first', async () => {
    await open({ amiss: ['database', 'emails', 'busy'], database: 'away', redis: 'away' });
    expect(state()).toHaveTextContent('Something needs attention.');
    const told = within(state()).getAllByRole('listitem');
    expect(told.map((each) => each.textContent.split('.')[0])).toEqual([
      'The database does not answer',
      'Some e-mails came back: the mail server or the address refused them',
      'A process is late with its work',
    ]);
    expect(state()).toHaveTextContent('Several processes serve and do not hear each other.');
  });

  it('puts several processes together: sums, the slowest time, and each by itself', async () => {
    const other = {
      ...process,
      id: 'fedcba',
      isThis: false,
      connections: 300,
      slowReaders: 2,
      readersLetGo: 1,
    };
    const saved = { count: 1, p50: 90, p95: 400 };
    await open({ redis: 'together', processes: [process, { ...other, saved }] });
    expect(figure('Connections')).toHaveTextContent('1,500');
    expect(figure('Slow readers')).toHaveTextContent('21 were stuck and let go');
    expect(figure('Words are saved within')).toHaveTextContent(/90 ms.*within 400 ms/);
    const [, first, second] = within(screen.getByRole('table', { name: 'Processes' })).getAllByRole('row');
    expect(first).toHaveTextContent('abcdef this one3 hours ago1,20085 MB2 ms');
    expect(second).toHaveTextContent(/^fedcba3 hours ago300/);
  });

  it('counts refused edits by plain reason over all processes, the most first', async () => {
    const refused = { 'document.rate-limited': 2, 'document.too-large': 1, 'document.of-next-year': 3 };
    const more = { 'document.rate-limited': 5, 'document.of-the-year-after': 3 };
    await open({
      processes: [
        { ...process, refused },
        { ...process, id: 'b', refused: more },
      ],
    });
    const lines = part('Edits not accepted').getAllByRole('listitem');
    expect(lines.map((each) => each.textContent)).toEqual([
      'Too many at once7',
      'Other reasons6',
      'They were too large1',
    ]);
  });

  it('has news told again that did not follow, and says what was in the way', async () => {
    const one = (id: string, name: string, attempts: number) => ({
      ...{ id, name, attempts, reason: 'TypeError', since: ago(120) },
    });
    const untold = [one('7', 'group.created', 20), one('8', 'statement.renamed', 1)];
    const following = { ...calm.following, dead: 2, untold };
    let gone = false;
    const { now, asked } = await open(
      { following },
      {
        'POST /api/operation/untold/7/retry': () => {
          now.view = { ...calm, following: { ...following, untold: untold.slice(1) } };
          return { status: 204 };
        },
        'POST /api/operation/untold/8/retry': () => ((gone = true), refusal(404, 'operation.nothing-untold')),
      },
    );
    const lines = () => part('Changes without their consequences').queryAllByRole('listitem');
    expect(lines().map((each) => each.textContent)).toEqual([
      'group.created tried 20 times, last 2 hours ago TypeErrorTry again',
      'statement.renamed tried once, last 2 hours ago TypeErrorTry again',
    ]);
    await userEvent.click(within(lines()[0]!).getByRole('button', { name: /Try again/ }));
    await waitFor(() => expect(lines()).toHaveLength(1));
    await userEvent.click(within(lines()[0]!).getByRole('button', { name: /Try again/ }));
    expect(await part('Changes without their consequences').findByRole('alert')).toHaveTextContent(
      /^There is nothing of this/,
    );
    expect(gone).toBe(true);
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('has work tried again that was given up', async () => {
    const job = (id: string, name: string) => ({ id, name, attempts: 9, kind: 'EDNS', addedAt: ago(60) });
    const items = [job('3', 'mail.send'), job('4', 'kites.fly')];
    let left = items;
    const { asked } = await open(
      {},
      {
        'GET /api/operation/work': () => ({ body: { ...noWork, failed: left.length, items: left } }),
        'POST /api/operation/work/3/retry': () => ((left = items.slice(1)), { status: 204 }),
      },
    );
    const lines = () => part('Work that failed').queryAllByRole('listitem');
    await waitFor(() => expect(lines()).toHaveLength(2));
    expect(part('Work that failed').getByText(/^2 pieces of work were given up/)).toBeInTheDocument();
    expect(lines()[0]).toHaveTextContent('Sending an e-mail 9 attempts, added 1 hour ago EDNS');
    expect(lines()[1]).toHaveTextContent(/^Other work/);
    await userEvent.click(within(lines()[0]!).getByRole('button', { name: /Try again/ }));
    await waitFor(() => expect(lines()).toHaveLength(1));
    expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/api/operation/work/3/retry' },
    ]);
  });

  it('looks anew by itself every few seconds, and keeps the last figures when nobody answers', async () => {
    const clock = jest.spyOn(globalThis, 'setInterval');
    const { now } = await open();
    const seconds = () =>
      act(async () => {
        for (const [look, every] of clock.mock.calls) if (every === 5_000) look();
      });
    now.view = { ...calm, amiss: ['busy'] };
    await seconds();
    await waitFor(() => expect(state()).toHaveTextContent('Something needs attention.'));
    const asked = serverSays({ 'GET /api/operation': refusal(503, 'server.database-away') });
    await seconds();
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain('/api/operation'));
    expect(state()).toHaveTextContent('Something needs attention.');
    expect(figure('Connections')).toHaveTextContent('1,200');
    clock.mockRestore();
  });

  it('is for coordinators: others are told so, and find no way to it', async () => {
    serverSays({ 'GET /api/operation': refusal(403, 'operation.forbidden') });
    await show(<OperationPage />, words);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This page is for the coalition’s coordinators',
    );
    expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument();
    cleanup();
    for (const [role, shown] of [
      ['facilitator', 0],
      ['coordinator', 1],
    ] as const) {
      serverSays({ 'GET /api/membership': { body: { organisations: [], coalitionRoles: [role] } } });
      const { queries } = await show(<OperationLink />, words);
      await waitFor(() => expect(queries.getQueryData(['membership'])).toBeDefined());
      await waitFor(() =>
        expect(screen.queryAllByRole('link', { name: 'How Plenary runs' })).toHaveLength(shown),
      );
      cleanup();
    }
  });
});
