import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, countFetched, openBrowser, plenaryUrl, unkept } from '../harness/browser.js';
import { linesInSight } from '../harness/lines.js';
import { savingDoor } from '../harness/saving-door.js';
import {
  addressOf,
  demoPassword,
  forumStatement,
  isIn,
  newStatement,
  open,
  person,
  says,
  text,
  write,
} from '../harness/people.js';

/**
 * What may travel, compressed and with headers, to a browser that has never been here: on the sign-in page, for a
 * statement besides, and afterwards, for the worker that keeps the application.
 */
const budget = {
  door: { kilobytes: 230, requests: 20 },
  // Whoever came to the door in Arabic has not had the Latin serif yet (22 KB), in which this statement is written.
  statement: { kilobytes: { en: 180, ar: 203 } },
  kept: { kilobytes: 600 },
};

describe('a first visit', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('finds the demo sign-ins, signs in with one click, and is told that it is a demonstration', async () => {
    const page = await browser.newPage();
    await page.goto(plenaryUrl());
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /Amara/ }).click();
    await isIn(page);
    await page.getByText('Organisations and people are invented').first().waitFor();
  });

  // Each reads the house in the language in which they come to the door.
  it.each([
    ['en', 'amara'],
    ['ar', 'mariam'],
  ] as const)('costs little on a poor line, in %s', async (locale, given) => {
    const forum = await forumStatement(await person(browser, 'amara'));
    const context = await browser.newContext({ locale, serviceWorkers: 'block' });
    const page = await context.newPage();
    const fetched = await countFetched(page);
    const atRest = async () => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return fetched();
    };
    await page.goto(plenaryUrl());
    await page.locator('input[type=password]').waitFor();
    const door = await atRest();
    await page.goto(`${plenaryUrl()}/statements/${forum}`);
    await page.locator('input[type=email]').fill(addressOf(given));
    await page.locator('input[type=password]').fill(demoPassword);
    await page.locator('button[type=submit]').click();
    await text(page).waitFor();
    const statement = await atRest();
    expect(door.kilobytes).toBeLessThanOrEqual(budget.door.kilobytes);
    expect(door.requests).toBeLessThanOrEqual(budget.door.requests);
    expect(statement.kilobytes).toBeLessThanOrEqual(budget.statement.kilobytes[locale]);
    await context.close();
  });

  it('keeps the rest of the application once nothing else is going on', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(plenaryUrl());
    await page.locator('input[type=password]').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const worker = context.serviceWorkers()[0]!;
    const bytes = await worker.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .reduce((sum, each) => sum + (each as PerformanceResourceTiming).transferSize, 0),
    );
    expect(bytes / 1_024).toBeLessThanOrEqual(budget.kept.kilobytes);
    await context.close();
  });

  it.each([true, false])('keeps only what was opened for who saves data: %s', async (saves) => {
    const door = await savingDoor(saves);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(door.url);
    await page.locator('input[type=password]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // A later visit asks the worker for what it used: by then it has kept what the first one opened.
    await page.reload();
    await page.locator('input[type=password]').waitFor();
    await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
    const unopened = await page.evaluate(async () => {
      const opened = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const kept: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
      return kept.filter((path) => path.startsWith('/assets/') && !opened.includes(path));
    });
    if (saves) expect(unopened).toEqual([]);
    else expect(unopened.some((path) => path.includes('StatementPage'))).toBe(true);
    await context.close();
    await door.close();
  });

  it('says in a sentence what is wrong with an empty title', async () => {
    const page = await person(browser, 'amara');
    await page.getByRole('button', { name: 'Begin a statement' }).click();
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.locator('dialog [role=alert], dialog .mantine-TextInput-error').first().waitFor();
    await page.locator('dialog input').first().fill('A statement begun in the browser');
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await text(page).waitFor();
    await write(page, 'Its first words.');
    await says(page, 'Saved');
  });

  it('tells a reader that this person reads, and takes no character', async () => {
    const amara = await person(browser, 'amara');
    const id = await newStatement(amara, 'To be read', null);
    await open(amara, id);
    await write(amara, 'Only to be read.');
    await says(amara, 'Saved');
    const noor = await person(browser, 'noor');
    await open(noor, id);
    expect(await text(noor).getAttribute('contenteditable')).toBe('false');
    await noor.getByText('Read only').waitFor();
    expect(await noor.getByRole('alert').count()).toBe(0);
  });

  it('opens a statement at its words, on a laptop and far magnified', async () => {
    const page = await person(browser, 'amara', { viewport: { width: 1280, height: 720 } });
    const forum = await forumStatement(page);
    await open(page, forum);
    expect(await linesInSight(page)).toBeGreaterThanOrEqual(12);
    // 1280 × 720 at 400 %: nothing stays in the way, nothing is to be scrolled sideways.
    await page.setViewportSize({ width: 320, height: 180 });
    await text(page).locator('p').first().scrollIntoViewIfNeeded();
    expect(await linesInSight(page)).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`${plenaryUrl()}/statements/${crypto.randomUUID()}`);
    await page.getByRole('heading', { name: 'This statement is not here' }).waitFor();
    await page.getByRole('link', { name: 'All statements' }).click();
    await page.getByRole('heading', { name: 'Statements' }).waitFor();
  });

  it('is written by keyboard alone: to the text, a list in it, its tools, and out again', async () => {
    const page = await person(browser, 'amara');
    await open(page, await newStatement(page, 'By keyboard', 'edit'));
    const { keyboard } = page;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const isInText = () => page.evaluate(() => document.activeElement?.matches('.statement-text') ?? false);
    await page.locator('#content').focus();
    await keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the text');
    await keyboard.press('Enter');
    await keyboard.type('- First');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.type('Deeper');
    await text(page).locator('[data-style=bullet][data-indent="1"]', { hasText: 'Deeper' }).waitFor();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    expect(await isInText()).toBe(false);
    // The tools are one stop: arrows go on from tool to tool.
    await page.waitForFunction(() => document.activeElement?.closest('[role=toolbar]'));
    await keyboard.press('Home');
    await keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold');
    await keyboard.press('Tab');
    expect(await isInText()).toBe(true);
    await keyboard.press('Escape');
    await page.getByText('Tab now leaves the text').waitFor();
    await keyboard.press('Tab');
    expect(await isInText()).toBe(false);
    expect(await text(page).locator('[data-indent="0"]', { hasText: 'Deeper' }).count()).toBe(1);
  });

  it('goes from the door to a list, to who may do what, and out again by keyboard alone', async () => {
    const page = await (
      await browser.newContext({ ...unkept, viewport: { width: 1280, height: 720 } })
    ).newPage();
    await page.goto(plenaryUrl());
    await page.locator('input[type=password]').waitFor();
    await tabTo(page, 'input[type=email]');
    await page.keyboard.type(addressOf('amara'));
    await tabTo(page, 'input[type=password]');
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await isIn(page);
    // The first stop leads past the frame.
    await page.reload();
    await page.locator('main h1').first().waitFor();
    await tabTo(page, 'a[href="#content"]');
    await page.keyboard.press('Enter');
    await page.locator('#content:focus').waitFor();
    await follow(page, 'nav a[href="/organisations"]');
    await tabTo(page, 'input[type=search]');
    await page.keyboard.type('Sampaguita');
    await page.getByText('1 organisation', { exact: true }).waitFor();
    await follow(page, 'a[href="/account"]');
    await follow(page, 'a[href^="/rights"]');
    await tabTo(page, '[role=combobox]');
    await page.keyboard.type('penhold');
    await page.getByRole('option', { name: /^Penholders/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rights?about=roles&id=penholder');
    await page.getByRole('heading', { name: 'Their statements' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await follow(page, 'a[href="/account"]');
    await tabTo(page, 'role=button[name="Sign out"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'One text, many voices' }).waitFor();
    await page.context().close();
  });

  it('has no barrier that axe can find, in the light theme and in the dark one', async () => {
    const page = await person(browser, 'amara', { colorScheme: 'light' });
    const findings: Record<string, unknown> = {};
    const look = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
        const found = await accessibilityFindings(page);
        if (found.length > 0) findings[`${name}, ${colorScheme}`] = found;
      }
    };
    for (const path of ['', 'statements', 'organisations', 'people', 'groups', 'account', 'operation']) {
      await page.goto(`${plenaryUrl()}/${path}`);
      await page.locator('main h1').first().waitFor();
      await settle(page);
      await look(`/${path}`);
    }
    const id = await newStatement(page, 'Looked at', 'edit');
    await open(page, id);
    await write(page, 'A paragraph.');
    await says(page, 'Saved');
    await look('statement');
    await page.goto(`${plenaryUrl()}/statements/${id}/rights`);
    await page.getByRole('table').waitFor();
    await look('rights');
    expect(findings).toEqual({});
  });
});

/** Goes on with Tab until this has the focus, which is to be seen there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  await wanted.waitFor({ state: 'attached' });
  for (let stops = 0; stops < 150; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      expect(await wanted.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by Tab`);
}

/** Opens what a link leads to, and arrives at its heading, also where that is put in the place of another. */
async function follow(page: Page, link: string): Promise<void> {
  const before = page.url();
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
  await page.locator('#content h1:focus').waitFor();
}

/** Lists have arrived: nothing says that it is loading. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label]'));
}
