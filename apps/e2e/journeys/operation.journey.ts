import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { databaseOf } from '@plenary/organisations/testing';
import { openBrowser, plenaryFolder, plenaryUrl } from '../harness/browser.js';
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

  it('names news that was not told, and a coordinator has it told again', async () => {
    const database = new Client(databaseOf({ dataDir: plenaryFolder() }).address);
    await database.connect();
    await database.query(
      `WITH e AS (INSERT INTO event_log (name, subject_kind, subject_id, payload, audience, at)
         VALUES ('door.knocked', 'door', '1', '{}', '{"kind":"nobody"}', now()) RETURNING id)
       INSERT INTO outbox (event_id, due_at, attempts, dead_at, reason)
       SELECT id, now(), 12, now(), 'TypeError' FROM e`,
    );
    await database.end();
    const amara = await person(browser, 'amara');
    await amara.goto(`${plenaryUrl()}/operation`);
    await amara.getByText('has failed again and again').waitFor();
    const line = amara.locator('li', { hasText: 'door.knocked' });
    await line.getByText('tried 12 times').waitFor();
    await line.getByRole('button', { name: 'Try again' }).click();
    await amara.getByText('Everything that should follow from changes has followed.').waitFor();
    expect(await line.count()).toBe(0);
  });

  it('words are counted in the list of statements', async () => {
    const amara = await person(browser, 'amara');
    const id = await newStatement(amara, 'Three words long', 'edit');
    await open(amara, id);
    await write(amara, 'We are here');
    await says(amara, 'Saved');
    const list = await amara.context().newPage();
    const counted = async () => {
      await list.goto(`${plenaryUrl()}/statements`);
      const row = list.locator('tr', { hasText: 'Three words long' });
      await row.waitFor();
      return (await row.innerText()).split(/\s+/).includes('3');
    };
    while (!(await counted()));
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
