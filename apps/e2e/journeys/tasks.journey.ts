import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, plenaryUrl } from '../harness/browser.js';
import { ask, newStatement, open, person, says, shows, text, write } from '../harness/people.js';

const words = 'Nobody is sent back to danger.';
const title = 'Ask the crews for figures of this year';

const mark = (page: Page, name: RegExp | string) => page.getByRole('button', { name });

describe('tasks beside a statement', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('a lead makes one of a comment for somebody of another organisation, who finishes it on a phone; the lead sees it', async () => {
    const [chiara, rosa, jomar] = [
      await person(browser, 'chiara'),
      await person(browser, 'rosa-elena'),
      await person(browser, 'jomar', { ...phone }),
    ];
    const id = await newStatement(chiara, 'To be followed up', 'comment');
    await open(chiara, id);
    await write(chiara, words);
    await says(chiara, 'Saved');

    await open(rosa, id);
    await shows(rosa, words);
    await text(rosa).locator('p').first().click();
    await rosa.getByRole('button', { name: /^Comment on the selected words/ }).click();
    await rosa.getByLabel('Your comment').fill('Figures would help here.');
    await rosa.getByRole('button', { name: 'Send comment' }).click();
    await rosa.getByRole('button', { name: /^1 open thread at ¶1/ }).waitFor();
    const threads = rosa.getByRole('region', { name: 'Comments' });
    await threads.getByRole('button', { name: 'Make a task' }).click();
    const form = rosa.getByRole('dialog', { name: 'Add a task' });
    await form.getByText(words).waitFor();
    await rosa.keyboard.type(title);
    await form.getByLabel('People who do it').fill('Jomar');
    await form.getByRole('option', { name: /Jomar Dela Cruz/ }).click();
    expect(await accessibilityFindings(rosa)).toEqual([]);
    await form.getByRole('button', { name: 'Add a task' }).click();
    await form.waitFor({ state: 'detached' });
    // The thread tells of it, and so does the margin.
    await threads.getByRole('link', { name: title }).waitFor();
    await mark(rosa, '1 open task at ¶1').waitFor();

    // His organisation is in another group: the task is his all the same, and it alone.
    await jomar.goto(plenaryUrl());
    const row = jomar.locator('main li', { hasText: title });
    await row.getByText('Women in migration').waitFor();
    await row.getByText(words).waitFor();
    expect(await jomar.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await accessibilityFindings(jomar)).toEqual([]);
    await row.getByRole('button', { name: `“${title}” is done` }).tap();
    await row.waitFor({ state: 'detached' });

    // Nothing was loaded anew there.
    await mark(rosa, 'The task at ¶1 is done').waitFor();
    await mark(rosa, 'The task at ¶1 is done').click();
    const shown = rosa.getByRole('dialog', { name: 'Tasks at ¶1' });
    await shown.getByText('Jomar Dela Cruz').waitFor();
    expect(await accessibilityFindings(rosa)).toEqual([]);
    const { items } = await ask<{ items: readonly { state: string }[] }>(
      ...([rosa, 'GET', `/api/statements/${id}/tasks`] as const),
    );
    expect(items.map(({ state }) => state)).toEqual(['done']);
  });
});
