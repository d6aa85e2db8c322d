import type { Page } from 'playwright-core';
import { nextLook, text } from './people.js';

/** Puts the caret into a paragraph (by its place on the page) behind so many characters, as a click there would. */
export async function caretIn(page: Page, paragraph: number, characters: number): Promise<void> {
  await text(page).evaluate(
    (element, [index, offset]) => {
      (element as HTMLElement).focus();
      const block = element.querySelectorAll(':scope > [data-style]')[index!]!;
      let rest = offset!;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if ((node.parentElement as Element).closest('.caret')) continue;
        const { length } = node as Text;
        if (rest <= length) return getSelection()!.collapse(node, rest);
        rest -= length;
      }
      getSelection()!.collapse(block, 0);
    },
    [paragraph, characters] as const,
  );
  // The editor hears of it with a later turn of the page.
  await page.waitForFunction(() => {
    const element = document.querySelector('.statement-text') as Element & { editor: ShownEditor };
    const { state, view } = element.editor;
    const { anchorNode, anchorOffset } = getSelection()!;
    return state.selection.empty && state.selection.head === view.posAtDOM(anchorNode!, anchorOffset);
  });
}

/** Selects words of the text, as dragging over them would; who only reads can, too. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await text(page).evaluate((element, wanted) => {
    (element as HTMLElement).focus();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({ block: 'center' });
      return getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`${wanted} is not in the text`);
  }, words);
}

/** What the library leaves of itself at the element that it edits. */
interface ShownEditor {
  readonly state: { readonly selection: { readonly empty: boolean; readonly head: number } };
  readonly view: { posAtDOM(node: Node, offset: number): number };
}

/** The words of each paragraph, without numbers in the margin and names at carets. */
export function paragraphs(page: Page): Promise<string[]> {
  return text(page).evaluate((element) =>
    [...element.querySelectorAll(':scope > [data-style]')].map((block) => {
      const copy = block.cloneNode(true) as Element;
      copy.querySelectorAll('.caret, .paragraph-number').forEach((each) => each.remove());
      return copy.textContent!.replaceAll('\u2060', '');
    }),
  );
}

/** Waits until a page shows these paragraphs. */
export async function showsParagraphs(page: Page, wanted: readonly string[]): Promise<void> {
  const end = Date.now() + 10_000;
  while (JSON.stringify(await paragraphs(page)) !== JSON.stringify(wanted)) {
    if (Date.now() > end) break;
    await nextLook();
  }
  expect(await paragraphs(page)).toEqual(wanted);
}

/** Waits until somebody's caret stands behind these characters of its paragraph, on another's page. */
export async function showsCaretBehind(page: Page, name: string, characters: string): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await leftOfCaret(page, name)) !== characters && Date.now() < end) {
    await nextLook();
  }
  expect(await leftOfCaret(page, name)).toBe(characters);
}

async function leftOfCaret(page: Page, name: string): Promise<string> {
  const caret = page.locator('.caret', { hasText: name });
  await caret.waitFor({ state: 'attached' });
  return caret.evaluate((mark) => {
    const range = document.createRange();
    range.setStart(mark.closest('[data-style]')!, 0);
    range.setEndBefore(mark);
    return range.toString();
  });
}

/** Types through an input method: what is composed grows, and is then replaced by what is meant. */
export async function compose(
  page: Page,
  stages: readonly string[],
  meanwhile: (stage: number) => Promise<void>,
  meant: string,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [stage, composed] of stages.entries()) {
    const at = composed.length;
    await session.send('Input.imeSetComposition', { text: composed, selectionStart: at, selectionEnd: at });
    await meanwhile(stage);
  }
  await session.send('Input.insertText', { text: meant });
  await session.detach();
}
