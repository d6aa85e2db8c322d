/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { setDevicePerson } from '@plenary/ground/web';
import { refusal } from '@plenary/ground/web/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { line, thread, threadId } from '../../threads/test/threads';
import { wordsIn } from './desk';
import { beginPage, desk, endPage, open, row, rows, suggestion } from './panel-page';

const posts = (asked: readonly { method: string; path: string }[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ path }) => path.replace('/api/suggestions/', ''));
const accepts = (...ids: readonly string[]) =>
  Object.fromEntries(
    ids.flatMap((id) =>
      ['accept', 'reject', 'take-back'].map((act) => [
        `POST /api/suggestions/${id}/${act}`,
        { status: 201, body: {} },
      ]),
    ),
  );
const accept = async (name: string) =>
  userEvent.click(within(await row(name)).getByRole('button', { name: 'Accept' }));

beforeEach(() => beginPage());
afterEach(endPage);

describe('accepting with other words', () => {
  it('SUG-9 sends what was suggested and what was typed, place for place', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => {
      each.replace(0, 7, 13, 'freezes');
      each.type(1, 19, ' alone');
    });
    const { asked } = await open([{ ...bruno, wording: 3 }], accepts('Bruno'));
    await userEvent.click(within(await row('Bruno')).getByRole('button', { name: 'Accept with changes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Accept with changes' });
    const fields = within(dialog).getAllByRole('textbox');
    expect(fields.map((each) => (each as HTMLTextAreaElement).value)).toEqual(['freezes', ' alone']);
    expect(within(dialog).getByRole('button', { name: 'Accept' })).toBeDisabled();
    await userEvent.clear(fields[0]!);
    await userEvent.type(fields[0]!, 'starves');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
    await screen.findByText('The suggestion by Bruno is in the text now, with your changes.');
    expect(asked).toContainEqual({
      method: 'POST',
      path: '/api/suggestions/Bruno/accept',
      body: {
        wording: 3,
        otherwise: [{ at: [51, expect.any(Number)], suggested: 'freezes', accepted: 'starves' }],
      },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('SUG-9 is not offered where nothing is suggested to be written', async () => {
    await open([await suggestion(51, 'Bruno', (each) => each.delete(1, 6, 9))]);
    expect(within(await row('Bruno')).queryByRole('button', { name: 'Accept with changes' })).toBeNull();
  });

  it('SUG-9 says of what was decided what was suggested and what was accepted', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    const decision = {
      ...{ by: { ...bruno.author, name: 'Chiara' }, at: '2026-11-24T11:00:00Z', reason: '' },
      words: [{ suggested: 'ever', accepted: 'again' }],
    };
    const decided = { ...bruno, state: 'accepted', layer: null, decision };
    await open([], {
      'GET /api/statements/s/suggestions/decided': { body: { items: [decided], nextCursor: null } },
    });
    await userEvent.click(await screen.findByText('Decided before'));
    const list = await screen.findByRole('list', { name: 'Accepted with these changes' });
    expect(list.querySelector('del')).toHaveTextContent('ever');
    expect(list.querySelector('ins')).toHaveTextContent('again');
  });
});

describe('keys for undoing, after something was decided', () => {
  const two = async () => [
    await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever')),
    await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9)),
  ];

  it('SUG-6 take it back, and decide it again', async () => {
    const { asked } = await open(await two(), accepts('Bruno', 'Chen'));
    await accept('Bruno');
    await waitFor(async () => expect(await row('Chen')).toHaveFocus());
    await userEvent.keyboard('{Control>}z{/Control}');
    await screen.findByText('It was taken back. The suggestion is open again.');
    // What cannot be undone any more is not offered.
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await screen.findByText('It was decided again as before.');
    expect(posts(asked)).toEqual(['Bruno/accept', 'Bruno/take-back', 'Bruno/accept']);
    expect(desk.binding.outside.canUndo).toBe(true);
  });

  it('SUG-6 undo what was typed later first, and what was typed before afterwards', async () => {
    const { asked } = await open(await two(), accepts('Bruno'));
    desk.type(1, 19, '!');
    await accept('Bruno');
    await screen.findByText('The suggestion by Bruno is in the text now.');
    desk.type(1, 20, '?');
    const words = () => wordsIn(desk.doc)[1];
    expect(words()).toBe('Nobody is sent back!?');
    desk.binding.undo();
    expect([words(), posts(asked)]).toEqual(['Nobody is sent back!', ['Bruno/accept']]);
    desk.binding.undo();
    await waitFor(() => expect(posts(asked)).toEqual(['Bruno/accept', 'Bruno/take-back']));
    expect(words()).toBe('Nobody is sent back!');
    desk.binding.undo();
    expect(words()).toBe('Nobody is sent back');
    desk.binding.redo();
    expect([words(), posts(asked).length]).toEqual(['Nobody is sent back!', 2]);
    desk.binding.redo();
    await waitFor(() => expect(posts(asked)).toHaveLength(3));
  });

  it('SUG-6 do nothing more about what was taken back by the button', async () => {
    const { asked } = await open(await two(), accepts('Bruno'));
    await accept('Bruno');
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('It was taken back. The suggestion is open again.');
    desk.binding.undo();
    expect(posts(asked)).toEqual(['Bruno/accept', 'Bruno/take-back']);
  });

  it('SUG-6 do not decide again once somebody has typed on', async () => {
    const { asked } = await open(await two(), accepts('Bruno'));
    await accept('Bruno');
    await screen.findByText('The suggestion by Bruno is in the text now.');
    desk.binding.undo();
    await waitFor(() => expect(posts(asked)).toHaveLength(2));
    desk.type(0, 0, 'So: ');
    desk.binding.redo();
    expect(posts(asked)).toHaveLength(2);
  });
});

