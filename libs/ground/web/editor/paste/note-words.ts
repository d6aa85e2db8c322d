import { plainScript } from './raised.js';

/** What stands at a reference: a number, character or sign, or a word in brackets. What is longer is a link. */
const mark =
  /^([[(]\s*(\p{L}{1,6}|(note|nb|n)?\.?\s*\p{N}{1,4}|[*†‡§¶#]{1,4})\s*[\])]|\p{N}{1,4}|\p{L}|x{0,3}(ix|iv|v?i{0,3})|[*†‡§¶#]{1,4}|(note|nb|n)\.?\s?\p{N}{1,3})[.)]?$/iu;

export const isMark = (text: string): boolean => text.trim() !== '' && mark.test(text.trim());

/** The words of a note without the mark at its start, which programs repeat there. */
export function noteWords(text: string, reference: string): string {
  const words = text.replace(/^[\s^↑↩\ufe0e\ufe0f]+/, '').trimEnd();
  const mark = reference.trim();
  for (const each of [mark, mark.replace(/[[\]()]/g, ''), plainScript(mark, 'sup', '', '')]) {
    if (each !== '' && words.startsWith(each) && /^[\s.):]+\S/.test(words.slice(each.length)))
      return words.slice(each.length).replace(/^[\s.):]+/, '');
  }
  return words;
}

/** A text in parts that are not longer than allowed, cut between words where there is a gap. */
export function inParts(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const gap = rest.lastIndexOf(' ', longest);
    // Never between the halves of a pair.
    const whole = /[\ud800-\udbff]/.test(rest[longest - 1]!) ? longest - 1 : longest;
    const at = gap > longest / 2 ? gap : whole;
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}
