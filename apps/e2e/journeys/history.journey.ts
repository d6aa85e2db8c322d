import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, plenaryUrl } from '../harness/browser.js';
import { ask, isIn, newStatement, open, person, says, write, written } from '../harness/people.js';

/** The page of a statement's history, by an address as it is passed on. */
async function openHistory(page: Page, id: string, search = ''): Promise<void> {
  await page.goto(`${plenaryUrl()}/statements/${id}/history${search}`);
  await isIn(page);
}

const marks = (page: Page, tag: 'ins' | 'del') => page.locator(`[role=document] ${tag}`);

describe('how a statement came about', () => {
  let browser: Browser;
  let chiara: Page;
  let sunita: Page;
  let id: string;

  beforeAll(async () => {
    browser = await openBrowser();
    [chiara, sunita] = await Promise.all([person(browser, 'chiara'), person(browser, 'sunita')]);
    id = await newStatement(chiara, 'On the way', 'edit');
    await open(chiara, id);
    await write(chiara, 'We ask for routes.');
    await says(chiara, 'Saved');
  });
  afterAll(() => browser?.close());

  it('a version is named, somebody else writes on, and what is new is marked with their name', async () => {
    await openHistory(chiara, id);
    await chiara.getByRole('button', { name: 'Name this version' }).click();
    const dialog = chiara.locator('dialog[open]');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Zero draft');
    await dialog.getByRole('button', { name: 'Name this version' }).click();
    await chiara.getByRole('button', { name: /^Zero draft/ }).waitFor();

    await open(sunita, id);
    await sunita.waitForFunction(() => document.body.innerText.includes('We ask for routes.'));
    await write(sunita, ' They must be safe.');
    await says(sunita, 'Saved');

    // Whoever was away sees it from the head of the statement.
    await open(chiara, id);
    await chiara.getByRole('link', { name: '1 change since you last read' }).click();
    await marks(chiara, 'ins').filter({ hasText: 'They must be safe.' }).waitFor();
    const said = await marks(chiara, 'ins').first().getAttribute('title');
    expect(said).toContain('Sunita Gurung for Himal Kin');
    expect(await accessibilityFindings(chiara)).toEqual([]);
  });

  it('the slider goes through it by keys, and each step has an address', async () => {
    await openHistory(chiara, id);
    const slider = chiara.getByRole('slider', { name: 'Step in the history' });
    await slider.focus();
    await chiara.keyboard.press('Home');
    await chiara.waitForURL(/step=1/);
    const length = Number(await slider.getAttribute('max'));
    for (let step = 1; step < length; step++) await chiara.keyboard.press('ArrowRight');
    await chiara.waitForURL(new RegExp(`step=${length}`));
    await marks(chiara, 'ins').filter({ hasText: 'They must be safe.' }).waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toContain('Sunita Gurung');
  });

  it('two moments stand beside each other, and in one text on a phone in Arabic', async () => {
    await openHistory(chiara, id, '?view=compare');
    await chiara.getByRole('document', { name: 'Compare: Before' }).first().waitFor();
    expect(await accessibilityFindings(chiara)).toEqual([]);
    const amara = await person(browser, 'amara', { ...phone, locale: 'ar' });
    await ask(amara, 'PATCH', '/api/me', { language: 'ar' });
    await openHistory(amara, id, '?view=compare');
    await amara.locator('html[dir=rtl]').waitFor();
    await marks(amara, 'ins').first().waitFor();
    expect(await amara.locator('[role=document]').count()).toBe(1);
    const width = await amara.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await accessibilityFindings(amara)).toEqual([]);
    await ask(amara, 'PATCH', '/api/me', { language: 'en' });
    await amara.context().close();
  });

  it('whose words stand there is told by organisation and by name', async () => {
    await openHistory(chiara, id, '?view=authors');
    const legend = chiara.getByRole('list', { name: 'Shares by organisation' });
    await legend.getByText('Himal Kin of Workers Abroad').waitFor();
    await chiara.getByRole('button', { name: /They must be safe/ }).click();
    await chiara.getByText(/^Written by Sunita Gurung for Himal Kin/).waitFor();
    expect(await accessibilityFindings(chiara)).toEqual([]);
  });

  it('is closed to who only reads the text, until it is opened to them', async () => {
    const amara = await person(browser, 'amara');
    const henrik = await person(browser, 'henrik');
    await ask(amara, 'PUT', `/api/statements/${id}/grants`, {
      ...{ subjectKind: 'role', subjectId: 'observer', right: 'read' },
    });
    await open(henrik, id);
    expect(await written(henrik)).toContain('We ask for routes.');
    expect(await henrik.getByRole('link', { name: 'History' }).count()).toBe(0);
    await openHistory(henrik, id);
    await henrik.getByText('The history of this statement is not open to you').waitFor();
    await openHistory(amara, id);
    await amara.getByRole('combobox', { name: 'Who sees this history' }).selectOption('read');
    await amara.getByText('Changed: who sees this history').waitFor();
    await open(henrik, id);
    await henrik.getByRole('link', { name: 'History' }).click();
    await henrik.getByRole('slider', { name: 'Step in the history' }).waitFor();
    await henrik.getByRole('document').waitFor();
    await Promise.all([amara, henrik].map((page) => page.context().close()));
  });
});
