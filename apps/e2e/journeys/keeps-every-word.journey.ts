import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import { caretIn, paragraphs, showsCaretBehind, showsParagraphs } from '../harness/caret.js';
import { goOnTo, newStatement, person, says, text } from '../harness/people.js';

const lines = ['We call on states.', 'Migrants have rights.', 'Families belong together.'];

/** A statement with three paragraphs, open with both. */
async function together(amara: Page, jomar: Page, title: string): Promise<void> {
  const id = await newStatement(amara, title, 'edit');
  await goOnTo(amara, id);
  await text(amara).click();
  await text(amara).evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, lines.join('\n\n'));
  await says(amara, 'Saved');
  await goOnTo(jomar, id);
  await showsParagraphs(jomar, lines);
}

describe('a colleague’s Enter, Backspace and move lose no word', () => {
  let browser: Browser;
  let amara: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
    jomar = await person(browser, 'jomar');
  }, 120_000);
  afterEach(() => jomar.context().setOffline(false));
  afterAll(() => browser.close());

  it('TXT-1 what one types without a network stays in a paragraph that another joins meanwhile', async () => {
    await together(amara, jomar, 'Joined meanwhile');
    await jomar.context().setOffline(true);
    await caretIn(jomar, 1, 'Migrants'.length);
    await jomar.keyboard.type(' and refugees');
    await caretIn(amara, 1, 0);
    await amara.keyboard.press('Backspace');
    await showsParagraphs(amara, ['We call on states.Migrants have rights.', lines[2]!]);
    await jomar.context().setOffline(false);
    const joined = ['We call on states.Migrants and refugees have rights.', lines[2]!];
    await showsParagraphs(amara, joined);
    await showsParagraphs(jomar, joined);
    await says(jomar, 'Saved');
    // TXT-2: the caret is still where its owner writes.
    await jomar.keyboard.type(' alike');
    await showsParagraphs(amara, ['We call on states.Migrants and refugees alike have rights.', lines[2]!]);
  });

  it('TXT-1 TXT-6 what one types stays in a paragraph that another moves meanwhile, and the paragraph keeps its address', async () => {
    await together(amara, jomar, 'Moved meanwhile');
    const idOf = (page: Page, words: string) =>
      page.locator(`.statement-text > [data-style]:has-text("${words}")`).getAttribute('data-id');
    const before = await idOf(amara, 'together');
    await jomar.context().setOffline(true);
    await caretIn(jomar, 2, 'Families'.length);
    await jomar.keyboard.type(' everywhere');
    await caretIn(amara, 2, 3);
    await amara.keyboard.press('Alt+Shift+ArrowUp');
    await amara.keyboard.press('Alt+Shift+ArrowUp');
    await showsParagraphs(amara, [lines[2]!, lines[0]!, lines[1]!]);
    await jomar.context().setOffline(false);
    const moved = ['Families everywhere belong together.', lines[0]!, lines[1]!];
    await showsParagraphs(amara, moved);
    await showsParagraphs(jomar, moved);
    expect(await idOf(jomar, 'together')).toBe(before);
    await jomar.keyboard.type(' in the world');
    await showsParagraphs(amara, ['Families everywhere in the world belong together.', lines[0]!, lines[1]!]);
  });

  it('TXT-2 an Enter by a colleague does not throw one’s caret into another sentence', async () => {
    await together(amara, jomar, 'Split in front of a caret');
    await caretIn(jomar, 1, 'Migrants have'.length);
    await caretIn(amara, 1, 'Migrants'.length);
    await amara.keyboard.press('Enter');
    await showsParagraphs(jomar, [lines[0]!, 'Migrants', ' have rights.', lines[2]!]);
    await showsCaretBehind(amara, 'Jomar', ' have');
    await jomar.keyboard.type(' equal');
    await showsParagraphs(amara, [lines[0]!, 'Migrants', ' have equal rights.', lines[2]!]);
    await caretIn(amara, 2, 0);
    await amara.keyboard.press('Backspace');
    await showsParagraphs(jomar, [lines[0]!, 'Migrants have equal rights.', lines[2]!]);
    await showsCaretBehind(amara, 'Jomar', 'Migrants have equal');
    await jomar.keyboard.type(' human');
    await showsParagraphs(amara, [lines[0]!, 'Migrants have equal human rights.', lines[2]!]);
    await showsCaretBehind(jomar, 'Amara', 'Migrants');
  });

  it('TXT-4 undoing the deletion of a paragraph in which a colleague wrote brings words, kind and address back', async () => {
    await together(amara, jomar, 'Deleted and brought back');
    await caretIn(amara, 1, 2);
    await amara.keyboard.press('Control+Alt+o');
    await showsParagraphs(jomar, lines);
    const paragraph = (page: Page) => page.locator('.statement-text > [data-kind="operative"]');
    await paragraph(jomar).waitFor();
    const before = await paragraph(jomar).getAttribute('data-id');
    await jomar.context().setOffline(true);
    await caretIn(jomar, 1, 'Migrants have rights'.length);
    await jomar.keyboard.type(' too');
    await caretIn(amara, 1, 0);
    await amara.keyboard.press('Shift+ArrowDown');
    await amara.keyboard.press('Backspace');
    await jomar.context().setOffline(false);
    // The colleague's words stand in a paragraph of their own, or in the one that follows; none is gone.
    await amara.waitForFunction(() =>
      document.querySelector('.statement-text')!.textContent!.includes(' too'),
    );
    await amara.keyboard.press('Control+z');
    const back = [lines[0]!, 'Migrants have rights too.', lines[2]!];
    await showsParagraphs(amara, back);
    await showsParagraphs(jomar, back);
    expect(await paragraph(jomar).getAttribute('data-id')).toBe(before);
  });

  it('TXT-3 both join the same paragraphs at once, and nothing is doubled', async () => {
    await together(amara, jomar, 'Joined twice');
    await jomar.context().setOffline(true);
    await caretIn(amara, 1, 0);
    await caretIn(jomar, 1, 0);
    await amara.keyboard.press('Backspace');
    await jomar.keyboard.press('Backspace');
    await jomar.context().setOffline(false);
    const joined = ['We call on states.Migrants have rights.', lines[2]!];
    await showsParagraphs(amara, joined);
    await showsParagraphs(jomar, joined);
    await says(jomar, 'Saved');
    expect(await paragraphs(amara)).toEqual(await paragraphs(jomar));
  });
});
