import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { wordDraft, WordEdits } from '@plenary/exchange/testing';
import { accessibilityFindings, openBrowser, phone } from '../harness/browser.js';
import { caretIn, showsParagraphs } from '../harness/caret.js';
import { ask, newStatement, open, person, says, write } from '../harness/people.js';

interface Listed {
  readonly items: readonly {
    readonly enteredFor?: { readonly name: string } | null;
    readonly comments?: readonly { readonly text: string }[];
  }[];
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const files = 'libs/exchange/domain/test/files';

/** Goes on with the key of the next thing until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let at = 0; at < 60; at++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${target}`);
}

/** The file that a press of Enter on this brings. */
async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  await tabTo(page, button);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^More:/ }).click();
  await page.getByRole('menuitem', { name: 'Export as a file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the statement' });
  await dialog.waitFor();
  return dialog;
}

describe('files', () => {
  let browser: Browser;
  let amara: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    amara = await person(browser, 'amara');
  });
  afterAll(() => browser.close());

  it('a statement goes out as each kind of file, and as Word with what was suggested and said', async () => {
    const id = await newStatement(amara, 'Out into the world', null);
    await open(amara, id);
    await write(amara, 'Nobody drowns while others look on.');
    await says(amara, 'Saved');
    const mele = await person(browser, 'mele');
    await open(mele, id);
    await mele.getByRole('button', { name: 'Suggest', exact: true }).click();
    await mele.getByRole('region', { name: 'Your suggestion' }).waitFor();
    await caretIn(mele, 0, 6);
    await mele.keyboard.type(' ever');
    await says(mele, 'Saved');
    await mele.getByRole('button', { name: 'Send suggestion' }).click();
    await mele.getByRole('button', { name: 'Send', exact: true }).click();
    await mele.getByText('Your suggestion was sent.').waitFor();
    await ask(mele, 'POST', `/api/statements/${id}/threads`, {
      ...{ kind: 'statement', audience: 'readers', text: 'Who looks on?', language: 'en' },
    });

    const begins = { 'Markdown': '# Out into', 'Web page (HTML)': '<!doctype html>', 'Plain text': 'Out into' };
    for (const [kind, begin] of Object.entries(begins)) {
      const dialog = await openExport(amara);
      await dialog.getByRole('radio', { name: kind }).check();
      const { name, bytes } = await downloaded(amara, dialog.getByRole('button', { name: 'Download' }));
      expect(name).toMatch(/^Out into the world\.(md|html|txt)$/);
      expect(bytes.toString()).toMatch(new RegExp(`^${begin}`));
      expect(bytes.toString()).toContain('Nobody drowns');
      await dialog.waitFor({ state: 'hidden' });
    }
    const dialog = await openExport(amara);
    for (const name of ['Suggestions, as tracked changes', 'Comments, with answers']) {
      await tabTo(amara, dialog.getByRole('checkbox', { name }));
      await amara.keyboard.press('Space');
    }
    await dialog.getByRole('combobox', { name: 'Who is named as having said it' }).selectOption('organisations');
    expect(await accessibilityFindings(amara)).toEqual([]);
    // However much is chosen above it, on a small screen, too.
    await amara.setViewportSize({ width: 1280, height: 720 });
    const button = (await dialog.getByRole('button', { name: 'Download' }).boundingBox())!;
    expect(button.y + button.height).toBeLessThanOrEqual(amara.viewportSize()!.height);
    const { name, bytes } = await downloaded(amara, dialog.getByRole('button', { name: 'Download' }));
    expect(name).toBe('Out into the world.docx');
    const parts = unzipSync(bytes);
    const [body, comments] = ['word/document.xml', 'word/comments.xml'].map((part) => strFromU8(parts[part]!));
    expect(body).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*> ever</);
    expect(comments).toContain('Who looks on?');
    expect(body! + comments!).not.toContain('Mele');
    await mele.context().close();
  }); // prettier-ignore

  it.each([
    ['call.docx', 'all were accepted'],
    ['revised.odt', 'all were rejected'],
  ])('%s is looked at and becomes a statement, by keys alone', async (file, as) => {
    await amara.goto(new URL('/statements/from-file', amara.url()).href);
    await amara.locator('input[type=file]').setInputFiles(`${files}/${file}`);
    const preview = amara.getByTestId('preview');
    await preview.getByText('open safe routes').waitFor();
    const choice = amara.getByRole('radio', { name: as });
    if (await choice.count()) {
      await tabTo(amara, amara.getByRole('radio', { name: 'all were accepted' }));
      await amara.keyboard.press('ArrowDown');
      await preview.getByText('They report every year.').waitFor();
    }
    const title = amara.getByRole('textbox', { name: 'Title' });
    await tabTo(amara, title);
    await amara.keyboard.press('Control+A');
    await amara.keyboard.type(`Out of ${file}`);
    await tabTo(amara, amara.getByRole('button', { name: 'Begin with this text' }));
    await amara.keyboard.press('Enter');
    await amara.getByRole('heading', { name: `Out of ${file}` }).waitFor();
    await amara.locator('.statement-text').getByText('end detention').waitFor();
  });

  it('a Word file that was debated becomes a statement with its suggestions and threads, by keys alone', async () => {
    const draft = new WordEdits(wordDraft('Our call', ['States shall open safe routes. ', '', 'Nobody is turned back.']))
      .replace('shall', 'must', 'Nadia Karim')
      .comment('turned back', { by: 'Kofi', text: 'And on land?' });
    await amara.goto(new URL('/statements/from-file', amara.url()).href);
    await amara.locator('input[type=file]').setInputFiles({ name: 'draft.docx', mimeType: wordType, buffer: Buffer.from(draft.bytes()) });
    await tabTo(amara, amara.getByRole('radio', { name: 'all were accepted' }));
    await amara.keyboard.press('ArrowUp');
    await amara.getByTestId('beside').getByText('1 suggestion').waitFor();
    await amara.getByTestId('preview').getByText('States shall open').waitFor();
    expect(await accessibilityFindings(amara)).toEqual([]);
    await tabTo(amara, amara.getByRole('button', { name: 'Begin with this text' }));
    await amara.keyboard.press('Enter');
    await amara.getByRole('heading', { name: 'Our call' }).waitFor();
    await amara.locator('.statement-text').getByText('States shall open safe routes.').waitFor();
    await amara.waitForURL(/\/statements\/[0-9a-f-]{36}/);
    const id = new URL(amara.url()).pathname.split('/').at(-1)!;
    const of = async (what: string) => (await ask<Listed>(amara, 'GET', `/api/statements/${id}/${what}`)).items;
    expect((await of('suggestions')).map(({ enteredFor }) => enteredFor?.name)).toEqual(['Nadia Karim']);
    expect((await of('threads')).flatMap(({ comments = [] }) => comments.map(({ text }) => text))).toEqual(['And on land?']);
  }); // prettier-ignore

  it('on a phone, in Arabic, a Markdown file is looked at and becomes a statement', async () => {
    const small = await person(browser, 'amara', { ...phone, locale: 'ar' });
    await ask(small, 'PATCH', '/api/me', { language: 'ar' });
    await small.goto(new URL('/statements/from-file', small.url()).href);
    await small.locator('html[dir=rtl]').waitFor();
    const words = '# نداء\n\nنطالب بحقوقنا.\n\n1. طرق آمنة\n2. لا احتجاز\n';
    await small.locator('input[type=file]').setInputFiles({ name: 'نداء.md', mimeType: 'text/markdown', buffer: Buffer.from(words) }); // prettier-ignore
    await small.getByTestId('preview').getByText('لا احتجاز').waitFor();
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // Numbers stand where lines begin.
    expect((await small.getByTestId('preview').getByText('¶1').boundingBox())!.x).toBeGreaterThan(300);
    expect(await accessibilityFindings(small)).toEqual([]);
    await small.getByRole('button', { name: 'البدء بهذا النص' }).tap();
    await showsParagraphs(small, ['نطالب بحقوقنا.', 'طرق آمنة', 'لا احتجاز']);
    await ask(small, 'PATCH', '/api/me', { language: 'en' });
    await small.context().close();
  });
});
