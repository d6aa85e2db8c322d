import { textIn } from './walk.js';

const withWords =
  /^(|text|search|email|url|tel|number|date|time|month|week|datetime-local|submit|button|reset)$/;

/** The words that stand in a field of a form, or null for an element that is none. */
export function wordsOfField(element: Element): string | null {
  if (element.localName === 'textarea') return textIn(element);
  if (element.localName === 'select') return chosen(element);
  if (element.localName !== 'input') return null;
  const type = (element.getAttribute('type') ?? '').toLowerCase();
  return withWords.test(type) ? (element.getAttribute('value') ?? '') : '';
}

/** What is chosen; where nothing was, a browser shows the first. */
function chosen(select: Element): string {
  const options = [...select.getElementsByTagName('option')];
  const picked = options.filter((option) => option.hasAttribute('selected'));
  const shown = picked.length > 0 || select.hasAttribute('multiple') ? picked : options.slice(0, 1);
  return shown.map((option) => option.getAttribute('label') ?? textIn(option).trim()).join(', ');
}
