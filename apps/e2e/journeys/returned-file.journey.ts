import type { Browser, Page } from 'playwright-core';
import { WordEdits } from '@plenary/exchange/testing';
import { accessibilityFindings, openBrowser, phone, plenaryUrl } from '../harness/browser.js';
import { caretIn, paragraphs, showsParagraphs } from '../harness/caret.js';
import { ask, newStatement, open, person, says, write } from '../harness/people.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly state?: string }[];
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Those that all can see. */
const sent = async (page: Page, statement: string) =>
  (await ask<Listed>(page, 'GET', `/api/statements/${statement}/suggestions`)).items.filter(
    ({ state }) => state === 'open',
  );

/** Onto the page, to which the menu over the text and the export lead. */
async function toReturn(page: Page, statement: string): Promise<void> {
  await page.goto(`${plenaryUrl()}/statements/${statement}/returned`);
  await page.getByRole('heading', { name: 'Bring back a Word file' }).waitFor();
}

async function choose(page: Page, name: string, edits: WordEdits): Promise<void> {
  const buffer = Buffer.from(edits.bytes());
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: type, buffer });
  await page.getByRole('heading', { name: 'Whose words they are' }).waitFor();
}

/** The statement as a Word file, for those who have only Word. */
async function exported(page: Page, statement: string): Promise<WordEdits> {
  const answer = await page.context().request.get(`${plenaryUrl()}/api/statements/${statement}/export?format=docx`);
  return new WordEdits(await answer.body());
} // prettier-ignore

describe('the file that comes back', () => {
  let browser: Browser;
  let amara: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
  }, 120_000);
  afterAll(() => browser.close());

  it('is edited in Word while the text moves on, comes back as suggestions and comments, and comes but once', async () => {
    const id = await newStatement(amara, 'Out and back', 'comment');
    await open(amara, id);
    await write(amara, 'States shall open safe routes.');
    await amara.keyboard.press('Enter');
    await write(amara, 'They report every year.');
    await says(amara, 'Saved');
    const edits = (await exported(amara, id))
      .replace('shall', 'must', 'Nadia Karim')
      .replace('every year', 'each month', 'Kofi')
      .comment('safe routes', { by: 'Nadia Karim', text: 'By land, too?' });
    // Meanwhile somebody writes on.
    await caretIn(amara, 0, 0);
    await amara.keyboard.type('In our name: ');
    await says(amara, 'Saved');
    const before = await paragraphs(amara);

    await amara.getByRole('button', { name: /^More:/ }).click();
    await amara.getByRole('menuitem', { name: 'Bring back a Word file' }).click();
    await choose(amara, 'Rev. 1, edited.docx', edits);
    await amara.getByText('The file says which version of this statement it was made of.').waitFor();
    const nadia = amara.getByRole('group', { name: /^Nadia Karim/ });
    await nadia.getByRole('textbox', { name: 'Name to be shown' }).fill('Nadia K.');
    await amara
      .getByRole('group', { name: /^Kofi/ })
      .getByRole('combobox', { name: 'In whose name' })
      .selectOption('In my name');
    await button(amara, 'Compare with the text').click();
    await amara.getByText('2 suggestions').first().waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    expect(await sent(amara, id)).toEqual([]);
    await button(amara, 'Bring in as suggestions and comments').click();
    await amara.getByText('The file came back.').first().waitFor();
    await amara.getByRole('heading', { name: 'Files that came back' }).waitFor();

    await open(amara, id);
    expect(await paragraphs(amara)).toEqual(before);
    await amara.getByRole('button', { name: 'Suggestions', exact: true, expanded: false }).click();
    const row = amara.getByRole('article', { name: /^Suggestion by Nadia K\./ });
    await row.getByText('from the file “Rev. 1, edited.docx”').waitFor();
    await row.getByRole('button', { name: 'Accept', exact: true }).click();
    await showsParagraphs(amara, ['In our name: States must open safe routes.', 'They report every year.']);
    const { items } = await ask<Listed>(amara, 'GET', `/api/statements/${id}/threads?state=all`);
    expect(items).toMatchObject([{ place: { quote: 'safe routes' } }]);

    await toReturn(amara, id);
    await choose(amara, 'Rev. 1, edited.docx', edits);
    await button(amara, 'Compare with the text').click();
    await amara.getByText('3 things were brought before and are not brought again').waitFor();
    expect(await button(amara, 'Bring in as suggestions and comments').isDisabled()).toBe(true);
  });

  it('is for whoever may comment, on a phone, from whatever program; and can be taken back', async () => {
    const id = await newStatement(amara, 'Back on a phone', 'comment');
    await open(amara, id);
    await write(amara, 'Nobody is turned back at sea.');
    await says(amara, 'Saved');
    const edits = (await exported(amara, id))
      .replace('turned back', 'pushed back', null)
      .forget('bookmarks', 'properties');
    const mele = await person(browser, 'mele', phone);
    await toReturn(mele, id);
    await choose(mele, 'Saved elsewhere.docx', edits);
    await mele.getByText('The file does not say of which version it was made').waitFor();
    await button(mele, 'Compare with the text').click();
    await mele.getByText('1 suggestion').first().waitFor();
    expect(await accessibilityFindings(mele)).toEqual([]);
    const width = await mele.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    await button(mele, 'Bring in as suggestions and comments').click();
    await button(mele, 'Take back').click();
    await mele.getByRole('dialog').getByRole('button', { name: 'Take back', exact: true }).click();
    await mele.getByText('What the file brought was taken back.').waitFor();
    expect(await sent(amara, id)).toEqual([]);
    await mele.context().close();
  });
});
