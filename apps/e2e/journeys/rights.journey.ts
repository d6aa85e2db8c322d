import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, plenaryUrl } from '../harness/browser.js';
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

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

const idOf = async (page: Page, list: 'people' | 'organisations', query: string): Promise<string> =>
  (await ask<Named>(page, 'GET', `/api/${list}?query=${encodeURIComponent(query)}`)).items[0]!.id;

describe('for whom one speaks, what one may do, and who says so', () => {
  let browser: Browser;
  let amara: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
  });
  afterAll(() => browser?.close());

  it('one person acts for two organisations, and the caret shows for which', async () => {
    const quay = await idOf(amara, 'organisations', 'Open Quay');
    const invitation = await ask<{ url: string }>(amara, 'POST', `/api/organisations/${quay}/invitations`, {
      ...{ role: 'representative', language: 'en', mostUses: 1, days: 1 },
    });
    const jomar = await person(browser, 'jomar');
    await jomar.goto(`${plenaryUrl()}/join#${invitation.url.split('#')[1]}`);
    await jomar.getByRole('button', { name: /^Act for/ }).click();
    await jomar.locator('nav').first().waitFor();

    const id = await newStatement(amara, 'Two voices', 'edit');
    await open(amara, id);
    const speakFor = async (name: string) => {
      await jomar.goto(`${plenaryUrl()}/account`);
      const choice = jomar.getByRole('banner').getByLabel('You speak for');
      await choice.selectOption({ label: name });
      await jomar.waitForFunction((wanted) => {
        const select = [...document.querySelectorAll('select')].find(
          (each) => each.selectedOptions[0]?.label === wanted,
        );
        return select !== undefined && !select.disabled;
      }, name);
      await open(jomar, id);
      await write(jomar, ` For ${name}.`);
      await says(jomar, 'Saved');
      await amara.locator('.caret', { hasText: name }).waitFor({ state: 'attached' });
    };
    await speakFor('Open Quay Alliance');
    await speakFor('Sampaguita Seafarers’ House');
    await jomar.context().close();
  });

  it('the people of a suspended organisation are out of an open statement at once', async () => {
    const kin = await idOf(amara, 'organisations', 'Himal Kin');
    const sunita = await person(browser, 'sunita');
    const id = await newStatement(amara, 'While it is active', 'edit');
    await open(sunita, id);
    await write(sunita, 'We may write.');
    await says(sunita, 'Saved');
    await amara.goto(`${plenaryUrl()}/organisations/${kin}`);
    await amara.getByRole('button', { name: 'Suspend', exact: true }).click();
    await amara.locator('dialog[open] textarea').fill('No answer for a year.');
    const done = amara.waitForResponse((answer) => answer.url().endsWith(`${kin}/state`));
    await amara.locator('dialog[open]').getByRole('button', { name: 'Suspend', exact: true }).click();
    try {
      await done;
      // Whatever is typed from the answer on is taken by nobody, also while the page has not heard of it.
      await sunita.keyboard.type(' No more.');
      await isClosed(sunita);
      await open(amara, id);
      await shows(amara, 'We may write.');
      expect(await written(amara)).not.toContain('No more');
    } finally {
      await ask(amara, 'PUT', `/api/organisations/${kin}/state`, { state: 'active', reason: '' });
    }
    await sunita.context().close();
  });

  it('everybody reads who may do what; what one person may do, those concerned', async () => {
    const mele = await person(browser, 'mele', phone);
    await mele.goto(`${plenaryUrl()}/rights`);
    await mele.getByRole('rowheader', { name: /Vet applications/ }).waitFor();
    expect(await accessibilityFindings(mele)).toEqual([]);
    await mele.goto(`${plenaryUrl()}/account`);
    await mele.getByRole('link', { name: 'What you may do, and why' }).click();
    await mele
      .getByText(/^Member of /)
      .first()
      .waitFor();
    expect(await accessibilityFindings(mele)).toEqual([]);
    const sunita = await idOf(mele, 'people', 'Sunita');
    await mele.goto(`${plenaryUrl()}/rights?about=people&id=${sunita}`);
    await mele.getByText('shown to them, to coordinators').waitFor();
    await amara.goto(`${plenaryUrl()}/rights?about=people&id=${sunita}`);
    await amara.getByText('Focal point of Himal Kin of Workers Abroad').first().waitFor();
    await amara.getByRole('link', { name: /^Forum statement/ }).waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await mele.context().close();
  });

  it('a coordinator sees what a member sees, changes nothing, and comes back as herself', async () => {
    const mele = await idOf(amara, 'people', 'Mele');
    const id = await newStatement(amara, 'Seen by Mele', 'edit');
    await amara.goto(`${plenaryUrl()}/people/${mele}`);
    await amara.getByRole('button', { name: /^See as / }).click();
    await amara.locator('dialog[open] textarea').fill('She cannot find the draft.');
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.locator('dialog[open]').getByRole('button', { name: 'Begin' }).click();
    await amara.getByRole('button', { name: 'Back to my own view' }).waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await open(amara, id);
    expect(await text(amara).getAttribute('contenteditable')).toBe('false');
    await amara.getByText('You may edit.').waitFor();
    await amara.goto(`${plenaryUrl()}/account`);
    await amara.getByText(/is private/).waitFor();
    await amara.getByRole('button', { name: 'Back to my own view' }).click();
    await amara.waitForURL(`**/people/${mele}`);
    await amara.getByRole('button', { name: /^See as / }).waitFor();
    await amara.goto(`${plenaryUrl()}/activity`);
    await amara
      .getByRole('rowheader', { name: /Saw Plenary as Mele/ })
      .first()
      .waitFor();
  });
});
