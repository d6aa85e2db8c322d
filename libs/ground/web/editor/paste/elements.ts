import { type LeftOut } from './rules.js';
import { hasClass, type Styles } from './styles.js';

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary ' +
    'table tbody td tfoot th thead title tr ul xmp listing plaintext v:textbox'
  ).split(' '),
);
/** Elements without words for people. */
const silent = new Set(
  (
    'script style meta link title head base template noscript xml annotation annotation-xml param source track area ' +
    'datalist o:shapelayout o:shapedefaults o:smarttagtype w:worddocument v:imagedata'
  ).split(' '),
);
const leftOut: Record<string, LeftOut> = {
  picture: 'pictures', map: 'pictures', svg: 'drawings', canvas: 'drawings', video: 'media', audio: 'media',
  iframe: 'media', object: 'media', embed: 'media', applet: 'media', frame: 'media',
  del: 'struck', s: 'struck', strike: 'struck', 'w:del': 'struck',
}; // prettier-ignore

/** True for an element that stands on lines of its own. */
export function isBlock(element: Element, styles: Styles): boolean {
  const display = styles.get('display');
  if (display === undefined || display === 'inline-block') return blocks.has(element.localName);
  if (/^(block|flex|grid|table|list-item|flow-root)/.test(display)) return true;
  // Chrome writes `display: inline` on what it copies; on parts of lists and tables it says nothing.
  return display === 'inline' && /^(div|p)$/.test(element.localName) ? false : blocks.has(element.localName);
}

/** Why an element is not read: what is told of it, `silent` when nothing is, or null when it is read. */
export function omission(element: Element, styles: Styles): LeftOut | 'silent' | null {
  const tag = element.localName;
  if (silent.has(tag) || isHidden(element, styles)) return 'silent';
  if (tag === 'img') return pictureOmission(element);
  const known = leftOut[tag];
  if (known) return known;
  if (isStruck(element, styles)) return 'struck';
  return isComment(element, styles) ? 'comments' : null;
}

function isHidden(element: Element, styles: Styles): boolean {
  if (styles.get('display') === 'none' || styles.get('visibility') === 'hidden') return true;
  if (styles.get('mso-hide') === 'all' || styles.get('mso-list') === 'ignore') return true;
  return element.hasAttribute('hidden') || hasClass(element, /^WACAltText/);
}

/** Points that count readers are no pictures. */
function pictureOmission(element: Element): LeftOut | 'silent' {
  const size = (name: string) => Number(element.getAttribute(name) ?? NaN);
  return size('width') <= 1 || size('height') <= 1 ? 'silent' : 'pictures';
}

function isStruck(element: Element, styles: Styles): boolean {
  const line = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`;
  return line.includes('line-through') || hasClass(element, /^mso-?del$|^TrackChange\w*Delet/i);
}

/** Word's and Google Docs' comments: the lists of them and the marks in the text, not the words that are spoken of. */
function isComment(element: Element, styles: Styles): boolean {
  if (styles.get('mso-element') === 'comment-list' || styles.get('mso-special-character') === 'comment')
    return true;
  if (hasClass(element, /^(MsoCommentReference|msocom(anchor|off|txt))$/i)) return true;
  return element.localName === 'a' && /^#(_msocom_|cmnt)/.test(element.getAttribute('href') ?? '');
}

const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\u20e3#*0-9])+$/u;

/** The sign that a picture stands for where a program shows emoji as pictures; null for every other element. */
export function emojiOf(element: Element): string | null {
  const words = element.localName === 'img' ? (element.getAttribute('alt') ?? '') : '';
  return words.length <= 20 && emoji.test(words) && !/^[#*\d]+$/.test(words) ? words : null;
}
