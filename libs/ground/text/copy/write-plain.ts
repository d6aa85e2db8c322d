import { lineBreak, type RichParagraph } from '../rich-paragraph.js';
import { ListCounter, numberAt } from './counting.js';
import { NotesWriter } from './notes-writer.js';
import { type CopyWords } from './write-html.js';

/** Spaces per depth of a list. */
const step = '   ';

/** Paragraphs as text that is read in an e-mail: lists with their signs and numbers, notes at the end. */
export function writePlain(paragraphs: readonly RichParagraph[], words: CopyWords = {}): string {
  const [notes, counter] = [new NotesWriter(), new ListCounter()];
  let text = '';
  let before: RichParagraph | undefined;
  for (const paragraph of paragraphs) {
    const number = counter.number(paragraph);
    const gap = before && (isItem(before) && isItem(paragraph) ? '\n' : '\n\n');
    text += (gap ?? '') + lines(paragraph, number, wordsOf(paragraph, notes));
    before = paragraph;
  }
  const list = notes.plain();
  if (list.length === 0) return text;
  return [text, ...(words.notes ? [words.notes] : []), list.join('\n')].join('\n\n');
}

const isItem = ({ attributes }: RichParagraph): boolean =>
  attributes['style'] === 'bullet' || attributes['style'] === 'numbered';

function wordsOf({ content }: RichParagraph, notes: NotesWriter): string {
  return content
    .map((inline) => {
      if ('text' in inline) return inline.text;
      return inline.embed === 'footnote' ? `[${notes.take(inline.values['text'] ?? '')}]` : '';
    })
    .join('');
}

function lines({ attributes }: RichParagraph, number: number | null, words: string): string {
  const { style } = attributes;
  const outer = step.repeat(numberAt(attributes['indent']));
  const sign = number !== null ? `${number}. ` : style === 'bullet' ? '• ' : style === 'quote' ? '> ' : '';
  // What goes on stands under the words and not under the sign; a quote has its sign on every line.
  const under = style === 'quote' ? '> ' : ' '.repeat(sign.length);
  return outer + sign + words.split(lineBreak).join(`\n${outer}${under}`);
}
