import { harmless, oneLine } from '@plenary/ground/kernel';
import { returnLimits } from '../../returned/returned-file.js';
import { walkXml, type Attributes, type Effort } from './walk-xml.js';

/** A comment as Word keeps it, beside the text. */
export interface WordComment {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  /** Word's own ids of its paragraphs, by which replies name what they answer. */
  readonly paragraphIds: readonly string[];
}

/** Comments in the order of the part; those without words are left out. */
export async function readComments(xml: string | undefined, effort: Effort): Promise<WordComment[]> {
  const found: WordComment[] = [];
  let open: { id: string; by: string; at: string; lines: string[]; paragraphIds: string[] } | null = null;
  const path: string[] = [];
  const enter = (name: string, attributes: Attributes): boolean | void => {
    if (name === 'del' || name === 'moveFrom') return false;
    path.push(name);
    if (name === 'comment')
      open = {
        ...{
          id: attributes['id'] ?? '',
          by: nameOf(attributes['author'] ?? ''),
          lines: [],
          paragraphIds: [],
        },
        at: (attributes['date'] ?? '').slice(0, 40),
      };
    if (!open) return;
    if (name === 'p') {
      open.lines.push('');
      if (attributes['paraId']) open.paragraphIds.push(attributes['paraId']);
    }
    if (name === 'br' || name === 'cr') add(open.lines, '\n');
    if (name === 'tab') add(open.lines, ' ');
  };
  const leave = (name: string) => {
    path.pop();
    if (name !== 'comment' || !open) return;
    const { lines, ...rest } = open;
    const text = harmless(lines.join('\n')).trim().slice(0, returnLimits.commentInput);
    if (text !== '') found.push({ ...rest, text });
    open = null;
  };
  const text = (words: string) => {
    if (open && path.at(-1) === 't') add(open.lines, words.replace(/[\n\r\t]+/g, ' '));
  };
  if (xml) await walkXml(xml, { enter, leave, text }, effort);
  return found;
}

/** Which comment answers which: Word says it of their last paragraphs. */
export async function readAnswers(xml: string | undefined, effort: Effort): Promise<Map<string, string>> {
  const parents = new Map<string, string>();
  const enter = (name: string, { paraId, paraIdParent }: Attributes) => {
    if (name === 'commentEx' && paraId && paraIdParent) parents.set(paraId, paraIdParent);
  };
  if (xml) await walkXml(xml, { enter, leave: () => undefined }, effort);
  return parents;
}

/** A name as it stands in a file, in one line. */
export const nameOf = (author: string): string => oneLine(author).slice(0, returnLimits.nameLength);

function add(lines: string[], words: string): void {
  if (lines.length === 0) lines.push('');
  lines[lines.length - 1] += words;
}
