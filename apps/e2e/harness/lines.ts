/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';

/** How many lines of paragraphs are wholly in sight, in the faces in which they stay: under what stays at the top, above what stays at the foot. */
export function linesInSight(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const words = document.querySelector('.statement-text')!;
    let [top, foot] = [0, innerHeight];
    for (const each of document.querySelectorAll('body *')) {
      const { position } = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      if (box.height === 0 || words.contains(each) || box.height > innerHeight / 2) continue;
      if (position === 'fixed' && box.bottom >= innerHeight - 1) foot = Math.min(foot, box.top);
      if (position === 'sticky' && box.top < innerHeight / 2) top = Math.max(top, box.bottom);
    }
    const lines = new Set<number>();
    for (const paragraph of words.querySelectorAll('p[data-style]')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { width, top: begin, bottom } of range.getClientRects()) {
          if (width > 1 && begin >= top - 1 && bottom <= foot + 1) lines.add(Math.round(bottom));
        }
      }
    }
    return lines.size;
  });
}
