import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, plenaryUrl } from '../harness/browser.js';
import { isIn, newStatement, open, person, says, text, write } from '../harness/people.js';

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

  it('says in a sentence what is wrong with an empty title', async () => {
    const page = await person(browser, 'amara');
    await page.getByRole('button', { name: 'Begin statement' }).click();
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.locator('dialog [role=alert], dialog .mantine-TextInput-error').first().waitFor();
    await page.locator('dialog input').first().fill('A statement begun in the browser');
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await text(page).waitFor();
    await write(page, 'Its first words.');
    await says(page, 'Saved');
  });

  it('tells a reader that this person reads, and takes no letter', async () => {
    const amara = await person(browser, 'amara');
    const id = await newStatement(amara, 'To be read', null);
    await open(amara, id);
    await write(amara, 'Only to be read.');
    await says(amara, 'Saved');
    const noor = await person(browser, 'noor');
    await open(noor, id);
    expect(await text(noor).getAttribute('contenteditable')).toBe('false');
    await noor.getByText('You read this statement').waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'has no barrier that axe can find, in the %s theme',
    async (colorScheme) => {
      const page = await person(browser, 'amara', { colorScheme });
      const findings: Record<string, unknown> = {};
      const look = async (name: string) => {
        const found = await accessibilityFindings(page);
        if (found.length > 0) findings[name] = found;
      };
      for (const path of ['', 'statements', 'organisations', 'people', 'groups', 'account', 'operation']) {
        await page.goto(`${plenaryUrl()}/${path}`);
        await page.locator('main h1').first().waitFor();
        await settle(page);
        await look(`/${path}`);
      }
      const id = await newStatement(page, `Looked at in ${colorScheme}`, 'edit');
      await open(page, id);
      await write(page, 'A paragraph.');
      await says(page, 'Saved');
      await look('statement');
      await page.goto(`${plenaryUrl()}/statements/${id}/rights`);
      await page.getByRole('table').waitFor();
      await look('rights');
      expect(findings).toEqual({});
    },
  );
});

/** Lists have arrived: nothing says that it is loading. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[role=status][aria-label]'));
}
