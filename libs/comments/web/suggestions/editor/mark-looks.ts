/** What marks upon a text say, in the language of the page. */
export interface MarkWords {
  readonly deleted: string;
  readonly inserted: string;
  readonly end: string;
  readonly formatted: string;
  readonly newParagraph: string;
  readonly removedParagraph: string;
  readonly joined: string;
  readonly moved: string;
  readonly note: string;
  readonly attribute: (name: string) => string;
}

/** Words that go. */
export function deletedMark(text: string, words: MarkWords): HTMLElement {
  const mark = element('del', 'suggested-out');
  mark.append(...spoken(words.deleted, text, words));
  return mark;
}

/** Words that come; `isBlock`: a paragraph of their own. */
export function insertedMark(text: string, words: MarkWords): HTMLElement {
  const mark = element('ins', 'suggested-in');
  mark.append(...spoken(words.inserted, text, words));
  return mark;
}

/** Where a paragraph ended that goes on now. */
export function paragraphEndMark(words: MarkWords): HTMLElement {
  const mark = element('del', 'suggested-out suggested-end');
  mark.append(hidden(words.joined), shown('¶'));
  return mark;
}

/** Where a new paragraph would begin. */
export function paragraphBeginMark(words: MarkWords): HTMLElement {
  const mark = element('ins', 'suggested-in suggested-end');
  mark.append(hidden(words.newParagraph), shown('¶'));
  return mark;
}

/** A whole paragraph that goes. */
export function removedBlock(text: string, words: MarkWords): HTMLElement {
  const block = element('p', 'suggested-block');
  block.dataset['suggested'] = words.removedParagraph;
  block.append(deletedMark(text, words));
  return block;
}

/** A whole paragraph that comes. */
export function insertedBlock(text: string, words: MarkWords): HTMLElement {
  const block = element('p', 'suggested-block');
  block.dataset['suggested'] = words.newParagraph;
  block.append(insertedMark(text, words));
  return block;
}

/** Something about the paragraph behind it, in words. */
export function remark(text: string): HTMLElement {
  const mark = element('span', 'suggested-remark');
  mark.textContent = text;
  return mark;
}

/** Screen readers say where it begins and ends; most of them say nothing of `ins` and `del`. */
function spoken(kind: string, text: string, words: MarkWords): Node[] {
  const plain = text.replaceAll('\ufffc', words.note).replaceAll('\u2028', ' ');
  return [hidden(kind), document.createTextNode(plain), hidden(words.end)];
}

function hidden(text: string): HTMLElement {
  const words = element('span', 'suggested-said');
  words.textContent = ` ${text} `;
  return words;
}

function shown(sign: string): HTMLElement {
  const mark = element('span', '');
  mark.setAttribute('aria-hidden', 'true');
  mark.textContent = sign;
  return mark;
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  if (name !== 'span') made.contentEditable = 'false';
  return made;
}
