/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import 'fake-indexeddb/auto';
import { refusal, serverSays, type Answers } from '@plenary/ground/web/testing';
import { unsentComments } from './unsent-work';
import { clearOutbox, CommentOutbox, outboxOf } from './comment-outbox';
import { mayHaveUnsent } from './has-unsent';
import type { UnsentComment } from './unsent-comment';

const reply = (id: string, about: Partial<UnsentComment> = {}): UnsentComment => ({
  ...{ id, personId: 'amara', statementId: 's', statementTitle: 'On rescue', threadId: 't', begins: null },
  ...{
    text: `Words of ${id}`,
    mentions: [],
    language: 'en',
    enteredFor: null,
    at: Number(id),
    refusal: null,
  },
  ...about,
});
const begins = {
  kind: 'statement',
  paragraphId: null,
  anchor: null,
  quote: '',
  audience: 'readers',
} as const;
const silence = () => {
  throw new TypeError('no network');
};
const replies = 'POST /api/threads/t/comments';
const taken = { status: 201, body: {} };
const online = () => window.dispatchEvent(new Event('online'));

describe('comments that the server does not have', () => {
  const opened: CommentOutbox[] = [];
  const outbox = async (person = 'amara') => {
    const made = await new CommentOutbox(person).start();
    opened.push(made);
    return made;
  };
  const saysThen = (answers: Answers) => {
    const asked = serverSays(answers);
    return () =>
      asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as { id: string }).id);
  };
  afterEach(async () => {
    jest.useRealTimers();
    opened.splice(0).forEach((each) => each.close());
    await clearOutbox(null);
  });

  it('are kept without a network, also when the page is closed, and sent once when it is back, in order', async () => {
    saysThen({ [replies]: silence });
    const first = await outbox();
    await first.add(reply('1'));
    await first.add(reply('2'));
    expect(await first.send()).toBe(false);
    first.close();
    expect(mayHaveUnsent('amara')).toBe(true);

    const sent = saysThen({ [replies]: taken });
    const second = await outbox();
    expect(await second.send()).toBe(true);
    online();
    await second.send();
    expect(sent()).toEqual(['1', '2']);
    expect(second.comments).toEqual([]);
    expect((await outbox()).comments).toEqual([]);
    expect(mayHaveUnsent('amara')).toBe(false);
  });

  it('go out by one tab alone, whichever that is', async () => {
    const sent = saysThen({ [replies]: silence });
    const one = await outbox();
    await one.add(reply('1'));
    await one.send();
    const other = await outbox();
    await other.send();
    const tried = sent().length;
    expect(other.comments).toHaveLength(1);
    const all = saysThen({ [replies]: taken });
    // The lock of browsers: one after the other.
    await one.send();
    await other.send();
    expect(tried).toBeGreaterThan(0);
    expect(all()).toEqual(['1']);
    expect([one.comments, other.comments]).toEqual([[], []]);
  });

  it('carry the same key however often they are sent, and are asked for until somebody answers', async () => {
    const keys: (string | null)[] = [];
    globalThis.fetch = (async (request: Request) => {
      keys.push(request.headers.get('Idempotency-Key'));
      if (keys.length < 3) throw new TypeError('the line broke before the answer came');
      return new Response('{}', { status: 201, headers: { 'content-type': 'application/json' } });
    }) as typeof fetch;
    const here = await outbox();
    await here.add(reply('1'));
    while (!(await here.send()));
    expect(keys).toEqual(['1', '1', '1']);
  });

  it('that are refused stay, with the reason, and hold nobody up', async () => {
    let count = 0;
    const sent = saysThen({
      [replies]: () => (count++ === 0 ? refusal(422, 'comment.text-too-long', { maximum: 5 }) : taken),
    });
    const here = await outbox();
    await here.add(reply('1'));
    await here.send();
    await here.add(reply('2'));
    await here.send();
    expect(sent()).toEqual(['1', '2']);
    expect(here.comments.map(({ id, refusal: why }) => [id, why?.code])).toEqual([
      ['1', 'comment.text-too-long'],
    ]);
    // As long as they are not put away, in the next page too; nobody sends them again.
    const next = await outbox();
    await next.send();
    expect(next.comments).toHaveLength(1);
    expect(sent()).toHaveLength(2);
    await next.putAway('1');
    expect((await outbox()).comments).toEqual([]);
  });

  it('wait for words that are still on their way to the server, and answers wait for their thread', async () => {
    const thread = reply('1', { threadId: '1', begins });
    let isKnown = false;
    const sent = saysThen({
      'POST /api/statements/s/threads': () => (isKnown ? taken : refusal(409, 'comment.passage-unknown')),
      'POST /api/threads/1/comments': taken,
      [replies]: taken,
    });
    const here = await outbox();
    await here.add(thread);
    await here.add(reply('2', { threadId: '1' }));
    await here.add(reply('3'));
    await here.send();
    expect(here.comments.map(({ id, refusal: why }) => [id, why])).toEqual([['1', null], ['2', null]]); // prettier-ignore
    isKnown = true;
    await here.send();
    expect(here.comments).toEqual([]);
    expect(sent().slice(-2)).toEqual(['1', '2']);
  });

  it('are shown as not sent until the screen shows them as sent', async () => {
    saysThen({ [replies]: taken });
    const here = await outbox();
    let isFresh: () => void = () => undefined;
    const told = new Promise<void>((tell) => {
      here.onSent(() => {
        tell();
        return new Promise<void>((done) => (isFresh = done));
      });
    });
    void here.add(reply('1'));
    await told;
    expect(here.comments).toHaveLength(1);
    isFresh();
    await here.send();
    expect(here.comments).toEqual([]);
  });

  it('are named at sign-out by their statement, can be copied and sent there, and go with the person', async () => {
    saysThen({ [replies]: silence });
    const here = await outboxOf('amara');
    const mention = { kind: 'person', id: '00000000-0000-4000-8000-000000000001', name: 'Jomar' } as const;
    await here.add(reply('1', { text: `Ask @[person:${mention.id}]`, mentions: [mention] }));
    await here.add(reply('2'));
    const [work, ...others] = await unsentComments('amara');
    expect(others).toEqual([]);
    expect(work!.label).toBe('On rescue');
    expect(await work!.text()).toBe('Ask @Jomar\n\nWords of 2');
    expect(await work!.send!()).toBe(false);
    expect(await unsentComments('jomar')).toEqual([]);
    await clearOutbox('amara');
    expect(await unsentComments('amara')).toEqual([]);
    expect(mayHaveUnsent('amara')).toBe(false);
  });
});
