import type { IdentifiedRun } from '@plenary/ground/text';

/** A word, white space, a sign or a note, with the pieces of characters of which it is made. */
export interface Word {
  /** Equal words have equal keys. */
  readonly key: string;
  readonly parts: readonly IdentifiedRun[];
  /** White space alone. */
  readonly isSpace: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’\u2011][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu;
/** Scripts that set no space between words: each of their characters is compared by itself. */
const byCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}])[^])+/gu;
/** Nothing below it is of such a script. */
const firstOfThem = '\u0e00';

function* wordsIn(text: string): Generator<string> {
  for (const [word] of text.matchAll(wordPattern)) {
    if (word[0]! < firstOfThem) yield word;
    else for (const [part] of word.matchAll(byCharacter)) yield part;
  }
}

/** The words of a paragraph, in order; nothing is left out. */
export function wordsOf(runs: readonly IdentifiedRun[]): Word[] {
  const whole = runs.map(({ text }) => text).join('');
  const words: Word[] = [];
  let [run, offset] = [0, 0];
  for (const word of wordsIn(whole)) {
    const parts: IdentifiedRun[] = [];
    for (let left = word.length; left > 0;) {
      const { id, text, formats, embed } = runs[run]!;
      const length = Math.min(left, text.length - offset);
      const piece = text.slice(offset, offset + length);
      parts.push({ id: [id[0], id[1] + offset], text: piece, formats, embed });
      left -= length;
      offset += length;
      if (offset === text.length) [run, offset] = [run + 1, 0];
    }
    const { embed } = parts[0]!;
    const key = embed ? JSON.stringify([embed.id, embed.values]) : word;
    words.push({ key, parts, isSpace: embed === null && word.trim() === '' });
  }
  return words;
}
