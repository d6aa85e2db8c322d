import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { readdirSync } from 'node:fs';
import { until } from '@plenary/ground/testing';
import { plenaryUrl, unkept } from './browser.js';

/** Everybody of the sample coalition has this one; it is shown at sign-in. */
export const demoPassword = 'resist-reclaim-realise';

export const addressOf = (given: string): string => `${given}@demo.plenary.example`;

/** Fills the form of the sign-in page, as a person would. */
export async function signInOn(page: Page, given: string): Promise<void> {
  await page.goto(`${plenaryUrl()}/statements`);
  await page.locator('input[type=email]').fill(addressOf(given));
  await page.locator('input[type=password]').fill(demoPassword);
  await page.locator('button[type=submit]').click();
  await isIn(page);
}

/** Opens the house, and signs in only if the server has forgotten this person: then the door has to show itself. */
export async function signInAgain(page: Page, given: string): Promise<void> {
  await page.goto(`${plenaryUrl()}/statements`);
  const status = await page.evaluate(() => fetch('/api/me').then((answer) => answer.status));
  if (status !== 401) return;
  await page.locator('input[type=password]').waitFor();
  await signInOn(page, given);
}

/** The door is behind this person. */
export async function isIn(page: Page): Promise<void> {
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  await page.locator('main h1').first().waitFor();
}

/** A device that keeps the application, so that it opens without a network. */
export const keeping: BrowserContextOptions = { serviceWorkers: 'allow' };

/**
 * A person on a device of their own, who is let in by a request: the form has stories of its own.
 */
export async function person(
  browser: Browser,
  given: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    ...unkept,
    ...options,
  });
  const data = { email: addressOf(given), password: demoPassword };
  const answer = await context.request.post(`${plenaryUrl()}/api/session`, {
    headers: { origin: plenaryUrl() },
    data,
  });
  if (!answer.ok()) throw new Error(`${given} is not let in: ${answer.status()} ${await answer.text()}`);
  const page = await context.newPage();
  await page.goto(`${plenaryUrl()}/statements`);
  await isIn(page);
  return page;
}

/** A request as the page itself would send it, with the page's cookie. */
export function ask<Answer>(page: Page, method: string, path: string, body?: object): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, content]) => {
      const answer = await fetch(address as string, {
        method: verb as string,
        headers: { 'content-type': 'application/json' },
        body: content ? JSON.stringify(content) : undefined,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${String(verb)} ${String(address)}: ${answer.status} ${text}`);
      return text === '' ? null : JSON.parse(text);
    },
    [method, path, body] as const,
  ) as Promise<Answer>;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}

/** The Forum statement of the sample coalition. */
export async function forumStatement(page: Page): Promise<string> {
  const { items } = await ask<Listed>(page, 'GET', '/api/statements?query=Forum');
  return items.find((each) => each.title.startsWith('Forum statement'))!.id;
}

/** A statement of one's own, so that stories do not write into each other's; answers its id. */
export async function newStatement(
  page: Page,
  title: string,
  everyone: 'read' | 'comment' | 'edit' | null,
): Promise<string> {
  const wanted = { title, ownerKind: 'coalition', language: 'en' };
  const { id } = await ask<{ id: string }>(page, 'POST', '/api/statements', wanted);
  if (everyone) {
    await ask(page, 'PUT', `/api/statements/${id}/grants`, { subjectKind: 'everyone', right: everyone });
  }
  return id;
}

/** Opens a statement and waits until its text can be read. */
export async function open(page: Page, statementId: string): Promise<void> {
  await page.goto(`${plenaryUrl()}/statements/${statementId}`);
  await isOpen(page);
}

/** Goes from one page of the house to a statement, as by a link: what is loaded already is not loaded anew. */
export async function goOnTo(page: Page, statementId: string): Promise<void> {
  const before = (await text(page).count()) > 0 ? await text(page).elementHandle() : null;
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/statements/${statementId}`);
  await before?.waitForElementState('hidden');
  await isOpen(page);
}

const isOpen = (page: Page): Promise<void> => appears(text(page));

/** Waits until something is to be seen; where it never is, tells what is there instead. */
export async function appears(place: Locator): Promise<void> {
  await place.waitFor().catch(async (late: Error) => {
    throw new Error(`${late.message}\nThe page shows: ${await shown(place.page())}`);
  });
}

/** What a person sees there, for a failure that happens on another machine. */
const shown = (page: Page) => page.evaluate(() => document.body.innerText).catch(() => 'nothing');

export const text = (page: Page) => page.locator('.statement-text');

/** Between two looks at a page: with no time between them, looking would take the processors from what is looked at. */
export const nextLook = (): Promise<void> => new Promise((next) => setTimeout(next, 50));

/** Waits until nothing can be typed on an open statement, without anybody doing anything there. */
export async function isClosed(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.statement-text')?.getAttribute('contenteditable') !== 'true',
  );
}

/** Waits until the page says this, and answers how long it took, in milliseconds. */
export async function says(page: Page, words: string, within = 15_000): Promise<number> {
  const start = Date.now();
  await page.locator(`[data-testid=save-state]:has-text("${words}")`).waitFor({ timeout: within });
  return Date.now() - start;
}

/** Waits until the text holds these words, wherever carets of others stand among them. */
export async function shows(page: Page, words: string, within = 15_000): Promise<void> {
  await page
    .waitForFunction(
      (wanted) => {
        const copy = document.querySelector('.statement-text')?.cloneNode(true) as HTMLElement | undefined;
        copy?.querySelectorAll('.caret, .paragraph-number').forEach((each) => each.remove());
        const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
        return plain(copy?.textContent ?? '').includes(plain(wanted));
      },
      words,
      { timeout: within },
    )
    .catch(async (late: Error) => {
      throw new Error(`${late.message}\nThe page shows: ${await shown(page)}`);
    });
}

/** What is written, without carets and margin numbers. */
export function written(page: Page): Promise<string> {
  return text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.caret, .paragraph-number').forEach((each) => each.remove());
    return [...copy.children].map((each) => each.textContent).join('\n');
  });
}

/** Puts the caret at the end of the text and types. */
export async function write(page: Page, words: string): Promise<void> {
  await text(page).locator('p').last().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/**
 * Waits until the worker has taken the application, with the words of all rooms in one language: those of rooms that were
 * not opened yet come last, one file after the other.
 */
export async function isKept(page: Page, language: string): Promise<void> {
  const files = readdirSync('dist/web/assets').filter((name) =>
    new RegExp(`^words-([a-z-]+-)?${language}-[\\w-]{8}\\.js$`).test(name),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await until(() =>
    page.evaluate(async (names) => {
      const kept = await Promise.all(names.map((name) => caches.match(`/assets/${name}`)));
      return kept.every((answer) => answer !== undefined);
    }, files),
  );
}
