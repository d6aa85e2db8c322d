import type { Browser, Page } from 'playwright-core';
import {
  accessibilityFindings,
  forward,
  openBrowser,
  phone,
  plenaryUrl,
  unkept,
} from '../harness/browser.js';
import { addressOf, ask, demoPassword, forumStatement, open, person } from '../harness/people.js';

describe('a coordinator manages the coalition', () => {
  let browser: Browser;
  let amara: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
  });
  afterAll(async () => {
    // The other journeys' people sign in with a password alone, however this one ended.
    await ask(amara, 'PATCH', '/api/coalition', { secondFactorRoles: [] });
    await browser?.close();
  });

  const heading = (page: Page, words: string) =>
    page.getByRole('heading', { level: 1, name: words }).waitFor({ timeout: 15_000 });
  const inDialog = (page: Page, name: string) =>
    page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();

  it('makes a closed group, which a member asks to join on a phone, and takes them in', async () => {
    await amara.goto(`${plenaryUrl()}/groups`);
    await amara.getByRole('button', { name: 'New group' }).click();
    await amara.locator('dialog[open] input[name=name]').fill('Detention watch');
    await amara.locator('dialog[open] select[name=access]').selectOption('closed');
    expect(await accessibilityFindings(amara)).toEqual([]);
    await inDialog(amara, 'Save changes');
    await heading(amara, 'Detention watch');
    const address = amara.url();

    const mele = await person(browser, 'mele', phone);
    await mele.goto(address);
    await mele.getByRole('button', { name: 'Ask to join' }).click();
    await mele.locator('dialog[open] textarea').fill('I visit two centres.');
    await inDialog(mele, 'Ask to join');
    await mele.getByRole('button', { name: 'Withdraw my request' }).waitFor();
    expect(await accessibilityFindings(mele)).toEqual([]);

    // She has the group before her: who asks is there without her doing anything.
    await amara.getByText('I visit two centres.').waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.getByRole('button', { name: /^Accept .+/ }).click();
    await amara.getByRole('heading', { name: '1 member', exact: true }).waitFor();
    await mele.getByRole('button', { name: 'Leave the group' }).waitFor();
    await mele.context().close();
  });

  it('gives a mandate, sets a logo, and reads both in the activity', async () => {
    await amara.goto(`${plenaryUrl()}/organisations?query=cedar`);
    await amara.getByRole('link', { name: /Cedar/ }).click();
    await amara.getByRole('button', { name: 'Give a mandate' }).click();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.locator('dialog[open] select[name=kind]').selectOption('sign');
    await inDialog(amara, 'Give a mandate');
    await amara.getByRole('button', { name: /^End the mandate of/ }).waitFor();
    await amara.locator('input[type=file]').setInputFiles('apps/web/public/icon-192.png');
    await amara.getByRole('img', { name: /^Logo of Cedar/ }).waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);

    await amara.goto(`${plenaryUrl()}/account`);
    await amara.getByRole('link', { name: 'Activity' }).click();
    await heading(amara, 'Activity');
    await amara
      .getByRole('rowheader', { name: /Mandate given/ })
      .first()
      .waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.getByLabel('What').selectOption('group.created');
    await amara.getByRole('link', { name: 'Detention watch' }).first().waitFor();
  });

  it('reads the activity of a statement beside its text, once it is asked for', async () => {
    // Loaded anew, so that no page before it has brought the words of the panel.
    await open(amara, await forumStatement(amara));
    await amara.getByRole('button', { name: 'Activity', expanded: false }).click();
    await amara.getByRole('region', { name: 'Activity' }).getByRole('listitem').first().waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
  });

  it('has given a mandate that ends at its minute: on the page that is open, and on record', async () => {
    const minute = 60_000;
    await amara.goto(`${plenaryUrl()}/organisations?query=cedar`);
    await amara.getByRole('link', { name: /Cedar/ }).click();
    await heading(amara, 'Cedar');
    const path = `/api${new URL(amara.url()).pathname}`;
    const { people } = await ask<{ people: { personId: string }[] }>(amara, 'GET', path);
    const until = (Math.floor((await forward(0)) / minute) + 2) * minute;
    await ask(amara, 'POST', `${path}/mandates`, {
      ...{ personId: people[0]!.personId, kind: 'vote', alternate: false },
      until: new Date(until).toISOString(),
    });
    const line = amara.getByRole('listitem').filter({ hasText: 'Vote' });
    const end = line.getByRole('button', { name: /^End the mandate of/ });
    await end.waitFor();
    // A quarter of a minute before, it holds.
    await forward(until - (await forward(0)) - 15_000);
    const state = async () =>
      (await ask<{ items: { kind: string; state: string }[] }>(amara, 'GET', `${path}/mandates`)).items.find(
        ({ kind }) => kind === 'vote',
      )!.state;
    expect(await state()).toBe('holds');
    await forward(15_000);
    expect(await state()).toBe('over');
    await end.waitFor({ state: 'detached' });
    await line.getByText('over').waitFor();
    await amara.goto(`${plenaryUrl()}/activity`);
    await amara
      .getByRole('rowheader', { name: /^Mandate of .+ ended/ })
      .first()
      .waitFor();
  });

  it('suspends three organisations at once and takes it back; gives a role to several on a phone', async () => {
    const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });
    const states = async (names: readonly string[]) => {
      const { items } = await ask<{ items: { name: string; state: string }[] }>(
        amara,
        'GET',
        '/api/organisations?limit=200',
      );
      return items.filter(({ name }) => names.includes(name)).map(({ state }) => state);
    };
    await amara.goto(`${plenaryUrl()}/organisations`);
    const rows = amara.locator('tbody input[type=checkbox]');
    await rows.nth(1).check();
    await rows.nth(3).click({ modifiers: ['Shift'] });
    const bar = amara.getByRole('region', { name: 'Selection' });
    await bar.getByText('3 selected').waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await bar.getByRole('button', { name: 'Suspend' }).click();
    const names = await amara.locator('dialog[open] li').allTextContents();
    expect(names).toHaveLength(3);
    expect(await accessibilityFindings(amara)).toEqual([]);
    await inDialog(amara, 'Suspend');
    await amara.locator('dialog[open] [role=alert]').getByText('Write the reason').waitFor();
    await amara.locator('dialog[open] textarea').fill('No answer since March.');
    await inDialog(amara, 'Suspend');
    await amara.getByText('3 organisations are suspended.').waitFor();
    expect(await states(names)).toEqual(['suspended', 'suspended', 'suspended']);
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.getByRole('button', { name: 'Undo' }).click();
    await amara.getByText('Undone: 3 are as before.').waitFor();
    expect(await states(names)).toEqual(['active', 'active', 'active']);

    const small = await person(browser, 'amara', phone);
    await small.goto(`${plenaryUrl()}/people`);
    await small.getByRole('button', { name: 'Filters' }).click();
    await small.getByRole('combobox', { name: 'Role for the organisation' }).selectOption('member');
    await small.getByRole('combobox', { name: 'Region' }).selectOption('africa');
    await small.getByRole('button', { name: 'Filters (2)' }).click();
    await small.waitForURL(/actsAs=member/);
    await box(small, 'Select all shown').check();
    const chosen = await small.locator('tbody input:checked').count();
    expect(chosen).toBeGreaterThan(1);
    expect(await accessibilityFindings(small)).toEqual([]);
    await small.getByRole('button', { name: 'Give a role' }).click();
    await small.locator('dialog[open] select').selectOption('translator');
    expect(await accessibilityFindings(small)).toEqual([]);
    await inDialog(small, 'Give the role');
    await small.getByText(/^Role given to \d+ people: Translator\.$/).waitFor();
    await small.getByRole('button', { name: 'Undo' }).click();
    await small.getByText(/^Undone: \d+ are as before\.$/).waitFor();
    await small.context().close();
  });

  it('brings in a membership list as it is, takes the rest home, and takes it back', async () => {
    await amara.goto(`${plenaryUrl()}/organisations/import`);
    await heading(amara, 'Import and export');
    const field = (name: string) => amara.getByRole('combobox', { name });
    await amara.locator('input[type=file]').setInputFiles('apps/e2e/fixtures/membership-list.csv');
    // A title above, `sep=;`, given and family names apart: all of it is read as it stands.
    await amara.getByText('Organisations added: 42', { exact: true }).waitFor();
    for (const [head, chosen] of [
      ['Organisation name', 'organisation'],
      ['First name', 'givenName'],
      ['Last name', 'familyName'],
    ] as const)
      expect(await field(head).inputValue()).toBe(chosen);
    await amara.getByRole('heading', { name: 'Errors: 6' }).waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    // Four lines name no country, which is said once; of one name in three countries the first is taken.
    await field('Region').selectOption({ label: 'Europe' });
    await amara.getByRole('button', { name: /^Import the correct lines/ }).click();
    await amara.getByRole('heading', { name: 'The list is imported.' }).waitFor();
    await amara.getByText('Lines left out: 6', { exact: true }).waitFor();
    await amara.getByText('People who got an account: 10', { exact: true }).waitFor();
    const rest = amara.getByRole('link', { name: 'Download the lines that were left out' });
    const [download] = await Promise.all([amara.waitForEvent('download'), rest.click()]);
    expect(download.suggestedFilename()).toBe('rest.csv');
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.goto(`${plenaryUrl()}/organisations?query=Alliance%20Sud`);
    await amara.getByRole('link', { name: 'Alliance Sud' }).click();
    await amara.getByText('Reto Baumann').waitFor();

    // The page finds it again, and takes it back.
    await amara.goto(`${plenaryUrl()}/organisations/import`);
    await amara.getByRole('button', { name: 'Undo the import' }).click();
    await amara.getByRole('heading', { name: 'The import is undone.' }).waitFor();
    await amara.goto(`${plenaryUrl()}/organisations?query=Alliance%20Sud`);
    await amara.getByText('No organisation matches').waitFor();
  });

  it('keeps a filtered list with columns of their own, and settles what holds for everybody', async () => {
    await amara.goto(`${plenaryUrl()}/organisations`);
    await amara.getByRole('combobox', { name: 'Languages' }).selectOption('ar');
    await amara.getByText('Columns').click();
    await amara.getByRole('checkbox', { name: 'State' }).check();
    await amara.getByRole('columnheader', { name: 'State' }).waitFor();
    await amara.getByRole('button', { name: 'Save this list' }).click();
    await amara.locator('dialog[open] input').fill('In Arabic');
    await inDialog(amara, 'Save changes');
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.goto(`${plenaryUrl()}/organisations`);
    await amara.getByRole('button', { name: 'In Arabic', exact: true }).click();
    await amara.getByRole('columnheader', { name: 'State' }).waitFor();
    await amara.getByRole('button', { name: 'Remove the list In Arabic' }).click();

    await amara.getByRole('link', { name: 'Settings of the coalition' }).click();
    await heading(amara, 'Settings of the coalition');
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.getByLabel('Observer').check();
    await amara.getByText('Saved').first().waitFor();
    const henrik = await (await browser.newContext({ ...phone, ...unkept })).newPage();
    await henrik.goto(plenaryUrl());
    await henrik.locator('input[name=email]').fill(addressOf('henrik'));
    await henrik.locator('input[name=password]').fill(demoPassword);
    await henrik.locator('main form button[type=submit]').first().click();
    await heading(henrik, 'One more thing');
    expect(await accessibilityFindings(henrik)).toEqual([]);
    await amara.getByLabel('Observer').uncheck();
    await henrik.context().close();
  });
});
