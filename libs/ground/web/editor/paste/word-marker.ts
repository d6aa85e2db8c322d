import { type StyleSheet } from './styles.js';
import { isBlank } from './characters.js';

/** The number or sign that Word wrote before an item for programs without lists. */
export interface WordMarker {
  readonly text: string;
  /** The nodes that hold it: layout, not words. */
  readonly nodes: readonly Node[];
}

/** How many nodes of a paragraph are looked at; the marker stands before all words. */
const farthest = 40;
/** What may be a marker where only the typeface of the gap behind it tells. */
const looksLikeMarker = /^([([]?(\p{N}{1,4}|\p{L}{1,5})([.)\]:]|(\.\p{N}{1,4})+\.?)|[^\p{L}\p{N}]|o)$/u;

/**
 * Finds the marker of a paragraph by what Word says and never by the words: the span `mso-list:Ignore`, what stands
 * between the comments `[if !supportLists]` and `[endif]`, or a word before a gap in Word's own typeface for gaps.
 */
export function findMarker(paragraph: Element, sheet: StyleSheet): WordMarker | null {
  let node: Node | null = paragraph.firstChild;
  for (let seen = 0; node && seen < farthest; seen++) {
    if (node.nodeType === 8 && /^\[if !supportlists\]/i.test(node.nodeValue ?? '')) return untilEnd(node);
    if (node.nodeType === 1) {
      if (sheet.of(node as Element).get('mso-list') === 'ignore')
        return { text: node.textContent ?? '', nodes: [node] };
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
    } else if (node.nodeType === 3 && !isBlank(node.nodeValue ?? '')) return bare(node, sheet);
    node = following(node, paragraph);
  }
  return null;
}

function following(node: Node, root: Node): Node | null {
  let at: Node | null = node;
  while (at && at !== root && !at.nextSibling) at = at.parentNode;
  return at && at !== root ? at.nextSibling : null;
}

function untilEnd(comment: Node): WordMarker | null {
  const nodes: Node[] = [];
  let text = '';
  for (let at = comment.nextSibling; at && nodes.length < farthest; at = at.nextSibling) {
    if (at.nodeType === 8 && /^\[endif\]/i.test(at.nodeValue ?? '')) return { text, nodes };
    if (at.nodeType === 8) continue;
    nodes.push(at);
    text += at.textContent ?? '';
  }
  return null;
}

const isGap = (text: string): boolean => text !== '' && isBlank(text);

function bare(word: Node, sheet: StyleSheet): WordMarker | null {
  const gap = word.nextSibling;
  const text = (word.nodeValue ?? '').trim();
  if (gap?.nodeType !== 1 || !looksLikeMarker.test(text) || !isGap(gap.textContent ?? '')) return null;
  return /^7\.0pt/.test(sheet.of(gap as Element).get('font') ?? '') ? { text, nodes: [word, gap] } : null;
}
