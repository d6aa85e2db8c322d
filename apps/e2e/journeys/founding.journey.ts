import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type BuiltServer } from '@plenary/ground/testing';
import { coalitionList, csvOf, plantedErrors, withPlantedErrors } from '@plenary/arrivals/testing';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, unkept } from '../harness/browser.js';

const password = 'a long and quiet sentence';

describe('a coalition is founded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-lists-'));
  let server: BuiltServer;
  let browser: Browser;
  let nadia: Page;

  beforeAll(async () => {
    server = await startServer({ args: ['--empty'], env: { MAILBOX: 'open' } });
    browser = await openBrowser();
    nadia = await (await browser.newContext({ ...unkept, viewport: { width: 1280, height: 900 } })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    server?.forget();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = (page: Page, name: string, words: string) => page.locator(`input[name=${name}]`).fill(words);
  const submit = (page: Page) => page.locator('button[type=submit]').click();
  const heading = (page: Page, words: string) =>
    page.getByRole('heading', { level: 1, name: words }).waitFor({ timeout: 15_000 });
  const list = (name: string, rows: string[][]) => {
    const file = join(folder, name);
    writeFileSync(file, csvOf(rows, ';'));
    return file;
  };
  const fileOf = (page: Page) => page.locator('input[type=file]');

  /** Opens the newest e-mail on a phone of their own, and joins by it. */
  async function joinsInSpanish(name: string, organisation: string): Promise<void> {
    const context = await browser.newContext({ ...phone, ...unkept, locale: 'es-CO' });
    const page = await context.newPage();
    await page.goto(`${server.url}/mailbox`);
    await page
      .getByRole('heading', { name: new RegExp(`invitación para actuar por ${organisation}`) })
      .waitFor();
    await page.locator('article a').first().click();
    await heading(page, `Actúe por ${organisation}`);
    expect(await accessibilityFindings(page)).toEqual([]);
    await fill(page, 'displayName', name);
    await fill(page, 'password', password);
    await submit(page);
    await page.locator('nav').waitFor();
    await page.goto(`${server.url}/account`);
    await page.getByRole('link', { name: organisation }).waitFor();
    await context.close();
  }

  it('from the address that the terminal printed, by whoever reads it', async () => {
    const [, path] = /(\/set-up#\S+)/.exec(server.log())!;
    await nadia.goto(server.url);
    await nadia.getByText('No coalition is set up here yet.').waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
    await nadia.goto(server.url + path);
    await heading(nadia, 'Set up your coalition');
    expect(await accessibilityFindings(nadia)).toEqual([]);
    expect(nadia.url()).not.toContain('#');
    await fill(nadia, 'name', 'Open Harbours');
    await fill(nadia, 'displayName', 'Nadia Benali');
    await fill(nadia, 'email', 'nadia@example.org');
    await nadia.locator('input[type=file]').setInputFiles('apps/web/public/icon-192.png');
    await fill(nadia, 'password', password);
    await submit(nadia);
    // Whoever has just chosen a password is in, in the coalition's own colours.
    await heading(nadia, 'Organisations');
    await nadia.locator('header').getByText('Open Harbours', { exact: true }).waitFor();
    await nadia.locator('header img').waitFor();
    const stranger = await (await browser.newContext(unkept)).newPage();
    await stranger.goto(server.url + path);
    await stranger.getByText('has been set up already').waitFor();
    await stranger.context().close();
  });

  it('its list of 200 organisations and 600 people, with ten errors in it, is taken once they are corrected', async () => {
    await nadia.getByRole('link', { name: 'Import and export' }).click();
    await heading(nadia, 'Import and export');
    await fileOf(nadia).setInputFiles(list('first.csv', withPlantedErrors(coalitionList())));
    await nadia.getByRole('heading', { name: 'Errors: 10' }).waitFor();
    const shown = await nadia.locator('section:has(h2:has-text("Errors")) tbody tr').allInnerTexts();
    expect(shown.map((row) => Number(/^\s*(\d+)/.exec(row)![1]))).toEqual(
      plantedErrors.map(([line]) => line),
    );
    expect(await nadia.getByRole('button', { name: 'Import the list' }).count()).toBe(0);
    expect(await accessibilityFindings(nadia)).toEqual([]);
    await fileOf(nadia).setInputFiles(list('second.csv', coalitionList()));
    await nadia.getByText('Organisations added: 200').waitFor();
    await nadia.getByText('People who get an account: 600').waitFor();
    await nadia.getByRole('button', { name: 'Import the list' }).click();
    await nadia.getByText('People who got an account: 600').waitFor();
    await nadia.getByRole('link', { name: 'Organisations' }).first().click();
    await heading(nadia, 'Organisations');
    await nadia.getByRole('link', { name: 'Organización 001' }).waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
    // The same list again changes nothing.
    await nadia.getByRole('link', { name: 'Import and export' }).click();
    await fileOf(nadia).setInputFiles(list('again.csv', coalitionList()));
    await nadia.getByText('Everything in this list is here already.').waitFor();
  });

  it('sees who has not come yet, and writes to two of them again', async () => {
    await nadia.goto(`${server.url}/people?query=persona%20003`);
    await nadia.getByRole('combobox', { name: 'First sign-in' }).selectOption('awaited');
    await nadia.getByRole('link', { name: 'Persona 003-1' }).waitFor();
    await nadia.locator('tbody').getByText('has not signed in yet').first().waitFor();
    for (const name of ['Persona 003-1', 'Persona 003-2']) {
      await nadia.getByRole('checkbox', { name: new RegExp(name) }).check();
    }
    await nadia.getByRole('button', { name: 'Send another e-mail' }).click();
    const dialog = nadia.locator('dialog[open]');
    await dialog
      .getByRole('heading', { name: 'Send an e-mail to 2 people who have not signed in yet?' })
      .waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send the e-mails' }).click();
    await nadia.getByText('2 e-mails are on their way.').waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
  });

  it('invites a colleague by e-mail, who joins on a phone in Spanish', async () => {
    await nadia.goto(`${server.url}/organisations?query=organizacion%20007`);
    await nadia.getByRole('link', { name: 'Organización 007' }).click();
    await heading(nadia, 'Organización 007');
    await nadia.getByRole('button', { name: 'Invite' }).click();
    await fill(nadia, 'email', 'lucia@people.example');
    await nadia.getByLabel('Language of the e-mail').selectOption('es');
    await nadia.locator('dialog button[type=submit]').click();
    await nadia.getByText('An e-mail to lucia@people.example').waitFor();
    await nadia.getByRole('button', { name: 'Close' }).first().click();

    await joinsInSpanish('Lucía Ortega', 'Organización 007');
    await nadia.reload();
    await nadia.getByRole('link', { name: 'Lucía Ortega' }).waitFor();
    await nadia.getByText(/used/).first().waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
  });

  it('an organisation applies, is vetted and accepted; its applicant invites a colleague, who joins in Spanish', async () => {
    await nadia.goto(`${server.url}/organisations/applications`);
    await heading(nadia, 'Applications');
    await nadia.getByLabel('Organisations may apply by the public form').click();
    await nadia.getByText('Saved').first().waitFor();
    const context = await browser.newContext({ ...phone, ...unkept, locale: 'fr-FR' });
    const yasmine = await context.newPage();
    await yasmine.goto(`${server.url}/apply`);
    await heading(yasmine, 'Demander à rejoindre');
    expect(await accessibilityFindings(yasmine)).toEqual([]);
    await fill(yasmine, 'name', 'Ponts sur la mer');
    await yasmine.locator('select[name=country]').selectOption('TN');
    await yasmine.locator('select[name=region]').selectOption('africa');
    await yasmine.locator('select[name=constituency]').selectOption('youth');
    await fill(yasmine, 'person', 'Yasmine');
    await fill(yasmine, 'email', 'yasmine@people.example');
    await yasmine.locator('textarea[name=note]').fill('Nous écrivons ensemble.');
    await submit(yasmine);
    await heading(yasmine, 'Consultez vos courriels');
    await yasmine.goto(`${server.url}/mailbox`);
    await yasmine.locator('article a').first().click();
    await heading(yasmine, 'Confirmez la candidature');
    await submit(yasmine);
    await heading(yasmine, 'La candidature est arrivée');

    await nadia.reload();
    await nadia.getByRole('heading', { name: 'Ponts sur la mer' }).waitFor();
    await nadia.getByLabel('Note for the other coordinators').fill('We know them from Tunis.');
    await nadia.getByRole('button', { name: 'I am for it' }).click();
    await nadia.getByText('We know them from Tunis.').first().waitFor();
    expect(await accessibilityFindings(nadia)).toEqual([]);
    await nadia.getByRole('button', { name: 'Accept', exact: true }).click();
    expect(await accessibilityFindings(nadia)).toEqual([]);
    await nadia.locator('dialog[open]').getByRole('button', { name: 'Accept', exact: true }).click();
    await nadia.getByText('No application is waiting').waitFor();

    await yasmine.goto(`${server.url}/mailbox`);
    await yasmine.locator('article a').first().click();
    await heading(yasmine, 'Agir pour Ponts sur la mer');
    await fill(yasmine, 'displayName', 'Yasmine');
    await fill(yasmine, 'password', password);
    await submit(yasmine);
    await yasmine.locator('nav').waitFor();
    await yasmine.goto(`${server.url}/organisations?query=ponts`);
    await yasmine.getByRole('link', { name: 'Ponts sur la mer' }).click();
    await heading(yasmine, 'Ponts sur la mer');
    await yasmine.getByRole('button', { name: 'Inviter' }).click();
    await fill(yasmine, 'email', 'pilar@people.example');
    await yasmine.getByLabel('Langue du courriel').selectOption('es');
    await yasmine.locator('dialog button[type=submit]').click();
    await yasmine.getByText('Un courriel part vers pilar@people.example').waitFor();
    await joinsInSpanish('Pilar Quiroga', 'Ponts sur la mer');
    await yasmine.reload();
    await yasmine.getByRole('link', { name: 'Pilar Quiroga' }).waitFor();
    await context.close();
  });

  it('a forgotten password is chosen anew by an e-mail, and the old one is worth nothing', async () => {
    const context = await browser.newContext(unkept);
    const page = await context.newPage();
    await page.goto(`${server.url}/`);
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await heading(page, 'A new password');
    await fill(page, 'email', 'lucia@people.example');
    await submit(page);
    await heading(page, 'Check your e-mail');
    await page.getByRole('link', { name: 'Read them here' }).click();
    await page.getByRole('heading', { name: 'Elija una contraseña nueva' }).waitFor();
    await page.locator('article a').first().click();
    await heading(page, 'Choose a new password');
    await fill(page, 'password', 'another quiet sentence');
    await submit(page);
    await heading(page, 'Your password is set');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fill(page, 'email', 'lucia@people.example');
    await fill(page, 'password', password);
    await submit(page);
    await page.getByText('do not match').waitFor();
    await fill(page, 'password', 'another quiet sentence');
    await submit(page);
    await page.locator('nav').waitFor();
    await context.close();
  });
});
