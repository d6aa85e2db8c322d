import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import {
  ask,
  isClosed,
  keeping,
  newStatement,
  open,
  person,
  says,
  shows,
  text,
  write,
  written,
} from '../harness/people.js';

interface Rights {
  readonly items: readonly {
    readonly subject: { readonly kind: string };
    readonly reasons: readonly { readonly grant: { readonly id: string } | null }[];
  }[];
}

describe('a right that is withdrawn while somebody writes', () => {
  let browser: Browser;
  let amara: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara', keeping);
    jomar = await person(browser, 'jomar', keeping);
  }, 120_000);
  afterAll(() => browser.close());

  it('ends writing without a reload, and leaves the unsent words to their author', async () => {
    const id = await newStatement(amara, 'Not for long', 'edit');
    await open(jomar, id);
    await write(jomar, 'Words that arrived.');
    await says(jomar, 'Saved');

    // Jomar's line goes down, so that some words cannot be sent.
    await jomar.context().setOffline(true);
    await write(jomar, ' Words that did not.');
    await says(jomar, 'On this device');
    const rights = await ask<Rights>(amara, 'GET', `/api/statements/${id}/rights`);
    const grant = rights.items
      .filter((row) => row.subject.kind === 'everyone')
      .flatMap((row) => row.reasons)
      .find((reason) => reason.grant)!.grant!;
    await ask(amara, 'DELETE', `/api/statements/${id}/grants/${grant.id}`);
    await jomar.context().setOffline(false);
    await jomar.locator('textarea[readonly]').waitFor();
    expect(await jomar.locator('textarea[readonly]').inputValue()).toContain('Words that did not.');
    expect(await text(jomar).getAttribute('contenteditable')).not.toBe('true');
    // What was taken away is the heading; what was not sent is marked, and is not said to be on its way.
    await jomar.getByRole('heading', { name: 'You can no longer write in this statement' }).waitFor();
    await says(jomar, 'Kept for you');
    expect(await jomar.locator('.statement-text .unsent').textContent()).toContain('Words that did not.');
    await open(amara, id);
    await shows(amara, 'Words that arrived.');
    expect(await written(amara)).not.toContain('did not');
    // Opened anew they are still there, until their author has them.
    await jomar.reload();
    await jomar.locator('textarea[readonly]').waitFor();
    await says(jomar, 'Kept for you');
    await jomar.getByRole('button', { name: 'I have them' }).click();
    await says(jomar, 'Saved');
    expect(await written(jomar)).toBe('Words that arrived.');
    await jomar.reload();
    await shows(jomar, 'Words that arrived.');
    await says(jomar, 'Saved');
    expect(await jomar.locator('textarea[readonly]').count()).toBe(0);
  });

  it('says that a session ended, and keeps the unsent words for their author alone', async () => {
    const id = await newStatement(amara, 'Signed out elsewhere', 'edit');
    const mele = await person(browser, 'mele', keeping);
    await open(mele, id);
    await write(mele, 'Words that arrived.');
    await says(mele, 'Saved');
    // The worker comes once nothing else is going on, and with a network alone.
    await mele.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await mele.context().setOffline(true);
    // Not before: the line may carry some words while it is being cut.
    await says(mele, 'Offline');
    await write(mele, ' Words that stay here.');
    await says(mele, 'On this device');
    const elsewhere = await person(browser, 'mele', keeping);
    await ask(elsewhere, 'DELETE', '/api/me/sessions');
    await mele.context().setOffline(false);
    await mele.getByRole('heading', { name: 'You were signed out' }).waitFor();
    await mele.getByText('Signed out elsewhere').waitFor();
    // Without a network the door stays shut: the session is over.
    await mele.reload();
    await mele.getByRole('heading', { name: 'You were signed out' }).waitFor();
    expect(await mele.locator('.statement-text').count()).toBe(0);
    await mele.getByRole('button', { name: 'I have them. Remove these words' }).click();
    await mele.getByText('Signed out elsewhere').waitFor({ state: 'detached' });
    expect(await mele.evaluate(() => localStorage.getItem('plenary.person'))).toBeNull();
    await Promise.all([mele.context().close(), elsewhere.context().close()]);
  });

  it('closes an open editor on the spot', async () => {
    const id = await newStatement(amara, 'Closed on the spot', 'edit');
    await open(jomar, id);
    await write(jomar, 'I may write.');
    await says(jomar, 'Saved');
    const { items } = await ask<Rights>(amara, 'GET', `/api/statements/${id}/rights`);
    const grant = items
      .filter((row) => row.subject.kind === 'everyone')
      .flatMap((row) => row.reasons)
      .find((reason) => reason.grant)!.grant!;
    await ask(amara, 'DELETE', `/api/statements/${id}/grants/${grant.id}`);
    // Whatever is typed from the answer on is taken by nobody, also while the page has not heard of it.
    await jomar.keyboard.type(' I may not.');
    await isClosed(jomar);
    await open(amara, id);
    await shows(amara, 'I may write.');
    expect(await written(amara)).not.toContain('not');
  });
});
