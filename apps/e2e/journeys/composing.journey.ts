import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import { caretIn, compose, showsParagraphs } from '../harness/caret.js';
import { newStatement, open, person, text } from '../harness/people.js';

const lines = ['The first line stands here.', 'Composed words go here.', 'The last line stands here.'];
/** Where the one composes: behind "Composed words". */
const place = 'Composed words'.length;

interface Method {
  readonly name: string;
  readonly stages: readonly string[];
  readonly meant: string;
}

const methods: readonly Method[] = [
  { name: 'pinyin', stages: ['n', 'ni', 'ni h', 'ni hao'], meant: '你好' },
  { name: 'kana', stages: ['k', 'か', 'かn', 'かん'], meant: '漢' },
  { name: 'hangul', stages: ['ㅎ', '하', '한'], meant: '한' },
  { name: 'vietnamese', stages: ['v', 'vi', 'vie', 'viê', 'việ'], meant: 'việt' },
  { name: 'android', stages: [' r', ' re', ' ref', ' refu', ' refugess'], meant: ' refugees' },
];

interface Colleague {
  readonly does: string;
  readonly act: (page: Page) => Promise<void>;
  /** The page afterwards; `it` is what was composed. */
  readonly page: (it: string) => readonly string[];
}

const typed = (paragraph: number, characters: number, words: string) => async (page: Page) => {
  await caretIn(page, paragraph, characters);
  await page.keyboard.type(words);
};
const pressed = (paragraph: number, characters: number, key: string) => async (page: Page) => {
  await caretIn(page, paragraph, characters);
  await page.keyboard.press(key);
};
const composed = (it: string) => `Composed words${it} go here.`;

const colleagues: readonly Colleague[] = [
  {
    does: 'types in front of it',
    act: typed(1, 0, 'Now: '),
    page: (it) => [lines[0]!, `Now: ${composed(it)}`, lines[2]!],
  },
  {
    does: 'types behind it',
    act: async (page) => {
      await caretIn(page, 1, 0);
      await page.keyboard.press('End');
      await page.keyboard.type(' Then.');
    },
    page: (it) => [lines[0]!, `${composed(it)} Then.`, lines[2]!],
  },
  {
    does: 'types in another paragraph',
    act: typed(2, 0, 'Far. '),
    page: (it) => [lines[0]!, composed(it), `Far. ${lines[2]}`],
  },
  {
    does: 'deletes a word in front of it',
    act: pressed(1, 'Composed'.length, 'Control+Backspace'),
    page: (it) => [lines[0]!, ` words${it} go here.`, lines[2]!],
  },
  {
    does: 'splits the paragraph in front of it',
    act: pressed(1, 'Composed'.length, 'Enter'),
    page: (it) => [lines[0]!, 'Composed', ` words${it} go here.`, lines[2]!],
  },
  {
    does: 'joins the paragraph to the one before',
    act: pressed(1, 0, 'Backspace'),
    page: (it) => [`${lines[0]}${composed(it)}`, lines[2]!],
  },
  {
    does: 'joins the next paragraph to it',
    act: pressed(2, 0, 'Backspace'),
    page: (it) => [lines[0]!, `${composed(it)}${lines[2]}`],
  },
  {
    does: 'makes it bold',
    act: async (page) => {
      await caretIn(page, 1, 0);
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('Control+b');
    },
    page: (it) => [lines[0]!, composed(it), lines[2]!],
  },
  {
    does: 'moves the paragraph',
    act: pressed(1, 2, 'Alt+Shift+ArrowDown'),
    page: (it) => [lines[0]!, lines[2]!, composed(it)],
  },
];

describe('composing while a colleague writes in the same paragraph', () => {
  let browser: Browser;
  let mei: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    mei = await person(browser, 'amara');
    jomar = await person(browser, 'jomar');
    const id = await newStatement(mei, 'Composed together', 'edit');
    await open(mei, id);
    await open(jomar, id);
  }, 120_000);
  afterAll(() => browser.close());

  /** The same three lines again, in the place of all that was written. */
  async function begin(): Promise<void> {
    await text(mei).click();
    await mei.keyboard.press('Control+a');
    await text(mei).evaluate((element, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, lines.join('\n\n'));
    await showsParagraphs(mei, lines);
    await showsParagraphs(jomar, lines);
  }

  it.each(colleagues)(
    'the other $does: nothing half-composed stays',
    async ({ act, page }) => {
      for (const { stages, meant } of methods) {
        await begin();
        await caretIn(mei, 1, place);
        await compose(mei, stages, (stage) => (stage === 1 ? act(jomar) : Promise.resolve()), meant);
        await showsParagraphs(mei, page(meant));
        await showsParagraphs(jomar, page(meant));
      }
    },
    120_000,
  );

  it('two compose beside each other at once', async () => {
    await begin();
    await caretIn(mei, 1, place);
    await caretIn(jomar, 1, lines[1]!.length);
    await compose(
      mei,
      ['n', 'ni'],
      async (stage) => {
        if (stage === 1) await compose(jomar, ['s', 'sh', 'shi'], async () => undefined, '是');
      },
      '你',
    );
    const both = [lines[0]!, 'Composed words你 go here.是', lines[2]!];
    await showsParagraphs(mei, both);
    await showsParagraphs(jomar, both);
  }, 60_000);
});
