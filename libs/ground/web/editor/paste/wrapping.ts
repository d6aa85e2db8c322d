import { type TextLine } from './text-lines.js';

/** How the lines of a text were broken. */
export interface Wrapping {
  /** True when a program broke them and not a person. */
  readonly wrapped: boolean;
  /** True when what follows the line was meant to stand on the same line. */
  goesOn(line: TextLine, next: TextLine): boolean;
}

/** Longer lines are paragraphs that nobody broke; shorter ones are addresses and verse. Characters. */
const [narrowest, narrow, widest] = [38, 55, 130];
/** Nearly full: typefaces with characters of different width leave lines of different length. */
const nearlyFull = 0.85;

const endsSentence = (text: string): boolean => /[.!?:;…。؟][)"'”’»\]]*$/u.test(text);
const beginsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);
/** A word that was cut at the end of a line. */
const isCut = (line: TextLine, next: TextLine): boolean =>
  line.text.length >= narrowest / 2 && /[\p{L}\p{N}][-\u00ad]$/u.test(line.text.slice(-3)) && /^[\p{Ll}\p{N}]/u.test(next.text); // prettier-ignore
const firstWord = (text: string): number => /^\S+/.exec(text)?.[0].length ?? 0;

/**
 * Judges the pairs of lines that follow each other: a program breaks a line where the next word had no room, and
 * mostly amid a sentence; a person does neither. Scripts without small letters are judged by room and sentence.
 */
export function wrappingOf(blocks: readonly (readonly TextLine[])[]): Wrapping {
  const pairs = blocks.flatMap((block) => block.slice(1).map((next, i) => [block[i]!, next] as const));
  const lengths = pairs.map(([line]) => line.text.length).sort((one, other) => one - other);
  const width = lengths[lengths.length - 1] ?? 0;
  const isFull = (line: TextLine, next: TextLine) =>
    line.text.length + 1 + firstWord(next.text) > width * nearlyFull || isCut(line, next);
  if (width < narrowest || width > widest) return asBroken;
  if (isFlowed(pairs)) return { wrapped: true, goesOn: (line) => line.open };
  const share = (holds: (line: TextLine, next: TextLine) => boolean) =>
    pairs.filter((pair) => holds(...pair)).length / pairs.length;
  const full = share(isFull);
  const amid = share((line, next) => !endsSentence(line.text) || beginsSmall(next.text));
  const small = share((_, next) => beginsSmall(next.text));
  const strict = width < narrow ? small >= 0.5 && full >= 0.7 && pairs.length >= 3 : true;
  const wrapped = strict && full >= 0.55 && amid >= 0.5 && (small >= 0.25 || !hasCase(pairs));
  if (!wrapped) return asBroken;
  return {
    wrapped,
    goesOn: (line, next) =>
      isFull(line, next) ||
      (line.text.length > width / 2 && beginsSmall(next.text) && !endsSentence(line.text)),
  };
}

const asBroken: Wrapping = { wrapped: false, goesOn: () => false };

const hasCase = (pairs: readonly (readonly [TextLine, TextLine])[]): boolean =>
  pairs.some(([line]) => /\p{Ll}/u.test(line.text));

/** Mail of format=flowed: what goes on ends in a space, and the last line of a paragraph does not. */
function isFlowed(pairs: readonly (readonly [TextLine, TextLine])[]): boolean {
  const open = pairs.filter(([line]) => line.open);
  if (open.length < 2 || open.some(([line]) => line.text.length < narrowest || line.text.length > 80))
    return false;
  const ends = pairs.filter(([, next]) => !next.open).length;
  return ends > 0;
}
