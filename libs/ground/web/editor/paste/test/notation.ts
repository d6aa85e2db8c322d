import { lineBreak, type Formats, type RichParagraph } from '@plenary/ground/text';
import { type PasteRules } from '../rules.js';

/** The rules of a statement, as the room of statements gives them. */
export const rules: PasteRules = {
  isSafeLink: (href) => /^(https?:\/\/|mailto:)[^\s\\]+$/i.test(href),
  footnoteLength: 2_000,
  deepestIndent: 4,
  headingLevels: 3,
};

function marked(text: string, formats: Formats = {}): string {
  const link = formats['link'];
  let all = text.replaceAll(lineBreak, '⏎');
  if (formats['italic']) all = `_${all}_`;
  if (formats['bold']) all = `*${all}*`;
  return link && link !== true ? `[${all}](${link['href']})` : all;
}

/** A paragraph in one line: `numbered 1 start 4 | words ^{note} *bold* _italic_ [words](link) ⏎`. */
export function notation({ attributes, content }: RichParagraph): string {
  const { style = 'text', level, indent, start, kind, ...others } = attributes;
  const depth = style === 'heading' ? level : style === 'text' || style === 'quote' ? indent : (indent ?? 0);
  const head = [
    kind,
    style,
    depth,
    start === undefined ? undefined : `start ${start}`,
    ...Object.entries(others).flat(),
  ];
  const words = content.map((inline) =>
    'text' in inline
      ? marked(inline.text, inline.formats)
      : `^{${inline.values['text']?.replaceAll(lineBreak, '⏎')}}`,
  );
  return `${head.filter((each) => each !== undefined).join(' ')} | ${words.join('')}`;
}
