import type { Browser } from 'playwright-core';
import { openBrowser, plenaryUrl } from '../harness/browser.js';
import { newStatement, open, person, says, write } from '../harness/people.js';

describe('how Plenary runs', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('is shown to a coordinator, in words and in figures that follow', async () => {
    const amara = await person(browser, 'amara');
    const id = await newStatement(amara, 'Counted', 'edit');
    await open(amara, id);
    await write(amara, 'These words are counted.');
    await says(amara, 'Saved');

    const page = await amara.context().newPage();
    await page.goto(`${plenaryUrl()}/account`);
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/operation'));
    await page.getByRole('link', { name: 'How Plenary runs' }).click();
    const { amiss } = (await (await answered).json()) as { amiss: string[] };
    // A machine with much else to do is late, and its coordinator is told so; nothing else is amiss here.
    expect(amiss.filter((each) => !['busy', 'saving'].includes(each))).toEqual([]);
    await page.getByText(amiss.length === 0 ? 'All is well.' : 'Something needs').waitFor();
    const fact = (name: string) => page.locator('dl > div', { hasText: name }).locator('dd').first();
    expect(Number(await fact('Connections').innerText())).toBeGreaterThan(0);
    expect(Number(await fact('Open texts').innerText())).toBeGreaterThan(0);
    expect(await fact('Words are saved within').innerText()).toMatch(/^\d+ ms$/);
  });

  it('is closed to everybody else, with a sentence', async () => {
    const noor = await person(browser, 'noor');
    await noor.goto(`${plenaryUrl()}/account`);
    await noor.locator('main h1').first().waitFor();
    expect(await noor.getByRole('link', { name: 'How Plenary runs' }).count()).toBe(0);
    await noor.goto(`${plenaryUrl()}/operation`);
    await noor.getByText('for the coalition’s coordinators').waitFor();
  });
});
