import { type Inline, type RichParagraph } from '@plenary/ground/text';
import { type ReadText } from './rules.js';
import { isText } from './runs.js';

/**
 * The space before and behind a piece of a sentence, of which HTML does not tell whether it is meant: the plain text
 * beside it does. Words that are put amid others need it.
 */
export function withOuterSpaces(read: ReadText, plain: string): ReadText {
  const paragraphs = [...read.paragraphs];
  const [first, last] = [0, paragraphs.length - 1];
  if (last < 0) return read;
  if (read.openStart && /^[ \u00a0]+\S/.test(plain)) paragraphs[first] = spaced(paragraphs[first]!, 'before');
  if (read.openEnd && /\S[ \u00a0]+$/.test(plain)) paragraphs[last] = spaced(paragraphs[last]!, 'behind');
  return { ...read, paragraphs };
}

function spaced(paragraph: RichParagraph, side: 'before' | 'behind'): RichParagraph {
  const content = [...paragraph.content];
  const at = side === 'before' ? 0 : content.length - 1;
  const space: Inline = { text: ' ' };
  const there = content[at];
  const edge = there && isText(there) && !there.formats?.['link'] ? there : null;
  if (edge) content[at] = { ...edge, text: side === 'before' ? ` ${edge.text}` : `${edge.text} ` };
  else content.splice(side === 'before' ? 0 : content.length, 0, space);
  return { ...paragraph, content };
}
