import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../harness/browser.js';
import {
  forumStatement,
  newStatement,
  open,
  person,
  says,
  shows,
  text,
  write,
  written,
} from '../harness/people.js';

describe('two organisations write one statement', () => {
  let browser: Browser;
  let amara: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
    jomar = await person(browser, 'jomar');
  }, 120_000);
  afterAll(() => browser.close());

  it('each sees the words and the caret of the other in the Forum statement', async () => {
    const forum = await forumStatement(amara);
    await open(amara, forum);
    await open(jomar, forum);
    await write(amara, ' Harmattan adds this.');
    await shows(jomar, 'Harmattan adds this.');
    await write(jomar, ' Sampaguita adds that.');
    await shows(amara, 'Sampaguita adds that.');
    await jomar.locator('.caret', { hasText: 'Amara' }).waitFor({ state: 'attached' });
    // The name is seen while the caret moves, and then makes room for the words.
    const name = amara.locator('.caret-name', { hasText: 'Jomar' });
    await jomar.keyboard.press('ArrowLeft');
    await name.waitFor();
    const [label, line] = await text(amara).evaluate((words) =>
      [words.querySelector('.caret-name')!, words].map((each) =>
        parseFloat(getComputedStyle(each).lineHeight),
      ),
    );
    expect(label).toBeLessThan(line! / 2);
    await name.waitFor({ state: 'hidden' });
    expect(await name.textContent()).toContain('Sampaguita');
    await says(amara, 'Saved');
    await says(jomar, 'Saved');
    expect(await written(amara)).toBe(await written(jomar));
  });

  it('numbers in the margin follow, and a link to a paragraph survives edits around it', async () => {
    const id = await newStatement(amara, 'Numbers that follow', 'edit');
    await open(amara, id);
    await write(amara, 'First');
    await amara.keyboard.press('Enter');
    await amara.keyboard.type('Second');
    await says(amara, 'Saved');
    await open(jomar, id);
    await shows(jomar, 'Second');
    const numberOf = (words: string) =>
      jomar.locator(`.statement-text > p:has-text("${words}")`).evaluate((paragraph) => ({
        label: paragraph.previousElementSibling?.textContent ?? null,
        id: paragraph.id,
      }));
    const before = await numberOf('Second');
    expect(before.label).toBe('¶2');
    await amara.keyboard.press('Control+Home');
    await amara.keyboard.type('New beginning');
    await amara.keyboard.press('Enter');
    await jomar.locator('.paragraph-number', { hasText: '¶3' }).waitFor();
    const after = await numberOf('Second');
    expect(after).toEqual({ label: '¶3', id: before.id });
    await jomar.goto(`${jomar.url().split('#')[0]}#${before.id}`);
    await jomar.reload();
    // The focus goes to the paragraph that the address names.
    await jomar.waitForFunction(
      (id) =>
        document.activeElement?.matches('.statement-text') &&
        document.getElementById(id)?.contains(getSelection()!.anchorNode),
      before.id,
    );
  });

  it('undo takes back only one’s own words', async () => {
    const id = await newStatement(amara, 'Only my own', 'edit');
    await open(amara, id);
    await open(jomar, id);
    await write(amara, 'kept by Amara');
    await shows(jomar, 'kept by Amara');
    await write(jomar, ' taken back by Jomar');
    await shows(amara, 'taken back by Jomar');
    await jomar.keyboard.press('Control+z');
    await jomar.waitForFunction(() => !document.body.innerText.includes('taken back'));
    await says(jomar, 'Saved');
    expect(await written(amara)).toContain('kept by Amara');
    expect(await written(amara)).not.toContain('taken back');
  });

  it('a 2 MB paste gets a sentence, and changes nothing', async () => {
    const id = await newStatement(amara, 'Too much at once', null);
    await open(amara, id);
    await write(amara, 'before');
    await says(amara, 'Saved');
    await text(amara).evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'word '.repeat(400_000));
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await amara.getByText('too much to paste at once').waitFor();
    expect(await written(amara)).toContain('before');
  });
});
