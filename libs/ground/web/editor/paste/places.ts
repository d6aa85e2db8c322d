import { numberOf } from './word-numbers.js';
import { hasClass, type Styles } from './styles.js';
import { type Item, type List, type Surroundings } from './surroundings.js';

const wholeNumber = (text: string | null): number | null => (text && /^\s*\d{1,5}\s*$/.test(text) ? numberOf(text.trim()) : null); // prettier-ignore

/** The level of a heading, or null: by its tag, its role, or the names that Word and LibreOffice give. */
export function headingLevel(element: Element, styles: Styles, own: boolean): number | null {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  if (tag) return Number(tag);
  if (element.getAttribute('role') === 'heading') return wholeNumber(element.getAttribute('aria-level')) ?? 2;
  if (!/^(p|div)$/.test(element.localName) || own) return null;
  const names = (element.getAttribute('class') ?? '').split(/\s+/);
  for (const name of names) {
    const level = /^(?:Mso)?(?:Title|Heading(\d))$/i.exec(name);
    if (level) return Number(level[1] ?? 1);
  }
  // A style that somebody made and gave a rank; Outlook gives one to the lines From and To, which are ordinary ones.
  const rank = hasClass(element, /^MsoNormal|^MsoList/i) ? undefined : styles.get('mso-outline-level');
  return rank && element.hasAttribute('class') ? wholeNumber(rank) : null;
}

/** True for what is set as a quote; `<blockquote>` without a border is how browsers indent. */
export function isQuote(element: Element, styles: Styles): boolean {
  if (hasClass(element, /^Mso(Intense)?Quote$/i)) return true;
  if (element.localName !== 'blockquote' || hasClass(element, /webkit-indent/)) return false;
  return !(/^(none|medium none)/.test(styles.get('border') ?? '') && /40px/.test(styles.get('margin') ?? styles.get('margin-left') ?? '')); // prettier-ignore
}

export function listOf(element: Element, outer: Surroundings): List {
  const start = wholeNumber(element.getAttribute('start'));
  return { numbered: element.localName === 'ol', depth: (outer.list?.depth ?? -1) + 1, next: start ?? 1 };
}

/** An item of HTML. Word for the web puts every item into a list of its own and names level and number at the item. */
export function itemOf(element: Element, list: List | null): Item {
  const value = wholeNumber(element.getAttribute('value'));
  const level = wholeNumber(element.getAttribute('data-aria-level'));
  const place = element.parentElement?.hasAttribute('start') ? null : wholeNumber(element.getAttribute('data-aria-posinset')); // prettier-ignore
  const number = list ? (value ?? place ?? list.next) : null;
  if (list) list.next = (number ?? 0) + 1;
  const numbered = list?.numbered ?? false;
  return {
    style: numbered ? 'numbered' : 'bullet',
    indent: level !== null ? level - 1 : (list?.depth ?? 0),
    number: numbered ? number : null,
    used: 'not yet',
  };
}
