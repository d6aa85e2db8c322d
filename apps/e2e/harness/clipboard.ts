import type { Page } from 'playwright-core';
import { nextLook, text } from './people.js';

/** What a program puts on the clipboard. */
export interface Clip {
  readonly html?: string;
  readonly plain?: string;
}

/** Pastes what another program would have put on the clipboard, at the caret. */
export async function pasteClip(page: Page, clip: Clip): Promise<void> {
  await send(page, 'paste', clip);
  await settled(page);
}

/** Drops what was dragged from another window onto a paragraph, by its place on the page. */
export async function dropClip(page: Page, clip: Clip, paragraph: number): Promise<void> {
  await send(page, 'drop', clip, paragraph);
  await settled(page);
}

function send(page: Page, kind: 'paste' | 'drop', { html, plain }: Clip, paragraph = 0): Promise<void> {
  return text(page).evaluate(
    (element, [type, asHtml, asText, index]) => {
      const data = new DataTransfer();
      if (asHtml) data.setData('text/html', asHtml);
      if (asText) data.setData('text/plain', asText);
      const how = { bubbles: true, cancelable: true };
      if (type === 'paste')
        return void element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...how }));
      const block = element.querySelectorAll(':scope > [data-style]')[index]!;
      const words = document.createRange();
      words.selectNodeContents(block);
      const box = words.getBoundingClientRect();
      const at = { clientX: box.right - 1, clientY: box.top + box.height / 2 };
      block.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...at, ...how }));
    },
    [kind, html ?? '', plain ?? '', paragraph] as const,
  );
}

/** The editor takes in what was done with its next turns. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => setTimeout(done, 30)));

/** Keeps what the real clipboard holds at the next paste, byte for byte, for `pastedClip`. */
export function watchClipboard(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.addEventListener(
      'paste',
      ({ clipboardData }) => {
        const [html, plain] = [clipboardData!.getData('text/html'), clipboardData!.getData('text/plain')];
        Object.assign(globalThis, { pastedClip: { html, plain } });
      },
      { capture: true },
    );
  });
}

export const pastedClip = (page: Page): Promise<Required<Clip>> =>
  page.evaluate(() => (globalThis as unknown as { pastedClip: Required<Clip> }).pastedClip);

/**
 * All that a statement holds, a line for each paragraph, as the page shows it:
 * `operative numbered 1 start 4 | words ^{note} *bold* _italic_ [words](link) ⏎`.
 */
export function content(page: Page): Promise<string[]> {
  return text(page).evaluate((element) => {
    const usual = (name: string, value: string | null, otherwise: string) =>
      value === null || value === otherwise ? [] : [`${name}${value}`];
    const formatsOf = (node: Node, block: Element): string[] => {
      const found: string[] = [];
      for (let at = node.parentElement; at && at !== block; at = at.parentElement)
        found.push(at.localName === 'a' ? `a ${at.getAttribute('href')}` : at.localName);
      return found.toSorted();
    };
    const marked = (words: string, formats: readonly string[]): string => {
      let all = words;
      if (formats.includes('em')) all = `_${all}_`;
      if (formats.includes('strong')) all = `*${all}*`;
      const link = formats.find((each) => each.startsWith('a '));
      return link ? `[${all}](${link.slice(2)})` : all;
    };
    const wordsOf = (block: Element): string => {
      const runs: { words: string; formats: string[] }[] = [];
      const add = (words: string, formats: string[]) => {
        const last = runs.at(-1);
        if (last?.formats.join() === formats.join()) last.words += words;
        else runs.push({ words, formats });
      };
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const around = node instanceof Element ? node : node.parentElement!;
        if (around.closest('.caret, .paragraph-number')) continue;
        if (node instanceof Text) add(node.data.replaceAll('\u2060', ''), formatsOf(node, block));
        else if (around.matches('sup[data-note]'))
          runs.push({ words: `^{${around.getAttribute('data-note')!.replaceAll('\u2028', '⏎')}}`, formats: ['note'] }); // prettier-ignore
        else if (around.matches('br:not(.ProseMirror-trailingBreak)')) add('⏎', formatsOf(node, block));
      }
      return runs.map(({ words, formats }) => marked(words, formats)).join('');
    };
    return [...element.querySelectorAll(':scope > [data-style]')].map((block) => {
      const said = (name: string) => block.getAttribute(`data-${name}`);
      const style = said('style')!;
      const isItem = style === 'bullet' || style === 'numbered';
      const depth = style === 'heading' ? [said('level')!] : isItem ? [said('indent')!] : usual('', said('indent'), '0'); // prettier-ignore
      const head = [
        ...usual('', said('kind'), 'plain'),
        style,
        ...depth,
        ...usual('start ', said('start'), '0'),
        ...usual('direction ', said('direction'), 'auto'),
      ];
      return `${head.join(' ')} | ${wordsOf(block)}`;
    });
  });
}

/** Waits until a page holds this. */
export async function holds(page: Page, wanted: readonly string[]): Promise<void> {
  const end = Date.now() + 10_000;
  while (JSON.stringify(await content(page)) !== JSON.stringify(wanted)) {
    if (Date.now() > end) break;
    await nextLook();
  }
  expect(await content(page)).toEqual(wanted);
}

/** The ids of the paragraphs, in order. */
export const idsOf = (page: Page): Promise<string[]> =>
  text(page).evaluate((element) =>
    [...element.querySelectorAll(':scope > [data-style]')].map((block) => block.getAttribute('data-id')!),
  );
