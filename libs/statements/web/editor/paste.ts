import { largestUpdate } from '@plenary/ground/collab/client';
import { statementLimits } from '@plenary/statements/domain';
import type { Slice } from '@tiptap/pm/model';

/** What the server takes at once, with room for what stands around the words. Bytes. */
const largestPaste = largestUpdate * 0.9;
/** What a paragraph weighs beside its words, and a mark. Bytes. */
const perParagraph = 250;
const perMark = 80;

/** True when so much cannot be sent at once; looked at before anything of it is read. */
export const isHuge = (text: string, html: string): boolean =>
  text.length > largestPaste || html.length > largestPaste * 10;

/** True when what would go into the text is more than the server takes at once. */
export function isTooLarge(slice: Slice): boolean {
  let bytes = 0;
  slice.content.descendants((node) => {
    if (node.isTextblock) bytes += perParagraph;
    bytes += bytesOf(node.text ?? String(node.attrs['text'] ?? ''));
    for (const mark of node.marks) bytes += perMark + String(mark.attrs['href'] ?? '').length;
    return bytes <= largestPaste;
  });
  return bytes > largestPaste;
}

/** Length in UTF-8; both halves of a pair count two each. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}

const dropped =
  'script,style,meta,link,title,head,xml,img,picture,video,audio,iframe,object,svg,canvas,form,input,button,select,textarea,template,noscript,del';
const blockTags = new Set([
  'P', 'DIV', 'SECTION', 'ARTICLE', 'MAIN', 'HEADER', 'FOOTER', 'ASIDE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6',
  'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'PRE', 'DL', 'DT', 'DD', 'FIGURE',
  'FIGCAPTION', 'ADDRESS', 'HR', 'BODY', 'CENTER',
]); // prettier-ignore

interface Place {
  readonly style: 'text' | 'heading' | 'quote' | 'bullet' | 'numbered';
  readonly level: number;
  readonly indent: number;
}

const plain: Place = { style: 'text', level: 1, indent: 0 };

/**
 * Pasted HTML as a flat list of clean paragraphs: no styles, scripts, pictures or Office markup; headings, lists
 * (Word's too), quotes, bold, italic and links stay. Paragraphs copied from a statement keep their kind.
 */
export function cleanHtml(html: string): string {
  const source = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ''), 'text/html');
  for (const element of [...source.querySelectorAll(dropped)]) element.remove();
  for (const element of [...source.querySelectorAll('*')]) {
    // Office's own elements (`o:p`, `w:sdt`): what is written in them stays.
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
    else if (isHidden(element)) element.remove();
  }
  const out = source.implementation.createHTMLDocument('');
  new Flattener(out).walk(source.body, plain);
  return out.body.innerHTML;
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style);
}

class Flattener {
  private open: HTMLElement | null = null;

  constructor(private readonly out: Document) {}

  walk(node: Node, place: Place): void {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === 3) this.text(child.textContent ?? '', place);
      else if (child.nodeType === 1) this.element(child as HTMLElement, place);
    }
  }

  private element(element: HTMLElement, place: Place): void {
    const tag = element.tagName;
    if (tag === 'BR') {
      if (this.open) this.open.append(this.out.createElement('br'));
      return;
    }
    if (!blockTags.has(tag)) return this.inline(element, place);
    this.close();
    const next = placeOf(element, place);
    this.kindOf = element.getAttribute('data-kind') ?? this.kindOf;
    this.walk(element, next);
    this.kindOf = null;
    this.close();
  }

  private kindOf: string | null = null;

  private inline(element: HTMLElement, place: Place): void {
    // A block inside an inline element (Google Docs wraps all in <b>): the wrapper says nothing.
    if ([...element.querySelectorAll('*')].some((each) => blockTags.has(each.tagName))) {
      return this.walk(element, place);
    }
    const clean = this.cleanInline(element);
    if (clean && (clean.textContent !== '' || clean.nodeName === 'SUP')) this.paragraph(place).append(clean);
  }

  private cleanInline(element: HTMLElement): Node | null {
    const wrap = wrapperOf(element, this.out);
    const target: Node = wrap ?? this.out.createDocumentFragment();
    for (const child of [...element.childNodes]) {
      if (child.nodeType === 3)
        target.appendChild(this.out.createTextNode(oneSpace(child.textContent ?? '')));
      else if (child.nodeName === 'BR') target.appendChild(this.out.createElement('br'));
      else if (child.nodeType === 1) {
        const inner = this.cleanInline(child as HTMLElement);
        if (inner) target.appendChild(inner);
      }
    }
    return target;
  }

  private text(text: string, place: Place): void {
    const clean = oneSpace(text);
    if (clean.trim() === '' && !this.open) return;
    this.paragraph(place).append(clean);
  }

  private paragraph({ style, level, indent }: Place): HTMLElement {
    if (this.open) return this.open;
    const paragraph = this.out.createElement('p');
    paragraph.setAttribute('data-style', style);
    paragraph.setAttribute('data-level', String(level));
    paragraph.setAttribute('data-indent', String(indent));
    if (this.kindOf) paragraph.setAttribute('data-kind', this.kindOf);
    this.out.body.append(paragraph);
    this.open = paragraph;
    return paragraph;
  }

  private close(): void {
    if (this.open?.textContent?.trim() === '' && !this.open.querySelector('sup')) this.open.remove();
    this.open = null;
  }
}

