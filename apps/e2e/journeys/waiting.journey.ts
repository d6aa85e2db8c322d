import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, plenaryUrl, unkept } from '../harness/browser.js';
import { ask, forumStatement, person } from '../harness/people.js';

/** Part of an address, so that a page gets everything but this. */
type Held = string;

describe('a page that waits', () => {
  let browser: Browser;
  let page: Page;
  let ids: Record<'group' | 'organisation' | 'statement', string>;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await person(browser, 'amara');
    const first = async (list: string) =>
      (await ask<{ items: { id: string }[] }>(page, 'GET', `/api/${list}`)).items[0]!.id;
    ids = {
      group: await first('groups'),
      organisation: await first('organisations'),
      statement: await forumStatement(page),
    };
  });
  afterAll(() => browser.close());

  const table = '[role=status][aria-label] table';
  const parts = '[role=status][aria-label] [class*=section]';
  it.each<[name: string, path: () => string, held: Held, shape: string]>([
    ['organisations', () => '/organisations', '/api/organisations', table],
    ['people', () => '/people', '/api/people', table],
    ['statements', () => '/statements', '/api/statements', table],
    ['activity', () => '/activity', '/api/activity', table],
    ['groups', () => '/groups', '/api/groups?', '[role=status][aria-label] [class*=groups]'],
    ['rights on a statement', () => `/statements/${ids.statement}/rights`, '/rights', table],
    ['who may do what', () => '/rights', '/api/rights', parts],
    ['a group', () => `/groups/${ids.group}`, '/api/groups/', parts],
    ['an organisation', () => `/organisations/${ids.organisation}`, '/api/organisations/', parts],
    ['settings', () => '/settings', '/api/coalition', parts],
    ['import', () => '/organisations/import', '/api/membership', parts],
  ])(
    'shows the shape of %s, and nothing that a reader hears but that it loads',
    async (_, path, held, shape) => {
      const context = await browser.newContext({
        ...unkept,
        storageState: await page.context().storageState(),
      });
      const waiting = await context.newPage();
      let letGo = () => {};
      const released = new Promise<void>((done) => (letGo = done));
      await waiting.route(
        (url) => (url.pathname + url.search).includes(held) && url.pathname.startsWith('/api/'),
        async (route) => {
          await released;
          await route.continue().catch(() => undefined);
        },
      );
      await waiting.goto(plenaryUrl() + path());
      await waiting.locator(shape).first().waitFor();
      await waiting.getByRole('status', { name: 'Loading' }).first().waitFor();
      const isForTheEye = (drawn: Element) => drawn.closest('[role=status] > [aria-hidden=true]') !== null;
      expect(await waiting.locator(shape).first().evaluate(isForTheEye)).toBe(true);
      expect(await accessibilityFindings(waiting)).toEqual([]);
      letGo();
      await waiting.waitForFunction(() => !document.querySelector('[role=status][aria-label]'));
      await waiting.locator('main h1').first().waitFor();
      await context.close();
    },
  );
});
