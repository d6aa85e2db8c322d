import { type Formats } from '@plenary/ground/text';
import { type Styles } from './styles.js';

export const noFormats: Formats = {};

const boldTags = new Set(['b', 'strong']);
const italicTags = new Set(['i', 'em', 'cite', 'dfn', 'var']);

/** The formats within an element; the very same object when it changes none, so that most are compared at once. */
export function formatsWithin(
  element: Element,
  styles: Styles,
  outer: Formats,
  isSafeLink: (href: string) => boolean,
): Formats {
  const tag = element.localName;
  let formats = set(outer, 'bold', isBold(styles) ?? (boldTags.has(tag) ? true : undefined));
  formats = set(formats, 'italic', isItalic(styles) ?? (italicTags.has(tag) ? true : undefined));
  if (tag !== 'a') return formats;
  const href = element.getAttribute('href')?.trim();
  return href && isSafeLink(href) ? { ...formats, link: { href } } : formats;
}

function set(formats: Formats, name: string, value: boolean | undefined): Formats {
  if (value === undefined || value === name in formats) return formats;
  if (value) return { ...formats, [name]: true };
  return Object.fromEntries(Object.entries(formats).filter(([each]) => each !== name));
}

/** Word writes `mso-bidi-font-weight: normal` on what is bold: only the property itself counts. */
function isBold(styles: Styles): boolean | undefined {
  const weight = styles.get('font-weight') ?? /\b(bold|[6-9]00)\b/.exec(styles.get('font') ?? '')?.[0];
  if (weight === undefined) return undefined;
  if (/^(bold|bolder|[6-9]\d\d|1000)$/.test(weight)) return true;
  return /^(normal|lighter|[1-5]?\d\d)$/.test(weight) ? false : undefined;
}

function isItalic(styles: Styles): boolean | undefined {
  const style = styles.get('font-style') ?? /\b(italic|oblique)\b/.exec(styles.get('font') ?? '')?.[0];
  if (style === undefined) return undefined;
  return /^(italic|oblique)/.test(style) ? true : style === 'normal' ? false : undefined;
}

const keyOf = (formats: Formats): string =>
  Object.keys(formats)
    .sort()
    .map((name) => `${name}=${JSON.stringify(formats[name])}`)
    .join();

export const sameFormats = (one: Formats, other: Formats): boolean =>
  one === other || keyOf(one) === keyOf(other);
