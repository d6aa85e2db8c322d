import { directionOfWords } from '@plenary/ground/kernel';
import { sameFormats, type Inline, type RichParagraph } from '@plenary/ground/text';
import {
  attributesFrom,
  ListCounts,
  numberParagraphs,
  type ParagraphAttributes,
  type ParagraphNumber,
} from '@plenary/statements/domain';
import type { Marks } from '../marked/marked.js';

/** A statement as it goes out as a file: what every format is written from. */
export interface Outgoing {
  readonly id: string;
  readonly title: string;
  /** BCP 47 */
  readonly language: string;
  /** The row of the journal up to which the text was read. */
  readonly moment: number;
  /** Named as the maker of the file; null names nobody. */
  readonly by: string | null;
  readonly paragraphs: readonly OutParagraph[];
  /** What stands in a Word file besides: suggestions and what is said beside the text. */
  readonly marks?: Marks;
}

export interface OutParagraph extends ParagraphAttributes {
  readonly id: string | null;
  readonly content: readonly Inline[];
  readonly number: ParagraphNumber;
  /** Which way it runs. */
  readonly runs: 'ltr' | 'rtl';
}

/**
 * EXC-1: written paragraphs with the numbers that the screen shows. What is empty is no part of a file; `start` is said
 * only where counting without the empty ones would give another number.
 */
export function outgoing(
  facts: Omit<Outgoing, 'paragraphs' | 'marks'>,
  rich: readonly RichParagraph[],
): Outgoing {
  const all = rich.map(({ id, attributes, content }) => ({
    ...{ id: id ?? null, ...attributesFrom(attributes), content: joined(content) },
    ...{ words: wordsOf(content), empty: isEmpty(content) },
  }));
  const numbers = numberParagraphs(all);
  const counts = new ListCounts();
  const paragraphs = all.flatMap(({ words, empty, ...each }, at): OutParagraph[] => {
    if (empty) return [];
    const number = numbers[at]!;
    const { style, direction } = each;
    const setting = settingOf(each, number);
    const { indent } = setting;
    const isAsCounted = number.listNumber === null || number.listNumber === counts.next(indent);
    const start = isAsCounted ? 0 : number.listNumber;
    counts.take({ style, indent, start });
    return [
      {
        ...{ ...each, ...setting, number, start },
        runs: direction === 'auto' ? directionOfWords(words, facts.language) : direction,
      },
    ];
  });
  return { ...facts, paragraphs };
}

/** How a paragraph is set, as far as a file shows it. */
export type ShownSetting = Pick<ParagraphAttributes, 'style' | 'kind' | 'level' | 'indent'>;

export function settingOf(
  { style, kind, level, indent }: ParagraphAttributes,
  { label }: ParagraphNumber,
): ShownSetting {
  const isItem = style === 'bullet' || style === 'numbered';
  return {
    style,
    kind: label === null ? 'plain' : kind,
    level: style === 'heading' ? level : 1,
    // A text that hangs on no item stands where all others stand.
    indent: isItem || (style === 'text' && label === null) ? indent : 0,
  };
}

/** Without formats and footnotes. */
export const wordsOf = (content: readonly Inline[]): string =>
  content.map((inline) => ('text' in inline ? inline.text : '')).join('');

const isEmpty = (content: readonly Inline[]): boolean =>
  content.every((inline) => 'text' in inline && inline.text.trim() === '');

/** Runs under the same formats are one; ids of notes stay within. */
export function joined(content: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const inline of content) {
    const last = runs.at(-1);
    if ('embed' in inline) runs.push({ embed: inline.embed, values: inline.values });
    else if (last && 'text' in last && sameFormats(last.formats ?? {}, inline.formats ?? {}))
      runs[runs.length - 1] = { ...last, text: last.text + inline.text };
    else if (inline.text !== '') runs.push(inline);
  }
  return runs;
}
