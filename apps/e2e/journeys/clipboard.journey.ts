import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
/* eslint-disable @nx/enforce-module-boundaries -- the reader's own fixtures, which nothing but tests may see */
import { casesOfLines } from '../../../libs/ground/web/editor/paste/test/cases-of-lines.js';
import { casesOfStructure } from '../../../libs/ground/web/editor/paste/test/cases-of-structure.js';
import { casesOfWords } from '../../../libs/ground/web/editor/paste/test/cases-of-words.js';
/* eslint-enable @nx/enforce-module-boundaries */
import { openBrowser } from '../harness/browser.js';
import { caretIn } from '../harness/caret.js';
import {
  content,
  dropClip,
  holds,
  idsOf,
  pasteClip,
  pastedClip,
  watchClipboard,
  type Clip,
} from '../harness/clipboard.js';
import { goOnTo, newStatement, person, says, text } from '../harness/people.js';

/** One of each kind, as Plenary itself writes it. */
const everything = `<div data-from="plenary"><h1 dir="auto">Joint statement</h1><h2 dir="auto">Who we are</h2><h3 dir="auto">In short</h3>
<p dir="auto" data-kind="preambular"><em>Recalling</em> the <strong>Global <em>Compact</em></strong><em> for Migration</em>,</p>
<p dir="auto" data-kind="operative">We <a href="https://example.org/call?a=1&amp;b=2">call <strong>on</strong></a> States<a href="#_ftn1" name="_ftnref1" style="mso-footnote-id:ftn1"><sup>[1]</sup></a> 👩🏽‍🚀 to act<a href="#_ftn2" name="_ftnref2" style="mso-footnote-id:ftn2"><sup>[2]</sup></a>:</p>
<ol start="3"><li dir="auto"><p dir="auto">ratify</p><p dir="auto">and report</p><ul><li dir="auto">in towns<ol><li dir="auto">soon</li></ol></li><li dir="auto">in villages</li></ul></li><li dir="auto">fund</li></ol>
<ul><li dir="auto">children</li></ul><blockquote><p dir="auto">Nothing about us<br>without us</p></blockquote>
<p dir="auto">نطالب بحقوق <strong>المهاجرين</strong> 🌍</p><p dir="rtl">UNHCR و IOM</p>
<div style="mso-element:footnote-list"><hr><div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1" name="_ftn1" style="mso-footnote-id:ftn1"><sup>[1]</sup></a> A/RES/73/195, para. 2</p></div><div style="mso-element:footnote" id="ftn2"><p><a href="#_ftnref2" name="_ftn2" style="mso-footnote-id:ftn2"><sup>[2]</sup></a> أمم متحدة</p></div></div></div>`;

const everythingRead = [
  'heading 1 | Joint statement',
  'heading 2 | Who we are',
  'heading 3 | In short',
  'preambular text | _Recalling_ the *Global **_Compact_*_ for Migration_,',
  'operative text | We [call ](https://example.org/call?a=1&b=2)[*on*](https://example.org/call?a=1&b=2) States^{A/RES/73/195, para. 2} 👩🏽‍🚀 to act^{أمم متحدة}:',
  'numbered 0 start 3 | ratify',
  'text 1 | and report',
  'bullet 1 | in towns',
  'numbered 2 | soon',
  'bullet 1 | in villages',
  'numbered 0 | fund',
  'bullet 0 | children',
  'quote | Nothing about us⏎without us',
  'text | نطالب بحقوق *المهاجرين* 🌍',
  'text direction rtl | UNHCR و IOM',
];

const fixtures = join(__dirname, '../../../libs/ground/web/editor/paste/fixtures');

function clipOf(file: string): Clip {
  const words = readFileSync(join(fixtures, file), 'utf8');
  return file.endsWith('.txt') ? { plain: words } : { html: words, plain: 'as text' };
}

/** A handful of each program. */
const programs = new Set([
  'word-lists.clip', 'word-numbers-go-on.clip', 'word-headings.clip', 'word-first-words-like-numbers.clip',
  'word-footnotes-and-endnotes.clip', 'word-comment-and-changes.clip', 'word-online.clip', 'word-table.clip', 'word-arabic.clip',
  'word-several-paragraphs-an-item.clip', 'google-docs.clip', 'google-docs-footnotes.clip', 'google-docs-piece.clip',
  'libreoffice.clip', 'outlook-mail.clip', 'gmail.clip', 'excel.clip', 'web-article.clip', 'raised-and-lowered.clip',
  'pdf-with-hyphens.txt', 'pdf-bullets.txt', 'mail-hard-wrapped.txt', 'mail-flowed.txt', 'verse.txt', 'phrase.txt',
]); // prettier-ignore
const cases = [...casesOfStructure, ...casesOfWords, ...casesOfLines].filter(({ file }) =>
  programs.has(file),
);

