import fc from 'fast-check';
import { lineBreak, type Formats, type Inline, type RichParagraph } from '@plenary/ground/text';
import { attributesFrom, numberParagraphs } from '@plenary/statements/domain';
import { directed } from '../incoming/incoming.js';
import type { Outgoing } from '../outgoing/outgoing.js';

const word = fc.constantFrom(
  'rights', 'of', 'migrants', 'الحقوق', 'لنا', '<b>', '&amp;', '"x"', "l'État", '«\u00a0oui\u00a0»', '1.', '[1]', '^', '•', '10⁶', '🙂',
  `Geneva${lineBreak}Forum`, '> said', '-', '</w:t>', 'C_o', 'it’s', '*', '**', '_', '`', '~~', '#', '|', '\\', '![a](b)', 'PP1', 'a@b.org', 'www.example.org',
); // prettier-ignore
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const formats = fc
  .record({ bold: fc.boolean(), italic: fc.boolean(), link: fc.boolean() })
  .map(({ bold, italic, link }) => ({
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(link ? { link: { href: 'https://example.org/?a=1&b=(2)' } } : {}),
  }));
const withoutNone = ({ text, formats: some }: { text: string; formats: object }): Inline =>
  Object.keys(some).length > 0 ? { text, formats: some as Formats } : { text };
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ text: words, formats }).map(withoutNone) },
  { weight: 1, arbitrary: words.map((text): Inline => ({ embed: 'footnote', values: { text } })) },
);
const attributes: fc.Arbitrary<RichParagraph['attributes']> = fc.oneof(
  fc.record({ kind: fc.constantFrom('preambular', 'operative', 'plain') }),
  fc.record({ style: fc.constant('heading'), level: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ style: 'quote' }),
  fc.record({ style: fc.constantFrom('bullet', 'numbered'), indent: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ style: fc.constant('numbered'), start: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ indent: fc.integer({ min: 1, max: 5 }) }),
);

/** Statements of every shape that the screen can show; words stand at both ends of each paragraph. */
export const randomStatement: fc.Arbitrary<RichParagraph[]> = fc.array(
  fc.record({ attributes, content: fc.array(inline, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 12 },
);

/** What of a statement has to come back: all that is to be seen. */
export function picture(paragraphs: readonly RichParagraph[]): unknown[] {
  const said = paragraphs.map(({ attributes: each, content }) => ({
    ...{ ...attributesFrom(each), empty: false, content },
  }));
  return numberParagraphs(said).map(({ label, listNumber }, at) => {
    const { style, level, indent, content, direction } = said[at]!;
    const isItem = style === 'bullet' || style === 'numbered';
    return {
      ...{ style, label, listNumber, content, direction },
      level: style === 'heading' ? level : null,
      indent: isItem || label === null ? indent : 0,
    };
  });
}

/** As it was shown: a direction that the words have by themselves is not said. */
export function asSeen({ paragraphs, language }: Outgoing): unknown[] {
  const rich = paragraphs.map(({ kind, style, level, indent, start, content, runs }) => ({
    ...{ attributes: { kind, style, level, indent, start }, content, runs },
  }));
  return picture(directed(rich, language));
}
