import { lineBreak } from '../rich-paragraph.js';

const signs: Record<string, string> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\u00a0': '&nbsp;', [lineBreak]: '<br>',
}; // prettier-ignore

export const escapeText = (text: string): string =>
  text.replace(/[&<>"'\u00a0\u2028]/g, (sign) => signs[sign]!);

/**
 * Text for HTML. Spaces in a row, which HTML would make one, are wrapped so that they stay.
 * @param before The character before it.
 */
export function htmlOfText(text: string, before: string): string {
  const kept = /^[ \u00a0]$/.test(before) ? /^[ \u00a0]+|[ \u00a0]{2,}/g : /[ \u00a0]{2,}/g;
  let html = '';
  let at = 0;
  for (const found of text.matchAll(kept)) {
    html += `${escapeText(text.slice(at, found.index))}<span style="white-space:pre-wrap">${escapeText(found[0])}</span>`;
    at = found.index + found[0].length;
  }
  return html + escapeText(text.slice(at));
}
