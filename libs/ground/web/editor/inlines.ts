import type { Fragment, Mark, Node } from '@tiptap/pm/model';
import { harmless } from '@plenary/ground/kernel';
import { lineBreak, sameFormats, type Formats, type Inline } from '@plenary/ground/text';
import { breakName } from './page-nodes.js';

/** What may not stand among characters, one for one, so that places stay the same. */
function clean(text: string): string {
  return harmless(text.replace(/\r/g, ' '))
    .replace(/\n/g, lineBreak)
    .replace(/[\ufffc\u2029]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

export function formatsOf(marks: readonly Mark[]): Formats {
  return Object.fromEntries(marks.map((mark) => [mark.type.name, valueOf(mark)]));
}

/** `true` for a mark without attributes. */
export function valueOf({ attrs, type }: Mark): true | Record<string, string> {
  if (Object.keys(type.spec.attrs ?? {}).length === 0) return true;
  return Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, String(value)]));
}

/** The content of a paragraph's node, as it is written into a text. */
export function inlinesOf(content: Fragment): Inline[] {
  const found: Inline[] = [];
  content.forEach((node) => add(found, inlineOf(node)));
  return found;
}

function inlineOf(node: Node): Inline {
  if (node.isText) return { text: clean(node.text!), formats: formatsOf(node.marks) };
  if (node.type.name === breakName) return { text: lineBreak, formats: formatsOf(node.marks) };
  const { id: _id, ...values } = node.attrs as Record<string, unknown>;
  const written = Object.entries(values).map(([name, value]) => [name, String(value ?? '')]);
  return { embed: node.type.name, values: Object.fromEntries(written) };
}

function add(found: Inline[], inline: Inline): void {
  const last = found.at(-1);
  const goesOn =
    last && 'text' in last && 'text' in inline && sameFormats(last.formats ?? {}, inline.formats ?? {});
  if (goesOn) found[found.length - 1] = { ...last, text: last.text + inline.text };
  else found.push(inline);
}

export const lengthOf = (inline: Inline): number => ('text' in inline ? inline.text.length : 1);

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** True between the two halves of one sign, such as an emoji. */
export const cutsSign = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