describe('several at once', () => {
  const choose = async (label: string, option: string) =>
    userEvent.selectOptions(await screen.findByLabelText(label), option);

  it('are chosen by what they do, where they stand, who suggests them and for whom', async () => {
    endPage();
    await beginPage([
      { text: 'At sea', style: 'heading', level: 1 },
      { text: 'Nobody drowns' },
      { text: 'On land', style: 'heading', level: 1 },
      { text: 'Nobody is sent back' },
    ] as never);
    const [bruno, chen, dana, eli] = [
      await suggestion(51, 'Bruno', (each) => each.type(1, 6, ' ever')),
      await suggestion(52, 'Chen', (each) => each.delete(3, 6, 9)),
      await suggestion(53, 'Dana', (each) => each.replace(3, 0, 6, 'No one')),
      await suggestion(54, 'Eli', (each) => each.type(1, 0, 'Here: ')),
    ];
    const other = { id: 'OQ', name: 'Open Quay', acronym: 'OQ' };
    await open([bruno, chen, eli, { ...dana, author: { ...dana.author, organisation: other } }]);
    await waitFor(() => expect(rows()).toEqual(['Eli', 'Bruno', 'Dana', 'Chen']));
    await choose('Section', 'On land');
    expect(rows()).toEqual(['Dana', 'Chen']);
    await choose('What changes', 'Words are deleted');
    expect(rows()).toEqual(['Chen']);
    await choose('What changes', 'Everything');
    await choose('Organisation', 'Open Quay');
    expect(rows()).toEqual(['Dana']);
    await choose('Section', 'The whole text');
    await choose('Organisation', 'All');
    await choose('Suggested by', 'Bruno');
    expect(rows()).toEqual(['Bruno']);
  });

  it('are not chosen while all are seen at a glance', async () => {
    await open([
      await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever')),
      await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9)),
      await suggestion(53, 'Dana', (each) => each.type(1, 0, 'So: ')),
    ]);
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(screen.queryByRole('group', { name: 'Which suggestions are listed' })).toBeNull();
  });

  it('are rejected with one reason, and all of it is undone at once, the last first', async () => {
    const all = [
      { ...(await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'))), id: 'one' },
      { ...(await suggestion(52, 'Bruno', (each) => each.delete(1, 6, 9))), id: 'two' },
      await suggestion(53, 'Chen', (each) => each.type(1, 0, 'So: ')),
      await suggestion(54, 'Dana', (each) => each.type(1, 0, 'And: ')),
    ];
    const { asked } = await open(all, accepts('one', 'two'));
    await choose('Suggested by', 'Bruno');
    await userEvent.click(await screen.findByRole('button', { name: 'Reject all 2' }));
    await userEvent.type(await screen.findByLabelText('Why it is rejected'), 'Said before');
    await userEvent.click(screen.getByRole('button', { name: 'Reject suggestion' }));
    await screen.findByText('Decided: 2 of 2');
    await userEvent.keyboard('{Control>}z{/Control}');
    await screen.findByText('2 decisions were taken back. The suggestions are open again.');
    expect(posts(asked)).toEqual(['one/reject', 'two/reject', 'two/take-back', 'one/take-back']);
    expect(asked.filter(({ path }) => path.endsWith('reject')).map(({ body }) => body)).toEqual([
      { reason: 'Said before' },
      { reason: 'Said before' },
    ]);
  });

  it('are told how far they are', async () => {
    const all = [
      { ...(await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'))), id: 'one' },
      { ...(await suggestion(52, 'Bruno', (each) => each.delete(1, 6, 9))), id: 'two' },
      await suggestion(53, 'Chen', (each) => each.type(1, 0, 'So: ')),
      await suggestion(54, 'Dana', (each) => each.type(1, 0, 'And: ')),
    ];
    let answer: () => void = () => undefined;
    await open(all, {
      ...accepts('one'),
      'POST /api/suggestions/two/accept': async () => {
        await new Promise<void>((come) => (answer = come));
        return refusal(409, 'suggestion.void');
      },
    });
    await choose('Suggested by', 'Bruno');
    await userEvent.click(await screen.findByRole('button', { name: 'Accept all 2' }));
    const dialog = await screen.findByRole('dialog', { name: 'Accept all 2' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Accept' }));
    expect(await within(dialog).findByText('2 of 2')).toBeInTheDocument();
    answer();
    await screen.findByText('Decided: 1 of 2');
  });

  it('SUG-2 are withdrawn by their author', async () => {
    const may = { write: true, signal: false, decide: false, takeBack: false };
    const all = [
      { ...(await suggestion(51, 'Amara', (each) => each.type(0, 6, ' ever'))), id: 'one', may },
      { ...(await suggestion(52, 'Amara', (each) => each.delete(1, 6, 9))), id: 'two', may },
      await suggestion(53, 'Chen', (each) => each.type(1, 0, 'So: ')),
      await suggestion(54, 'Dana', (each) => each.type(1, 0, 'And: ')),
    ];
    const { asked } = await open(all, {
      'DELETE /api/suggestions/one': { status: 204 },
      'DELETE /api/suggestions/two': { status: 204 },
    });
    await choose('Suggested by', 'Amara');
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw my 2' }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw my 2' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await screen.findByText('Decided: 2 of 2');
    expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('what people say about a suggestion', () => {
  beforeEach(() => setDevicePerson('Amara'));
  const place = {
    ...{ kind: 'suggestion' as const, suggestionId: 'Bruno', quote: 'ever', paragraphId: null },
    ...{ anchor: null, print: null, before: '', after: '' },
  };
  const acting = { coalitionRoles: [], organisations: [], actingFor: null, inactive: [] };

  it('COM-13 is counted, read and answered in its row', async () => {
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    await open([bruno, await suggestion(52, 'Chen', (each) => each.delete(1, 6, 9))], {
      'GET /api/membership': { body: acting },
      'GET /api/statements/s/threads/places': {
        body: { items: [line(1, { place, commentCount: 2, unreadCount: 1 }), line(2)] },
      },
      [`GET /api/threads/${threadId(1)}`]: { body: thread(1, { place }) },
    });
    const shown = await row('Bruno');
    await userEvent.click(
      await within(shown).findByRole('button', { name: '2 comments 1 unread', expanded: false }),
    );
    await within(shown).findByText('Comment 1');
    await within(shown).findByLabelText('Reply');
    expect(within(await row('Chen')).getByRole('button', { name: 'Comment on it' })).toBeInTheDocument();
  });

  it('COM-13 is begun there, kept on the device until the server is heard, and sent with its place', async () => {
    let isAway = true;
    const bruno = await suggestion(51, 'Bruno', (each) => each.type(0, 6, ' ever'));
    const { asked } = await open([bruno], {
      'GET /api/membership': { body: acting },
      'GET /api/statements/s/threads/places': { body: { items: [] } },
      'POST /api/statements/s/threads': () => {
        if (isAway) throw new TypeError('no network');
        return { status: 201, body: thread(1, { place }) };
      },
    });
    const shown = await row('Bruno');
    await userEvent.click(await within(shown).findByRole('button', { name: 'Comment on it' }));
    await userEvent.type(await within(shown).findByLabelText('Your comment'), 'Why ever?');
    await userEvent.click(within(shown).getByRole('button', { name: 'Send comment' }));
    const unsent = await within(shown).findByRole('list', { name: 'Not sent yet' });
    expect(within(unsent).getByText('Why ever?')).toBeInTheDocument();
    isAway = false;
    window.dispatchEvent(new Event('online'));
    await waitFor(() =>
      expect(asked.findLast(({ method }) => method === 'POST')?.body).toMatchObject({
        ...{ kind: 'suggestion', suggestionId: 'Bruno', audience: 'readers', text: 'Why ever?' },
      }),
    );
  });
});
