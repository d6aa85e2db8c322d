import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings, openBrowser, phone, plenaryUrl } from '../harness/browser.js';
import { selectWords } from '../harness/caret.js';
import {
  isKept,
  keeping,
  ask,
  newStatement,
  open,
  person,
  says,
  shows,
  text,
  write,
  written,
} from '../harness/people.js';

const words = 'Nobody is left at sea. Everybody is heard before a decision is made.';

interface Threads {
  readonly items: readonly { readonly comments: readonly { readonly text: string }[] }[];
}

/** A passage with a thread, as it is drawn upon the text. */
const passage = (page: Page, said: string) => page.locator('.commented', { hasText: said });
const mark = (page: Page) => page.getByRole('button', { name: /^1 open thread at ¶1/ });
const panel = (page: Page) => page.getByRole('region', { name: 'Comments' });
const row = (page: Page) => panel(page).locator('[data-row]');

describe('comments on a statement', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('one organisation comments on a passage, another replies, a penholder resolves it; each sees it at once', async () => {
    const [chiara, jomar, sunita] = [
      await person(browser, 'chiara'),
      await person(browser, 'jomar'),
      await person(browser, 'sunita'),
    ];
    const id = await newStatement(chiara, 'To be commented on', 'comment');
    await open(chiara, id);
    await write(chiara, words);
    await says(chiara, 'Saved');
    await open(jomar, id);
    await open(sunita, id);
    await shows(jomar, words);
    // The right to comment is none to write.
    expect(await text(jomar).getAttribute('contenteditable')).toBe('false');
    await selectWords(jomar, 'left at sea');
    await jomar.keyboard.press('Control+Alt+M');
    await jomar.getByLabel('Your comment').fill('And on the way through the desert?');
    await jomar.getByRole('button', { name: 'Send comment' }).click();

    await passage(chiara, 'left at sea').waitFor();
    await passage(sunita, 'left at sea').waitFor();
    await mark(chiara).click();
    await panel(chiara).getByText('And on the way through the desert?').waitFor();
    expect(await accessibilityFindings(chiara)).toEqual([]);
    await mark(sunita).click();
    await panel(sunita).getByLabel('Reply').fill('For us, too.');
    await panel(sunita).getByRole('button', { name: 'Send reply' }).click();
    await panel(chiara).getByText('For us, too.').waitFor();
    await panel(jomar).getByText('For us, too.').waitFor();

    // What is written in front of it moves it along.
    await text(chiara).locator('p').first().click();
    await chiara.keyboard.press('Control+Home');
    await chiara.keyboard.type('In short: ');
    await says(chiara, 'Saved');
    await shows(jomar, 'In short: ');
    expect(await passage(jomar, 'left at sea').innerText()).toBe('left at sea');

    await panel(chiara).getByRole('button', { name: 'Resolve' }).click();
    await chiara.getByLabel('Taken in part').check();
    await chiara.getByLabel('Why, or where it stands now').fill('“At sea or on land” stands in rev. 1.');
    await panel(chiara).getByRole('button', { name: 'Resolve' }).click();
    await panel(jomar).getByText('“At sea or on land” stands in rev. 1.').waitFor();
    await row(jomar).first().click();
    await passage(jomar, 'left at sea').waitFor({ state: 'detached' });
    await mark(sunita).waitFor({ state: 'detached' });
    expect(await written(chiara)).toBe(`In short: ${words}`);

    // The link leads to the thread, and shows its passage again.
    await panel(sunita).getByLabel('Which threads').selectOption('Taken in part');
    const link = await panel(sunita).getByRole('link', { name: 'Link' }).getAttribute('href');
    await jomar.goto('about:blank');
    await jomar.goto(link!);
    await passage(jomar, 'left at sea').waitFor();
    await panel(jomar).getByText('For us, too.').waitFor();
    await jomar.goto(`${plenaryUrl()}/statements/${id}/comments`);
    await jomar.locator('main').getByText('“At sea or on land” stands in rev. 1.').waitFor();
    expect(await accessibilityFindings(jomar)).toEqual([]);
  });

  it('on a phone, in Arabic, without a network: kept, there after the page is closed, and sent once', async () => {
    const amara = await person(browser, 'amara');
    const id = await newStatement(amara, 'Read on the way', 'comment');
    await open(amara, id);
    await write(amara, words);
    await says(amara, 'Saved');
    const layla = await person(browser, 'layla', { ...phone, ...keeping, locale: 'ar' });
    await ask(layla, 'PATCH', '/api/me', { language: 'ar' });
    await open(layla, id);
    await shows(layla, words);
    await layla.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await layla.reload();
    await shows(layla, words);
    await isKept(layla, 'ar');

    const network = layla.context();
    await network.setOffline(true);
    const comment = 'أين الناس الذين يعبرون الصحراء؟';
    await selectWords(layla, 'left at sea');
    await layla.getByRole('button', { name: /^التعليق على الكلمات/ }).tap();
    await layla.getByLabel('تعليقك').fill(comment);
    await layla.getByRole('button', { name: 'إرسال التعليق' }).tap();
    // The page is closed, and the application with it.
    await layla.close();
    const again = await network.newPage();
    await open(again, id);
    await again.getByRole('button', { name: 'التعليقات', exact: true }).tap();
    const sheet = again.getByRole('dialog', { name: 'التعليقات' });
    await sheet.getByText(comment).waitFor();
    await sheet.getByText('لم يُرسل. هو محفوظ على هذا الجهاز').waitFor();
    expect(await again.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await passage(amara, 'left at sea').count()).toBe(0);

    await network.setOffline(false);
    await passage(amara, 'left at sea').waitFor();
    await sheet.getByText('لم يُرسل بعد').waitFor({ state: 'detached' });
    await again.reload();
    await shows(again, words);
    const { items } = await ask<Threads>(amara, 'GET', `/api/statements/${id}/threads`);
    expect(items.map(({ comments }) => comments.map((each) => each.text))).toEqual([[comment]]);
  });
});
