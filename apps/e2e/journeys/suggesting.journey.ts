import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone } from '../harness/browser.js';
import { caretIn, paragraphs, showsParagraphs } from '../harness/caret.js';
import {
  keeping,
  ask,
  newStatement,
  nextLook,
  open,
  person,
  says,
  text,
  write,
  written,
} from '../harness/people.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly state: string; readonly reason: string }[];
}

interface Authored {
  readonly authors: readonly { readonly name: string | null }[];
  readonly paragraphs: readonly {
    readonly runs: readonly { readonly author: number; readonly text: string }[];
  }[];
}

/** Words of one person that stand in a text, in its order. */
async function writtenBy(page: Page, statement: string, name: string): Promise<readonly string[]> {
  const { authors, paragraphs: all } = await ask<Authored>(
    page,
    'GET',
    `/api/statements/${statement}/history/authorship`,
  );
  return all
    .flatMap(({ runs }) => runs)
    .filter(({ author }) => authors[author]?.name?.startsWith(name))
    .map(({ text: words }) => words);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const listed = async (page: Page, statement: string) =>
  (await ask<Listed>(page, 'GET', `/api/statements/${statement}/suggestions`)).items;
/** Those that all can see. */
const sent = async (page: Page, statement: string) =>
  (await listed(page, statement)).filter(({ state }) => state === 'open');

/** A statement of somebody who may write in it, with these paragraphs; who acts for an organisation may comment on it. */
async function statementWith(page: Page, title: string, lines: readonly string[]): Promise<string> {
  const id = await newStatement(page, title, null);
  await open(page, id);
  for (const [at, line] of lines.entries()) {
    await write(page, line);
    if (at < lines.length - 1) await page.keyboard.press('Enter');
  }
  await says(page, 'Saved');
  return id;
}

async function suggests(page: Page): Promise<void> {
  await button(page, 'Suggest').click();
  await page.getByRole('region', { name: 'Your suggestion' }).waitFor();
}

async function send(page: Page, reason: string): Promise<void> {
  await button(page, 'Send suggestion').click();
  await page.getByRole('textbox', { name: 'Why you suggest it' }).fill(reason);
  await button(page, 'Send').click();
  await page.getByText('Your suggestion was sent.').waitFor();
}

/** On the one suggestion that is listed. */
async function comments(page: Page, words: string, how: 'begin' | 'reply'): Promise<void> {
  await page.getByRole('button', { name: how === 'begin' ? 'Comment on it' : /^1 comment/ }).click();
  await page.getByRole('textbox', { name: how === 'begin' ? 'Your comment' : 'Reply' }).fill(words);
  await button(page, how === 'begin' ? 'Send comment' : 'Send reply').click();
  await page.getByRole('listitem').filter({ hasText: words }).first().waitFor();
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Suggestions', exact: true, expanded: false }).click();
}

describe('suggesting', () => {
  let browser: Browser;
  let amara: Page;
  let mele: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
    mele = await person(browser, 'mele');
  }, 120_000);
  afterAll(() => browser.close());

  it('an organisation suggests, others weigh it, a penholder accepts while a third types, and takes it back', async () => {
    const lines = [
      'Nobody drowns while others look on.',
      'States share the costs.',
      'Whoever rescues is not punished.',
    ];
    const id = await statementWith(amara, 'Suggested upon', lines);
    await open(mele, id);
    await suggests(mele);
    await caretIn(mele, 0, 6);
    await mele.keyboard.type(' ever');
    await caretIn(mele, 1, 23);
    await mele.keyboard.press('Enter');
    await mele.keyboard.type('Coast guards answer every call.');
    await caretIn(mele, 3, 32);
    for (let at = 0; at < 13; at++) await mele.keyboard.press('Backspace');
    await mele.keyboard.type('thanked.');
    await says(mele, 'Saved');
    expect(await mele.locator('.statement-text del').allTextContents()).toEqual([
      expect.stringContaining('not punished.'),
    ]);
    // Nobody else sees anything of it, and the text is as it was.
    expect(await paragraphs(amara)).toEqual(lines);
    expect(await sent(amara, id)).toEqual([]);
    expect(await accessibilityFindings(mele)).toEqual([]);
    await send(mele, 'Clearer, and it names who answers.');

    const jomar = await person(browser, 'jomar');
    await open(jomar, id);
    await openPanel(jomar);
    await button(jomar, 'Support').click();
    await jomar.getByRole('button', { name: 'Support', pressed: true }).waitFor();
    // Two others say what they think of it, and its author hears of it beside the suggestion.
    const layla = await person(browser, 'layla');
    await open(layla, id);
    await openPanel(layla);
    await comments(layla, 'Coast guards of which country?', 'begin');
    await jomar.getByRole('button', { name: '1 comment 1 unread' }).waitFor();
    await comments(jomar, 'Of every country.', 'reply');
    await layla.getByText('Of every country.').waitFor();
    expect(await accessibilityFindings(layla)).toEqual([]);
    await openPanel(mele);
    await mele.getByRole('button', { name: '2 comments 2 unread' }).waitFor();
    await layla.context().close();

    await openPanel(amara);
    const row = amara.getByRole('article', { name: /^Suggestion by Mele/ });
    await row.getByText('Clearer, and it names who answers.').waitFor();
    await amara.getByRole('radio', { name: 'With suggestions' }).check();
    await amara.locator('.statement-text ins').nth(2).waitFor();
    expect(await amara.locator('.statement-text > p.suggested-block').textContent()).toContain(
      'Coast guards',
    );
    expect(await accessibilityFindings(amara)).toEqual([]);
    await amara.getByRole('radio', { name: 'As it stands' }).check();

    // A colleague who may write types in the same paragraph at that moment.
    await ask(amara, 'PUT', `/api/statements/${id}/grants`, { subjectKind: 'everyone', right: 'edit' });
    await jomar.locator('.statement-text[contenteditable=true]').waitFor();
    await caretIn(jomar, 0, 35);
    await jomar.keyboard.type(' Never', { delay: 20 });
    await row.getByRole('button', { name: 'Accept', exact: true }).click();
    await jomar.keyboard.type(' again.', { delay: 20 });
    const accepted = [
      'Nobody ever drowns while others look on. Never again.',
      'States share the costs.',
      'Coast guards answer every call.',
      'Whoever rescues is thanked.',
    ];
    for (const page of [amara, jomar, mele]) await showsParagraphs(page, accepted);
    expect(await writtenBy(amara, id, 'Mele')).toEqual([
      ' ever',
      'Coast guards answer every call.',
      'thanked.',
    ]);
    // Keys for undoing take back what was decided last.
    await amara.keyboard.press('Control+z');
    await amara.getByText('It was taken back. The suggestion is open again.').waitFor();
    const back = ['Nobody drowns while others look on. Never again.', ...lines.slice(1)];
    for (const page of [amara, jomar]) await showsParagraphs(page, back);
    await row.getByText('Clearer, and it names who answers.').waitFor();
    // What people said stays with it; what it does is shown as before.
    await row.getByRole('button', { name: '2 comments 2 unread' }).waitFor();
    expect(await row.locator('ins').allTextContents()).toHaveLength(3);

    // Accepted with other words, what stays is its author's.
    await button(amara, 'Accept with changes').click();
    const dialog = amara.getByRole('dialog', { name: 'Accept with changes' });
    expect(await accessibilityFindings(amara)).toEqual([]);
    await dialog.getByRole('textbox').nth(1).fill('Coast guards answer each call.');
    await dialog.getByRole('button', { name: 'Accept' }).click();
    const otherwise = accepted.map((line) => line.replace('every call', 'each call'));
    for (const page of [amara, jomar, mele]) await showsParagraphs(page, otherwise);
    expect((await writtenBy(amara, id, 'Mele')).join('')).toContain('Coast guards answer e');
    expect(await writtenBy(amara, id, 'Amara')).toContain('ach');
    await amara.getByText('Decided before').click();
    const words = amara.getByRole('list', { name: 'Accepted with these changes' });
    expect(await words.locator('ins').textContent()).toContain('Coast guards answer each call.');
    await button(amara, 'Take it out again').click();
    for (const page of [amara, jomar]) await showsParagraphs(page, back);
    await jomar.context().close();
  });

  it('one page of a browser writes a suggestion, another looks on, and goes on when that is closed', async () => {
    const id = await statementWith(amara, 'In two tabs', ['Nobody drowns.']);
    await open(mele, id);
    await suggests(mele);
    await caretIn(mele, 0, 6);
    await mele.keyboard.type(' ever');
    await says(mele, 'Saved');
    const other = await mele.context().newPage();
    await open(other, id);
    await suggests(other);
    await says(other, 'In another tab');
    await mele.keyboard.type(' again');
    await showsParagraphs(other, ['Nobody ever again drowns.']);
    expect(await text(other).getAttribute('contenteditable')).not.toBe('true');
    await button(mele, 'Leave it for later').click();
    await other.locator('.statement-text[contenteditable=true]').waitFor();
    await caretIn(other, 0, 17);
    await other.keyboard.type('!');
    await says(other, 'Saved');
    await send(other, '');
    expect(await sent(mele, id)).toHaveLength(1);
    await other.close();
  });

  it('on a phone, in Arabic, without a network and loaded anew, what was suggested is there once', async () => {
    const id = await newStatement(amara, 'الإنقاذ في البحر', null);
    await open(amara, id);
    await write(amara, 'لا يغرق أحد.');
    await says(amara, 'Saved');
    const layla = await person(browser, 'layla', { ...phone, ...keeping, locale: 'ar' });
    await ask(layla, 'PATCH', '/api/me', { language: 'ar' });
    await open(layla, id);
    await layla.locator('html[dir=rtl][lang=ar]').waitFor();
    await layla.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // One that is ready to begin with is fetched while there is a network.
    await layla.waitForFunction(async () => {
      const databases = await indexedDB.databases();
      return databases.some(({ name }) => name?.startsWith('plenary-suggestions-'));
    });
    while ((await listed(layla, id)).length === 0) await nextLook();
    await layla.getByRole('button', { name: 'الاقتراحات' }).tap();
    // The smallest phones have smaller buttons over the text, and not in the sheets that those open.
    const begins = layla.getByRole('button', { name: 'اقترح تعديلاً' });
    expect((await begins.boundingBox())!.width).toBeGreaterThan(200);
    await begins.tap();
    await layla.getByRole('region', { name: 'اقتراحك' }).waitFor();
    await layla.context().setOffline(true);
    await caretIn(layla, 0, 12);
    await layla.keyboard.type(' أبداً');
    await says(layla, 'على هذا الجهاز');
    const width = await layla.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await layla.reload();
    await text(layla).waitFor();
    await layla.getByRole('button', { name: 'الاقتراحات' }).tap();
    await layla.getByRole('button', { name: 'اقترح تعديلاً' }).tap();
    await layla.locator('.statement-text ins').waitFor();
    expect(await written(layla)).toBe('لا يغرق أحد. أبداً');
    await layla.getByRole('button', { name: 'أرسل الاقتراح' }).tap();
    await layla.getByRole('button', { name: 'أرسل', exact: true }).tap();
    await layla.getByText('اقتراحك محفوظ على هذا الجهاز، ويُرسل عند عودة الشبكة.').waitFor();
    await layla.context().setOffline(false);
    await layla.reload();
    await text(layla).waitFor();
    const end = Date.now() + 30_000;
    while ((await sent(amara, id)).length === 0 && Date.now() < end) await nextLook();
    expect(await sent(amara, id)).toHaveLength(1);
    expect(await written(amara)).toBe('لا يغرق أحد.');
    await layla.context().close();
  });
});
