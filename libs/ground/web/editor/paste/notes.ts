import { isMark } from './note-words.js';
import { type Survey } from './survey.js';
import { textIn } from './walk.js';

/** The notes of a document: where they are referred to, and what stands where. */
export interface Notes {
  /** The element that holds the note, by the link that refers to it. */
  readonly bodies: ReadonlyMap<Element, Element>;
  /** Links from a note back to the text; their words are marks. */
  readonly back: ReadonlySet<Element>;
  /** Elements that hold notes; they are not read as text. */
  readonly taken: ReadonlySet<Element>;
  /** Lists of notes: headings in them name the list and are not part of the text. */
  readonly lists: ReadonlySet<Element>;
  /** Comments that Google Docs writes at the end as it writes notes. */
  readonly comments: ReadonlySet<Element>;
}

/** Names that programs give to notes: Word, Google Docs, LibreOffice, Markdown, wikis. */
const nameOfNote =
  /^(_ftn\d+|_edn\d+|ftnt\d+|edn\d+|ftn\d+|sd(foot|end)note\d+sym|user-content-fn-.+|fn[:_-]?[\w-]*|footnote[:_-]?\w*|endnote[:_-]?\w*|cite_note-.+|note[:_-]?\d+)$/i;
const holders = new Set(['p', 'li', 'div', 'dd', 'td', 'aside', 'section', 'blockquote']);
const listName = /(^|\s)(foot|end)?notes?(\s|$)|footnotes|endnotes|references|reflist/i;
const comment = /^cmnt(_ref)?\d+$/;
/** How far up a note may be from its name. */
const farthest = 8;

export function findNotes(survey: Survey): Notes {
  const candidates = survey.inner.filter((link) => !comment.test(targetOf(link)) && isMark(textIn(link, 20)));
  const backs = backLinks(survey);
  const bodies = new Map<Element, Element>();
  for (const link of candidates) {
    const body = bodyOf(link, survey, backs);
    if (body) bodies.set(link, body);
  }
  // A note may refer to another; a link within a note is not read as a reference, nor is the way back.
  const taken = new Set(bodies.values());
  for (const link of [...bodies.keys()]) if (within(link, taken)) bodies.delete(link);
  const used = new Set(bodies.values());
  return { bodies, back: backs.links, taken: used, lists: listsOf(used), comments: commentsOf(survey) };
}

function commentsOf(survey: Survey): Set<Element> {
  const found = new Set<Element>();
  for (const [name, element] of survey.named) {
    const holder = /^cmnt\d+$/.test(name) ? holderOf(element, survey) : null;
    if (holder) found.add(holder);
  }
  return found;
}

interface Back {
  readonly links: Set<Element>;
  /** Names of places in the text to which some note leads back. */
  readonly targets: Map<string, Element[]>;
}

function backLinks(survey: Survey): Back {
  const { inner, named, sheet } = survey;
  const [links, targets] = [new Set<Element>(), new Map<string, Element[]>()];
  for (const link of inner) {
    const target = targetOf(link);
    const there = named.get(target);
    if (!there || !precedes(there, link, survey)) continue;
    if (
      !isBack(link, target) &&
      !sheet.of(link).has('mso-footnote-id') &&
      !sheet.of(link).has('mso-endnote-id')
    )
      continue;
    links.add(link);
    targets.set(target, [...(targets.get(target) ?? []).slice(-20), link]);
  }
  return { links, targets };
}

const targetOf = (link: Element): string => decoded(link.getAttribute('href')!.slice(1));

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const precedes = (one: Element, other: Element, { order }: Survey): boolean =>
  order.get(one)! < order.get(other)!;

/** A way back is an arrow or a mark and never a sentence. */
const isBack = (link: Element, target: string): boolean => {
  const text = textIn(link, 20).trim();
  return isMark(text) || /^[\s↩↵⤴↑^\ufe0e\ufe0f]*$/u.test(text) || /ref|anc/i.test(target);
};

function bodyOf(link: Element, survey: Survey, backs: Back): Element | null {
  const target = targetOf(link);
  const there = survey.named.get(target);
  if (!there || there === link || !precedes(link, there, survey)) return null;
  const leadsBack = namesOf(link).flatMap((name) => backs.targets.get(name) ?? []);
  const body = holderOf(there, survey);
  if (!body || body.contains(link)) return null;
  return nameOfNote.test(target) || leadsBack.some((back) => body.contains(back)) ? body : null;
}

/** Names of a reference: its own, or those of what stands closely around it (`<sup id=fnref1><a …>`). */
function namesOf(link: Element): string[] {
  const found: string[] = [];
  let at: Element | null = link;
  for (let up = 0; at && up < 3; up++, at = at.parentElement)
    for (const name of ['id', 'name']) if (at.getAttribute(name)) found.push(at.getAttribute(name)!);
  return found;
}

/** The whole note: what a program marks as one, or else the paragraph or item in which its name stands. */
function holderOf(there: Element, { sheet }: Survey): Element | null {
  let nearest: Element | null = null;
  let at: Element | null = there;
  for (let up = 0; at && up < farthest && at.localName !== 'body'; up++, at = at.parentElement) {
    if (/^h[1-6]$/.test(at.localName)) return null;
    if (/^(footnote|endnote)$/.test(sheet.of(at).get('mso-element') ?? '')) return at;
    if (/^sd(foot|end)note\d+$/.test(at.id)) return at;
    if (!nearest && holders.has(at.localName)) nearest = at;
  }
  // Google Docs gives every note a bare `<div>` of its own, in which it may have several paragraphs.
  const around = nearest?.localName === 'p' ? nearest.parentElement : null;
  const bare =
    around?.localName === 'div' && around.attributes.length === 0 && around.firstElementChild === nearest;
  return bare ? around : nearest;
}

const within = (element: Element, some: ReadonlySet<Element>): boolean => {
  for (let at = element.parentElement; at; at = at.parentElement) if (some.has(at)) return true;
  return false;
};

function listsOf(bodies: ReadonlySet<Element>): Set<Element> {
  const lists = new Set<Element>();
  for (const body of bodies) {
    let at = body.parentElement;
    for (let up = 0; at && up < 4 && !lists.has(at) && at.localName !== 'body'; up++, at = at.parentElement) {
      const about = `${at.getAttribute('class') ?? ''} ${at.getAttribute('role') ?? ''} ${at.getAttribute('style') ?? ''}`;
      if (listName.test(about) || /note-list|doc-endnotes/.test(about) || at.hasAttribute('data-footnotes'))
        lists.add(at);
    }
  }
  return lists;
}
