/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { setDevicePerson } from '@plenary/ground/web';
import { refusal, serverSays, show, wordsOf, type Answers } from '@plenary/ground/web/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CommentOutbox } from '../outbox/comment-outbox';
import { useUnsent } from '../outbox/use-unsent';
import { SaidWork, type Said } from '../../said-work';
import { author, comment, commentId, thread, threadId } from '../test/threads';
import type { InThreads } from './in-threads';
import { Thread } from './Thread';

const statement: InThreads = { id: 's', title: 'On rescue', language: 'en', right: 'comment' };
const words = { ...wordsOf('comments'), ...wordsOf('statements'), ...wordsOf('organisations') };
const acting = { coalitionRoles: [], organisations: [], actingFor: null, inactive: [] };
const usual: Answers = { 'GET /api/membership': { body: acting } };

function Shown({ of }: { of: ReturnType<typeof thread> }) {
  const { unsent, outbox } = useUnsent(statement.id);
  return <Thread statement={statement} thread={of as never} unsent={unsent} outbox={outbox} />;
}

const open = async (of: ReturnType<typeof thread>, answers: Answers = {}) => {
  const asked = serverSays({ ...usual, ...answers });
  await show(<Shown of={of} />, words);
  return asked;
};

describe('a thread that is open', () => {
  beforeAll(() => setDevicePerson('amara'));
  afterEach(cleanup);

  it('says who wrote what, for whom it was entered, in which language and direction, and who deleted what', async () => {
    await open(
      thread(1, {
        audience: 'organisation',
        organisation: { id: 'o', name: 'Open Quay', acronym: 'OQ' },
        comments: [
          comment(1, {
            text: 'أين الناس؟',
            language: 'ar',
            translations: [
              {
                language: 'en',
                text: 'Where are the people?',
                by: author('Layla'),
                at: '2026-11-24T11:00:00Z',
              },
            ],
          }),
          comment(2, {
            author: author('Amara'),
            enteredFor: {
              name: 'Kofi',
              organisation: { id: 'k', name: 'Kin of the Coast', acronym: null },
              source: 'phone',
              file: null,
            },
          }),
          comment(3, { text: '', deletedAt: '2026-11-24T12:00:00Z', deletedBy: author('Chiara') }),
        ],
      }),
    );
    const [first, second, third] = await screen.findAllByRole('listitem');
    const said = within(first!).getByText('أين الناس؟');
    expect([said.lang, said.dir]).toEqual(['ar', 'rtl']);
    expect(within(first!).getByText('English, translated by Layla')).toBeInTheDocument();
    expect(within(first!).getByText('Where are the people?')).toBeVisible();
    expect(second).toHaveTextContent(/Kofi.*Kin of the Coast.*entered by Amara \(by phone\)/);
    expect(third).toHaveTextContent(/Deleted by Chiara/);
    expect(screen.getByText('Only Open Quay')).toBeInTheDocument();
  });

  it('draws mentions as names, and whom one may not find without one', async () => {
    const [known, other] = [threadId(7), threadId(8)];
    await open(
      thread(1, {
        comments: [
          comment(1, {
            text: `Ask @[person:${known}] and @[group:${other}], not @[stranger:${other}]`,
            mentions: [
              { kind: 'person', id: known, name: 'Jomar' },
              { kind: 'group', id: other, name: null },
            ],
          }),
        ],
      }),
    );
    expect(await screen.findByText(/^Ask/)).toHaveTextContent(
      `Ask @Jomar and @a group, not @[stranger:${other}]`,
    );
  });

  it('is answered with a mention that was picked by keys, and shows the answer as not sent without a network', async () => {
    const id = threadId(9);
    const asked = await open(thread(1), {
      'GET /api/statements/s/mentionable': {
        body: { items: [{ kind: 'person', id, name: 'Jomar Dela Cruz' }] },
      },
      'POST /api/threads/00000000-0000-4000-8000-100000000001/comments': () => {
        throw new TypeError('no network');
      },
    });
    await userEvent.type(await screen.findByLabelText('Reply'), 'Please ask @jo');
    await screen.findByRole('option', { name: /Jomar Dela Cruz/, selected: true });
    await userEvent.keyboard('{Enter}');
    expect(screen.getByLabelText('Reply')).toHaveValue('Please ask @Jomar Dela Cruz ');
    await userEvent.click(screen.getByRole('button', { name: 'Send reply' }));
    const answer = await screen.findByText(/^Please ask/);
    expect(answer).toHaveTextContent('Please ask @Jomar Dela Cruz');
    expect(answer.closest('li')).toHaveTextContent('Sending');
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
        text: `Please ask @[person:${id}]`,
        language: 'en',
      }),
    );
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    fireEvent(window, new Event('offline'));
    expect(await screen.findByText(/^Not sent. It is kept on this device/)).toBeInTheDocument();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    await new CommentOutbox('amara').start().then(async (outbox) => {
      await Promise.all(outbox.comments.map((each) => outbox.putAway(each.id)));
      outbox.close();
    });
  });

  it('keeps words that are not sent with whom they mention, though the page is loaded anew, and says for whom', async () => {
    const id = threadId(9);
    const answers = {
      'GET /api/membership': { body: { ...acting, actingFor: { id: 'quay', name: 'Open Quay' } } },
      'GET /api/statements/s/mentionable': { body: { items: [{ kind: 'person', id, name: 'Jomar' }] } },
      'POST /api/threads/00000000-0000-4000-8000-100000000003/comments': { status: 201, body: {} },
    };
    await open(thread(3), answers);
    await userEvent.type(await screen.findByLabelText('Reply'), 'See @jo');
    await screen.findByRole('option', { name: /Jomar/, selected: true });
    await userEvent.keyboard('{Enter}there');
    cleanup();
    const asked = await open(thread(3), answers);
    expect(await screen.findByLabelText('Reply')).toHaveValue('See @Jomar there');
    await userEvent.click(screen.getByRole('button', { name: 'Send reply' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
        ...{ text: `See @[person:${id}] there`, speaksFor: 'quay' },
      }),
    );
    cleanup();
    await open(thread(3), answers);
    expect(await screen.findByLabelText('Reply')).toHaveValue('');
  });

  it('has what a room above does with it among its acts', async () => {
    serverSays(usual);
    const Kite = ({ kind, id, statementId, quote }: Said) => (
      <button type="button">{[kind, id, statementId, quote].join(' ')}</button>
    );
    const of = thread(4, { place: { ...thread(4).place, quote: 'drowns' } });
    await show(<SaidWork.Provider value={Kite}>{<Shown of={of} />}</SaidWork.Provider>, words);
    const kite = await screen.findByRole('button', { name: `thread ${threadId(4)} s drowns` });
    expect(kite.nextElementSibling).toHaveTextContent('Link');
  });

  it('shows what was refused with the reason; its words are put away by hand', async () => {
    await open(thread(2), {
      'POST /api/threads/00000000-0000-4000-8000-100000000002/comments': refusal(
        409,
        'comment.too-many-comments',
        {
          maximum: 500,
        },
      ),
    });
    await userEvent.type(await screen.findByLabelText('Reply'), 'One more');
    await userEvent.click(screen.getByRole('button', { name: 'Send reply' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Not accepted: This thread has 500 comments');
    await userEvent.click(screen.getByRole('button', { name: 'Put away' }));
    await waitFor(() => expect(screen.queryByText('One more')).not.toBeInTheDocument());
  });

  it('is resolved with an outcome and why, and reopened', async () => {
    const path = '/api/threads/00000000-0000-4000-8000-100000000003/outcome';
    const asked = await open(thread(3, { may: { reply: true, resolve: true, reopen: true } }), {
      [`PUT ${path}`]: { body: {} },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Resolve' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Not taken' }));
    await userEvent.type(screen.getByLabelText('Why, or where it stands now'), 'It says so in ¶2');
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
        outcome: 'not_taken',
        note: 'It says so in ¶2',
      }),
    );
    cleanup();
    const by = author('Chiara');
    const again = await open(
      thread(3, {
        may: { reply: true, resolve: true, reopen: true },
        outcome: { outcome: 'not_taken', note: 'It says so in ¶2', by, at: '2026-11-24T12:00:00Z' },
      }),
      { [`DELETE ${path}`]: { body: {} } },
    );
    expect(await screen.findByText('It says so in ¶2')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Resolve' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
    await waitFor(() => expect(again.some(({ method }) => method === 'DELETE')).toBe(true));
  });

  it('has one’s own words changed, and deleted after a question', async () => {
    const path = `/api/comments/${commentId(1)}`;
    const may = { edit: true, delete: true, translate: false };
    const asked = await open(thread(4, { comments: [comment(1, { may }), comment(2)] }), {
      [`PATCH ${path}`]: { body: {} },
      [`DELETE ${path}`]: { status: 204 },
    });
    const own = (await screen.findAllByRole('listitem'))[0]!;
    expect(screen.getAllByRole('button', { name: 'Edit' })).toHaveLength(1);
    await userEvent.click(within(own).getByRole('button', { name: 'Edit' }));
    await userEvent.type(screen.getByLabelText('Your comment, changed'), ', at last');
    await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({
        text: 'Comment 1, at last',
        language: 'en',
      }),
    );
    await userEvent.click(await within(own).findByRole('button', { name: 'Delete' }));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Delete comment' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
  });
});
