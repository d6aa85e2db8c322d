import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import {
  ask,
  isClosed,
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
    amara = await person(browser, 'amara');
    jomar = await person(browser, 'jomar');
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
    await open(amara, id);
    await shows(amara, 'Words that arrived.');
    expect(await written(amara)).not.toContain('did not');
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
