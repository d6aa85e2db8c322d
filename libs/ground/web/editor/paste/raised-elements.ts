import { type Notes } from './notes.js';
import { omission } from './elements.js';
import { plainScript, scriptOf } from './raised.js';
import { type StyleSheet } from './styles.js';
import { textIn } from './walk.js';

/** More than this is no power, index or mark. */
const most = 40;

/**
 * How a raised or lowered element is read; null for one that is neither.
 * `instead`: what is written in its place, or null when its own words are. `onlyNotes`: it holds references to notes
 * and brackets around them.
 */
export function scriptWithin(
  element: Element,
  sheet: StyleSheet,
  notes: Notes,
  before: string,
): { readonly instead: string | null; readonly onlyNotes: boolean } | null {
  const script = scriptOf(element, sheet.of(element));
  if (!script) return null;
  let refers = false;
  const text = textIn(element, most, (each) => {
    refers ||= notes.bodies.has(each);
    return notes.bodies.has(each) || omission(each, sheet.of(each)) !== null;
  });
  if (refers) return { instead: null, onlyNotes: /^[\s[\](),;–-]*$/.test(text) };
  if (text.length > most) return { instead: null, onlyNotes: false };
  const plain = plainScript(text, script, before, textAfter(element));
  return { instead: plain === text ? null : plain, onlyNotes: false };
}

/** The first characters behind an element, also when it is the last in another one. */
function textAfter(element: Element): string {
  let at: Node | null = element;
  for (let up = 0; at && !at.nextSibling && up < 3; up++) at = at.parentNode;
  const next = at?.nextSibling;
  if (!next) return '';
  return (next.nodeType === 3 ? (next.nodeValue ?? '') : textIn(next, 3)).slice(0, 3);
}