const sentences: Record<string, string> = {
  struck: 'struck-out words',
  comments: 'comments',
  pictures: 'pictures',
  drawings: 'drawings',
  media: 'sound and video',
};

describe('what is copied is pasted, and others see it', () => {
  let browser: Browser;
  let amara: Page;
  let jomar: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara', { permissions: ['clipboard-read', 'clipboard-write'] });
    jomar = await person(browser, 'jomar');
  }, 120_000);
  afterAll(() => browser.close());

  /** A statement with these paragraphs, open with both. */
  async function together(title: string, ...lines: string[]): Promise<string> {
    const id = await newStatement(amara, title, 'edit');
    // No notice of an earlier statement stays.
    await amara
      .locator('[role=log] button')
      .evaluateAll((all) => all.forEach((close) => (close as HTMLElement).click()));
    await goOnTo(amara, id);
    await text(amara).click();
    for (const [index, line] of lines.entries()) {
      if (index > 0) await amara.keyboard.press('Enter');
      await amara.keyboard.type(line);
    }
    if (lines.length > 0) await says(amara, 'Saved');
    await goOnTo(jomar, id);
    if (lines.length > 0) await holds(jomar, await content(amara));
    return id;
  }

  const both = async (wanted: readonly string[]) => {
    await holds(amara, wanted);
    await holds(jomar, wanted);
  };

  const pressAll = async (...keys: string[]) => {
    for (const key of keys) await amara.keyboard.press(key);
  };

  it('STM-15 a whole statement goes through the real clipboard into another one as it is', async () => {
    await together('Everything');
    await pasteClip(amara, { html: everything });
    await both(everythingRead);
    await says(amara, 'Saved');
    const ids = await idsOf(amara);
    const notes = await text(amara)
      .locator('sup[data-note-id]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-note-id')!));
    expect(notes).toHaveLength(2);
    await pressAll('Control+a', 'Control+c');

    await together('Everything again');
    await watchClipboard(amara);
    await text(amara).click();
    await pressAll('Control+v');
    await both(everythingRead);
    await says(amara, 'Saved');
    await jomar.reload();
    await holds(jomar, everythingRead);
    expect((await idsOf(amara)).filter((id) => ids.includes(id))).toEqual([]);

    // What stood on the clipboard is for everybody's eyes.
    const { html, plain } = await pastedClip(amara);
    for (const secret of [...ids, ...notes, 'Amara', 'Jomar', 'data-id', 'data-note-id']) {
      expect(html).not.toContain(secret);
      expect(plain).not.toContain(secret);
    }
    expect(plain).toContain('3. ratify');
    expect(plain).toContain('4. fund');
    expect(plain).toContain('• children');
    expect(plain).toContain('States[1] 👩🏽‍🚀 to act[2]:');
    expect(plain).toContain('[1] A/RES/73/195, para. 2');
  });

  it('STM-15 a paragraph that is cut comes back as itself elsewhere; a copy is a new one', async () => {
    await together('Cut and pasted', 'One', 'Two', 'Three');
    const [one, two, three] = await idsOf(amara);
    await caretIn(amara, 0, 0);
    await pressAll('Shift+ArrowDown', 'Control+x');
    await both(['text | Two', 'text | Three']);
    await caretIn(amara, 1, 0);
    await pressAll('Control+v');
    await both(['text | Two', 'text | One', 'text | Three']);
    expect(await idsOf(jomar)).toEqual([two, one, three]);
    await caretIn(amara, 1, 0);
    await pressAll('Shift+ArrowDown', 'Control+c');
    await caretIn(amara, 2, 5);
    await pressAll('Control+v');
    await both(['text | Two', 'text | One', 'text | Three', 'text | One']);
    const ids = await idsOf(jomar);
    expect(ids.slice(0, 3)).toEqual([two, one, three]);
    expect(ids[3]).not.toBe(one);
    await pressAll('Control+z', 'Control+z', 'Control+z');
    await both(['text | One', 'text | Two', 'text | Three']);
    expect(await idsOf(jomar)).toEqual([one, two, three]);
  });

  it.each(cases)('STM-15 $file is read in the page as it is meant', async ({ file, reads, leftOut }) => {
    await together(`Pasted ${file}`);
    await text(amara).click();
    await pasteClip(amara, clipOf(file));
    await both(reads);
    const kinds = leftOut ?? [];
    const told = amara.getByText('left out of what you pasted');
    if (kinds.length === 0) expect(await told.count()).toBe(0);
    else for (const kind of kinds) expect(await told.last().textContent()).toContain(sentences[kind]);
    await says(amara, 'Saved');
  });

  it('STM-15 what is pasted amid other words joins them, the caret stands behind it, and one undo takes it back', async () => {
    await together('Amid words', 'Migrants have rights.', 'Families belong together.');
    const before = await content(amara);
    const ids = await idsOf(amara);
    const undone = async () => {
      await pressAll('Control+z');
      await both(before);
      expect(await idsOf(jomar)).toEqual(ids);
    };
    const behindIt = async (wanted: readonly string[]) => {
      await amara.keyboard.type('!');
      await both(wanted);
      await pressAll('Control+z');
    };
    // One word joins the sentence.
    await caretIn(amara, 0, 'Migrants'.length);
    await pasteClip(amara, { plain: ' everywhere' });
    await both(['text | Migrants everywhere have rights.', before[1]!]);
    await behindIt(['text | Migrants everywhere! have rights.', before[1]!]);
    await undone();
    // So does one paragraph of another page.
    await caretIn(amara, 0, 'Migrants have '.length);
    await pasteClip(amara, { html: '<p>equal <b>human</b></p>', plain: 'equal human' });
    await both(['text | Migrants have equal *human*rights.', before[1]!]);
    await undone();
    // Several paragraphs over a selection of two.
    await caretIn(amara, 0, 'Migrants'.length);
    for (let at = 0; at < ' have rights.'.length + 1 + 'Families'.length; at++)
      await amara.keyboard.press('Shift+ArrowRight');
    const three = { html: '<p> one</p><h2>two</h2><p>three</p>', plain: 'one\ntwo\nthree' };
    await pasteClip(amara, three);
    await both(['text | Migrantsone', 'heading 2 | two', 'text | three belong together.']);
    await behindIt(['text | Migrantsone', 'heading 2 | two', 'text | three! belong together.']);
    await undone();
    // A list at the end of a paragraph.
    await caretIn(amara, 0, 'Migrants have rights.'.length);
    await pasteClip(amara, { html: '<ol><li>a<ul><li>b</li></ul></li></ol>', plain: 'a b' });
    await both([before[0]!, 'numbered 0 | a', 'bullet 1 | b', before[1]!]);
    await behindIt([before[0]!, 'numbered 0 | a', 'bullet 1 | b!', before[1]!]);
    await undone();
  });

  it('STM-15 an empty paragraph becomes what is pasted; in an item, plain words are an item', async () => {
    await together('Into what is empty');
    await text(amara).click();
    const [id] = await idsOf(amara);
    await pasteClip(amara, { html: '<h1><b>Our</b> demands</h1>', plain: 'Our demands' });
    await both(['heading 1 | *Our* demands']);
    expect(await idsOf(jomar)).toEqual([id]);
    await pressAll('Enter');
    await amara.keyboard.type('- ');
    await pasteClip(amara, { html: '<p>from a page</p>', plain: 'from a page' });
    await both(['heading 1 | *Our* demands', 'bullet 0 | from a page']);
    await pressAll('Enter');
    await pasteClip(amara, { html: '<ul><li>x</li><li>y</li></ul>', plain: 'x\ny' });
    await both(['heading 1 | *Our* demands', 'bullet 0 | from a page', 'bullet 0 | x', 'bullet 0 | y']);
  });

  it('STM-15 what is dropped from elsewhere is cleaned as what is pasted', async () => {
    await together('Dropped', 'Migrants have rights.');
    await dropClip(
      amara,
      { html: '<p style="color:red" onclick="x()"> and <b>dignity</b><s>not</s><img src="x.png"></p>' },
      0,
    );
    await both(['text | Migrants have rights.and *dignity*']);
    const told = amara.getByText('left out of what you pasted').last();
    expect(await told.textContent()).toContain('struck-out words');
    expect(await told.textContent()).toContain('pictures');
  });

  it('STM-12 a paragraph that is dragged by its number moves, and keeps its id', async () => {
    await together('Dragged', 'One', 'Two', 'Three');
    const [one, two, three] = await idsOf(amara);
    const place = async (paragraph: number) =>
      (await text(amara).locator(':scope > [data-style]').nth(paragraph).boundingBox())!;
    // The number moves while the page is told who else is there.
    await amara.getByText('Jomar').first().waitFor();
    await text(amara).locator('.paragraph-number').nth(2).hover();
    const target = await place(0);
    await amara.mouse.down();
    await amara.mouse.move(target.x + 60, target.y + target.height - 4, { steps: 6 });
    await amara.mouse.move(target.x + 40, target.y + 3, { steps: 6 });
    await amara.mouse.up();
    await both(['text | Three', 'text | One', 'text | Two']);
    expect(await idsOf(jomar)).toEqual([three, one, two]);
    await pressAll('Control+z');
    await both(['text | One', 'text | Two', 'text | Three']);
  });

  it('STM-15 too much is refused with a sentence, and nothing changes', async () => {
    await together('Too much', 'before');
    await pasteClip(amara, { html: `<p>${'حق '.repeat(400_000)}</p>`, plain: 'too much' });
    await amara.getByText('too much to paste at once').waitFor();
    expect(await content(amara)).toEqual(['text | before']);
  });
});
