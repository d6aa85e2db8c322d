import type { Browser, Page } from 'playwright-core';
import { openBrowser, plenaryUrl } from '../harness/browser.js';
import { ask, newStatement, open, person, write } from '../harness/people.js';

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}
interface Rights {
  readonly items: readonly {
    readonly reasons: readonly { readonly grant: { readonly id: string } | null }[];
  }[];
}

/**
 * Nobody reloads, looks away or comes back in these stories: what one person does is on the other's screen because the
 * news of it came.
 */
describe('what one person does is on the screens of the others', () => {
  let browser: Browser;
  let amara: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
    jomar = await person(browser, 'jomar');
  });
  afterAll(() => browser?.close());

  const idOf = async (list: 'people' | 'organisations', query: string) =>
    (await ask<Named>(amara, 'GET', `/api/${list}?query=${encodeURIComponent(query)}`)).items[0]!.id;
  const visit = async (page: Page, path: string) => {
    await page.goto(`${plenaryUrl()}${path}`);
    await page.locator('main h1').first().waitFor();
  };
  const link = (page: Page, name: string) => page.locator('main').getByRole('link', { name, exact: true });
  const rename = (id: string, title: string) => ask(amara, 'PATCH', `/api/statements/${id}`, { title });

  it('a new statement and a new title are in a list and on a page that are open', async () => {
    await visit(jomar, '/statements');
    const second = await jomar.context().newPage();
    const id = await newStatement(amara, 'A statement that has just begun', null);
    await link(jomar, 'A statement that has just begun').waitFor();
    await visit(second, `/statements/${id}`);
    await second.getByText('A statement that has just begun').first().waitFor();
    await rename(id, 'A statement with another title');
    await link(jomar, 'A statement with another title').waitFor();
    await second.getByRole('heading', { name: 'A statement with another title' }).waitFor();
    await second.close();
  });

  it('whoever joins a group, or has another name, is in the lists that show people', async () => {
    const [group] = (await ask<Named>(amara, 'GET', '/api/groups')).items;
    const sunita = await person(browser, 'sunita');
    await ask(sunita, 'DELETE', `/api/groups/${group!.id}/membership`).catch(() => undefined);
    await visit(jomar, `/groups/${group!.id}`);
    await jomar.locator('main section').first().waitFor();
    expect(await link(jomar, 'Sunita Gurung').count()).toBe(0);
    await ask(sunita, 'PUT', `/api/groups/${group!.id}/membership`, { note: '' });
    await link(jomar, 'Sunita Gurung').waitFor();
    await ask(sunita, 'PATCH', '/api/me', { displayName: 'Sunita of the Hills' });
    await link(jomar, 'Sunita of the Hills').waitFor();
    await ask(sunita, 'PATCH', '/api/me', { displayName: 'Sunita Gurung' });
    await ask(sunita, 'DELETE', `/api/groups/${group!.id}/membership`);
    await link(jomar, 'Sunita Gurung').waitFor({ state: 'detached' });
    await sunita.context().close();
  });

  it('a suspension is seen by those who look at the organisation, and by its people', async () => {
    const kin = await idOf('organisations', 'Himal Kin');
    const sunita = await person(browser, 'sunita');
    await visit(sunita, '/');
    await visit(jomar, `/organisations/${kin}`);
    await jomar.getByRole('heading', { name: 'Himal Kin of Workers Abroad' }).waitFor();
    const change = (state: string) =>
      ask(amara, 'PUT', `/api/organisations/${kin}/state`, { state, reason: 'No answer for a year.' });
    try {
      await change('suspended');
      await jomar.locator('main').getByText('Suspended', { exact: true }).first().waitFor();
      await sunita.getByText('No answer for a year.').first().waitFor();
    } finally {
      await change('active');
    }
    await sunita.getByText('No answer for a year.').waitFor({ state: 'detached' });
    await jomar
      .locator('main')
      .getByText('Suspended', { exact: true })
      .first()
      .waitFor({ state: 'detached' });
    await sunita.context().close();
  });

  it('a right that is withdrawn takes the statement out of the list, one that is given puts it there', async () => {
    const [group] = (await ask<Named>(amara, 'GET', '/api/groups')).items;
    const title = 'For whom it is meant';
    const { id } = await ask<{ id: string }>(amara, 'POST', '/api/statements', {
      ...{ title, ownerKind: 'group', groupId: group!.id, language: 'en' },
    });
    await visit(jomar, '/statements');
    const subjectId = await idOf('people', 'Jomar');
    expect(await link(jomar, title).count()).toBe(0);
    await ask(amara, 'PUT', `/api/statements/${id}/grants`, {
      subjectKind: 'person',
      subjectId,
      right: 'read',
    });
    await link(jomar, title).waitFor();
    const { items } = await ask<Rights>(amara, 'GET', `/api/statements/${id}/rights`);
    const grant = items.flatMap(({ reasons }) => reasons).find((each) => each.grant)!.grant!;
    await ask(amara, 'DELETE', `/api/statements/${id}/grants/${grant.id}`);
    await link(jomar, title).waitFor({ state: 'detached' });
  });

  it('words that somebody writes are counted in lists, and a list that is kept is on the other device', async () => {
    const title = 'Where words are written';
    const id = await newStatement(amara, title, 'read');
    await visit(jomar, '/statements');
    const row = jomar.getByRole('row').filter({ has: jomar.getByRole('link', { name: title }) });
    await row.getByText('0', { exact: true }).waitFor();
    const writing = await amara.context().newPage();
    await open(writing, id);
    await write(writing, 'Nobody is sent back');
    await row.getByText('4', { exact: true }).waitFor();
    await write(writing, ' to danger');
    await row.getByText('6', { exact: true }).waitFor();
    await visit(writing, '/organisations');
    const kept = { list: 'organisations', name: 'Those at sea', search: { query: 'sea' } };
    const { id: list } = await ask<{ id: string }>(amara, 'POST', '/api/me/lists', kept);
    const button = writing.getByRole('button', { name: 'Those at sea', exact: true });
    await button.waitFor();
    await ask(amara, 'DELETE', `/api/me/lists/${list}`);
    await button.waitFor({ state: 'detached' });
    await writing.close();
  });

  it('what happened while the line was down is there when it is back, without a word from anybody', async () => {
    const id = await newStatement(amara, 'Before the line broke', null);
    await visit(jomar, '/statements');
    await link(jomar, 'Before the line broke').waitFor();
    await jomar.context().setOffline(true);
    await rename(id, 'While the line was down');
    await jomar.context().setOffline(false);
    await link(jomar, 'While the line was down').waitFor();
  });

  it('who signs out on purpose is not told that the session ended, and who is signed out elsewhere is', async () => {
    const here = await person(browser, 'mele');
    const there = await person(browser, 'mele');
    await visit(there, '/account');
    await visit(here, '/account');
    await ask(here, 'DELETE', '/api/me/sessions');
    await there.getByText('Your session has ended.').waitFor();
    await here.getByRole('button', { name: 'Sign out', exact: true }).first().click();
    await here.locator('header nav').waitFor({ state: 'detached' });
    expect(await here.getByText('Your session has ended.').count()).toBe(0);
    await Promise.all([here.context().close(), there.context().close()]);
  });

  it('a tab has one line, which is opened after the page, and a statement is written over it', async () => {
    const page = await jomar.context().newPage();
    const lines: string[] = [];
    page.on('websocket', (line) => {
      if (line.url().includes('/socket.io/')) lines.push(line.url());
    });
    const id = await newStatement(amara, 'Over one line', 'edit');
    await visit(page, '/statements');
    await link(page, 'Over one line').click();
    await page.locator('.statement-text').waitFor();
    await page.goBack();
    await link(page, 'Over one line').waitFor();
    await rename(id, 'Over one line, still');
    await link(page, 'Over one line, still').click();
    await page.locator('.statement-text').waitFor();
    expect(lines).toHaveLength(1);
    await page.close();
  });
});
