/// <reference lib="dom" />
import { chromium, type Browser, type Page } from 'playwright-core';
import { HttpClient, startServer, type BuiltServer } from '@plenary/ground/testing';
import { launch } from '../harness/chromium.cjs';
import { ask, demoPassword } from '../harness/people.js';
import { say } from './say.js';

const times = Number(process.env['DRILL_NEWS'] ?? 20);

/** What a screen is to show, or not to show any more: words of `within`, exactly. */
interface Awaited {
  readonly words: string;
  readonly within: string;
  readonly gone?: boolean;
}

/** When the page shows it, in milliseconds since 1970: of the frame in which it was drawn. */
function drawn(page: Page, wanted: Awaited): Promise<number> {
  return page.evaluate(
    ({ words, within, gone }) =>
      new Promise<number>((done) => {
        const isThere = () =>
          [...document.querySelectorAll(within)].some((each) => each.textContent?.trim() === words);
        const look = () => {
          if (isThere() === (gone ?? false)) return;
          changes.disconnect();
          requestAnimationFrame(() => done(Date.now()));
        };
        const changes = new MutationObserver(look);
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    wanted,
  );
}

/** A kind of change: how it is made, and by what the other screen shows that it has heard. */
interface Change {
  /** What the record calls it. */
  readonly event: string;
  /** So that there is something to see; not measured. */
  readonly prepare?: (time: number) => Promise<unknown>;
  readonly act: (time: number) => Promise<unknown>;
  readonly wanted: (time: number) => Awaited;
}

interface Named {
  readonly id: string;
}

describe('news', () => {
  let server: BuiltServer;
  let browsers: Browser[] = [];
  let amara: Page;
  let jomar: Page;
  let sunita: Page;
  /** Changes of which one in twenty or more took a second. */
  const late: string[] = [];
  beforeAll(async () => {
    server = await startServer();
    browsers = await Promise.all([chromium.launch(launch), chromium.launch(launch)]);
    amara = await signedIn(browsers[0]!, 'amara');
    sunita = await signedIn(browsers[0]!, 'sunita');
    jomar = await signedIn(browsers[1]!, 'jomar');
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await server?.stop();
    server?.forget();
  });

  /** Somebody with the house before them, in one of the two browsers. */
  async function signedIn(browser: Browser, given: string): Promise<Page> {
    const client = new HttpClient(server.url);
    const email = `${given}@demo.plenary.example`;
    await client.post('/api/session', { email, password: demoPassword });
    const [name, value] = client.cookie!.split('=') as [string, string];
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await visit(page, '/groups');
    return page;
  }

  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(server.url + path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  }

  const find = async (list: string, query: string): Promise<string> =>
    (await ask<{ items: Named[] }>(amara, 'GET', `/api/${list}?query=${encodeURIComponent(query)}`)).items[0]!
      .id;
  const newStatement = async (title: string, more: object = { ownerKind: 'coalition' }): Promise<string> =>
    (await ask<Named>(amara, 'POST', '/api/statements', { title, language: 'en', ...more })).id;

  /** The instant that the record gives the act: within its transaction, so just before the commit. */
  async function recordedAt(event: string): Promise<number> {
    const { items } = await ask<{ items: { at: string }[] }>(
      amara,
      'GET',
      `/api/activity?name=${event}&limit=1`,
    );
    return Date.parse(items[0]!.at);
  }

  async function measure(what: string, { event, prepare, act, wanted }: Change): Promise<void> {
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      await prepare?.(time);
      const shown = drawn(jomar, wanted(time));
      await act(time);
      took.push((await shown) - (await recordedAt(event)));
    }
    took.sort((one, other) => one - other);
    const at = (part: number) => took[Math.min(took.length - 1, Math.floor(part * took.length))]!;
    say(`${what}: ${at(0.5)} / ${at(0.95)} / ${took.at(-1)!} ms`);
    if (at(0.95) >= 1_000) late.push(what);
  }

  const link = (words: string): Awaited => ({ within: 'main a', words });

  it(`what one person does is on another's screen within a second, ${times} times each (p50 / p95 / longest)`, async () => {
    await visit(jomar, '/statements');
    await measure('a new statement, in a list', {
      event: 'statement.created',
      act: (time) => newStatement(`Begun ${time}`),
      wanted: (time) => link(`Begun ${time}`),
    });

    const named = await newStatement('To be renamed');
    const rename = (title: string) => ask(amara, 'PATCH', `/api/statements/${named}`, { title });
    await measure('a new title, in a list', {
      event: 'statement.renamed',
      act: (time) => rename(`Renamed ${time}`),
      wanted: (time) => link(`Renamed ${time}`),
    });
    await visit(jomar, `/statements/${named}`);
    await measure('a new title, on its page', {
      event: 'statement.renamed',
      act: (time) => rename(`Once more ${time}`),
      wanted: (time) => ({ within: 'h1', words: `Once more ${time}` }),
    });

    const group = (await ask<{ items: Named[] }>(amara, 'GET', '/api/groups')).items[0]!.id;
    const membership = `/api/groups/${group}/membership`;
    const joined = link('Sunita Gurung');
    await visit(jomar, `/groups/${group}`);
    await measure('somebody who joins a group, on its page', {
      event: 'group.member-joined',
      prepare: async () => {
        await ask(sunita, 'DELETE', membership).catch(() => undefined);
        await drawn(jomar, { ...joined, gone: true });
      },
      act: () => ask(sunita, 'PUT', membership, { note: '' }),
      wanted: () => joined,
    });

    const kin = await find('organisations', 'Himal Kin');
    const become = (state: string) =>
      ask(amara, 'PUT', `/api/organisations/${kin}/state`, { state, reason: 'A drill.' });
    const suspended: Awaited = { within: 'main *', words: 'Suspended' };
    await visit(jomar, `/organisations/${kin}`);
    await measure('a suspension, on the page', {
      event: 'organisation.state-changed',
      prepare: async () => {
        await become('active');
        await drawn(jomar, { ...suspended, gone: true });
      },
      act: () => become('suspended'),
      wanted: () => suspended,
    });
    await become('active');

    const secret = await newStatement('For whom it is meant', { ownerKind: 'group', groupId: group });
    const grants = `/api/statements/${secret}/grants`;
    const subjectId = await find('people', 'Jomar');
    let grantId = '';
    await visit(jomar, '/statements');
    await measure('a right that is withdrawn, in a list', {
      event: 'statement.right-withdrawn',
      prepare: async () => {
        const given = { subjectKind: 'person', subjectId, right: 'read' };
        ({ grantId } = await ask<{ grantId: string }>(amara, 'PUT', grants, given));
        await drawn(jomar, link('For whom it is meant'));
      },
      act: () => ask(amara, 'DELETE', `${grants}/${grantId}`),
      wanted: () => ({ ...link('For whom it is meant'), gone: true }),
    });
    expect(late).toEqual([]);
  }, 900_000);
});
