import type { Paragraph } from './paragraph.js';

/** Letters and digits with what joins them into one word: apostrophes, hyphens, marks, decimal signs. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,\-\u2010\u2011][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
/** Scripts that write words without spaces; only these need the costlier segmenter. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** STM-14: words of a text; `rights-based` and `don’t` are one word each, numbers count as words. */
export function countWords(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  let count = 0;
  for (const segment of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) count += 1;
  }
  return count;
}

/** Words of a statement's text; footnotes are sources and do not count. */
export function wordCountOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((count, paragraph) => count + countWords(paragraph.text), 0);
}