const oneSpace = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

function placeOf(element: HTMLElement, place: Place): Place {
  const own = element.getAttribute('data-style');
  if (own) {
    const number = (name: string, least: number) => Number(element.getAttribute(name)) || least;
    return { style: own as Place['style'], level: number('data-level', 1), indent: number('data-indent', 0) };
  }
  const word = wordPlace(element);
  if (word) return word;
  const heading = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (heading)
    return { style: 'heading', level: Math.min(Number(heading), statementLimits.headingLevels), indent: 0 };
  if (element.tagName === 'LI') {
    const lists = ancestors(element, ['UL', 'OL']);
    const style = lists[0]?.tagName === 'OL' ? 'numbered' : 'bullet';
    return {
      style,
      level: 1,
      indent: Math.min(Math.max(0, lists.length - 1), statementLimits.deepestIndent),
    };
  }
  if (element.tagName === 'BLOCKQUOTE') return { ...plain, style: 'quote' };
  return place;
}

/** Word writes lists as paragraphs whose style says list and level, and headings as classes. */
function wordPlace(element: HTMLElement): Place | null {
  const list = /mso-list\s*:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute('style') ?? '');
  if (list) {
    const indent = Math.min(Number(list[1]) - 1, statementLimits.deepestIndent);
    const style = takeWordMarker(element) ? 'numbered' : 'bullet';
    return { style, level: 1, indent };
  }
  const heading = /^(?:Mso)?(?:Title|Heading(\d))$/i.exec(element.className);
  return heading ? { style: 'heading', level: Math.min(Number(heading[1] ?? 1), 3), indent: 0 } : null;
}

/** Takes out the sign that Word wrote as text; true when it was a number or letter. */
function takeWordMarker(element: HTMLElement): boolean {
  const marker = /^\s*((?:\(?[0-9]+|\(?[a-zA-Z]{1,4})[.)])[\s\u00a0]+|^\s*[·•o§–-][\s\u00a0]+/;
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const full = element.textContent ?? '';
  const found = marker.exec(full);
  if (!found) return false;
  let rest = found[0].length;
  for (let node = walker.nextNode(); node && rest > 0; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    node.textContent = text.slice(rest);
    rest -= text.length;
  }
  return found[1] !== undefined;
}

function ancestors(element: Element, tags: readonly string[]): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement)
    if (tags.includes(at.tagName)) found.push(at);
  return found;
}

function wrapperOf(element: HTMLElement, out: Document): HTMLElement | null {
  const tag = element.tagName;
  const style = element.getAttribute('style') ?? '';
  if (tag === 'A' && element.hasAttribute('href')) {
    const link = out.createElement('a');
    link.setAttribute('href', element.getAttribute('href')!);
    return link;
  }
  if (tag === 'SUP' && element.hasAttribute('data-note')) {
    const note = out.createElement('sup');
    note.setAttribute(
      'data-note',
      element.getAttribute('data-note')!.slice(0, statementLimits.footnoteLength),
    );
    return note;
  }
  // Word writes `mso-bidi-font-weight: normal` on what is bold: only the property itself counts.
  const bold = (tag === 'B' || tag === 'STRONG') && !/(^|[;\s])font-weight\s*:\s*(normal|400)/i.test(style);
  if (bold || /(^|[;\s])font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) return out.createElement('strong');
  if (tag === 'I' || tag === 'EM' || /(^|[;\s])font-style\s*:\s*italic/i.test(style))
    return out.createElement('em');
  return null;
}
