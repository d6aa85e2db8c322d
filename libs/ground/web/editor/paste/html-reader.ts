import { lineBreak } from '@plenary/ground/text';
import { finish, type Draft } from './drafts.js';
import { emojiOf, isBlock, omission } from './elements.js';
import { textBoxesIn } from './text-boxes.js';
import { wordsOfField } from './forms.js';
import { formatsWithin } from './formats.js';
import { findNotes, type Notes } from './notes.js';
import { inParts, noteWords } from './note-words.js';
import { ParagraphBuilder } from './paragraph-builder.js';
import { Placing } from './placing.js';
import { scriptWithin } from './raised-elements.js';
import { type LeftOut, type PasteRules } from './rules.js';
import { textOf } from './runs.js';
import { hasClass, type Styles } from './styles.js';
import { outside, type Surroundings } from './surroundings.js';
import { type Survey } from './survey.js';
import { textIn, walk, type Visitor } from './walk.js';

/** Reads a document from start to end. */
export class HtmlReader implements Visitor<Surroundings> {
  readonly leftOut = new Set<LeftOut>();
  private builder: ParagraphBuilder;
  private readonly notes: Notes;
  private readonly placing: Placing;
  private readonly noteTexts = new Map<Element, string>();
  /** What stands beside the text, such as in a text box; it comes after the paragraph that it belongs to. */
  private beside: Draft[] = [];
  private inNote = false;
  /** True when the note that is read had its mark as a link back, so that no other mark is looked for. */
  private hasMark = false;

  constructor(
    private readonly survey: Survey,
    private readonly rules: PasteRules,
  ) {
    this.builder = this.newBuilder();
    this.notes = findNotes(survey);
    this.placing = new Placing(survey, rules);
  }

  read(): Draft[] {
    walk(this.survey.root, outside, this);
    this.builder.end();
    return [...this.builder.done, ...this.beside];
  }

  text(text: string, place: Surroundings, node: Node): void {
    if (!place.mute && !this.placing.isMarker(node)) this.builder.text(text, place);
  }

  enter(element: Element, place: Surroundings): Surroundings | null {
    if (this.placing.isMarker(element) || this.isOfNotes(element, place)) return null;
    const styles = this.survey.sheet.of(element);
    const sign = emojiOf(element);
    if (sign !== null) this.builder.text(sign, place);
    const why = sign === null ? omission(element, styles) : 'silent';
    if (why && why !== 'silent') this.leftOut.add(why);
    if (why || this.isSpecial(element, styles, place)) return null;
    return this.within(element, styles, place);
  }

  leave(element: Element, place: Surroundings): void {
    if (element.localName === 'q') this.builder.text('”', place);
    if (!isBlock(element, this.survey.sheet.of(element))) return;
    if (element.localName === 'tr' && place.row) this.builder.end();
    else this.builder.close(place);
    if (place.row || this.beside.length === 0 || this.inNote) return;
    this.builder.done.push(...this.beside);
    this.beside = [];
  }

  /** Word draws text boxes in a comment; their words are words. */
  comment(node: Node): void {
    for (const box of textBoxesIn(node)) {
      this.leftOut.add('drawings');
      this.beside.push(...this.apart(box));
    }
  }

  /** What stands in an element, read by itself. */
  private apart(element: Element): Draft[] {
    const builder = this.builder;
    this.builder = this.newBuilder();
    walk(element, { ...outside, block: true }, this);
    this.builder.end();
    const { done } = this.builder;
    this.builder = builder;
    return done;
  }

  private newBuilder(): ParagraphBuilder {
    return new ParagraphBuilder(this.rules.deepestIndent, this.survey.own === null);
  }

  private isOfNotes(element: Element, place: Surroundings): boolean {
    if (this.inNote) return this.notes.back.has(element) && (this.hasMark = true);
    const body = this.notes.bodies.get(element);
    if (body) this.note(this.noteText(body, textIn(element, 20)), place);
    if (body || this.notes.taken.has(element)) return true;
    const isComment = this.notes.comments.has(element);
    if (isComment) this.leftOut.add('comments');
    const isTitle = place.notes && (/^h[1-6]$/.test(element.localName) || element.hasAttribute('data-notes'));
    return isComment || isTitle;
  }

  private note(text: string, place: Surroundings): void {
    for (const part of inParts(text, this.rules.footnoteLength))
      this.builder.embed({ embed: 'footnote', values: { text: part } }, place);
  }

  private noteText(body: Element, mark: string): string {
    const known = this.noteTexts.get(body);
    if (known !== undefined) return known;
    this.inNote = true;
    this.hasMark = this.survey.own !== null;
    const paragraphs = finish(this.apart(body));
    this.inNote = false;
    const words = paragraphs.map(({ content }) => textOf(content)).join(lineBreak);
    const text = this.survey.own ? words : noteWords(words, this.hasMark ? '' : mark);
    this.noteTexts.set(body, text);
    return text;
  }

  /** Elements that stand for a break, a gap or words by themselves. */
  private isSpecial(element: Element, styles: Styles, place: Surroundings): boolean {
    const tag = element.localName;
    if (tag === 'br') {
      if (!hasClass(element, /^Apple-interchange-newline$/) && !place.mute) this.builder.lineEnd(place);
    } else if (tag === 'hr') this.builder.close(place);
    else if (styles.has('mso-tab-count')) this.builder.text(' ', place);
    else {
      const field = wordsOfField(element);
      if (field === null) return false;
      this.builder.text(' ', place);
      this.builder.text(field, { ...place, space: tag === 'textarea' ? 'kept' : place.space });
      this.builder.text(' ', place);
    }
    return true;
  }

  private within(element: Element, styles: Styles, outer: Surroundings): Surroundings | null {
    const block = isBlock(element, styles);
    if (block) this.builder.close(outer);
    const formats = formatsWithin(element, styles, outer.formats, this.rules.isSafeLink);
    const place = this.placing.within(element, styles, block, { ...outer, formats, notes: outer.notes || this.notes.lists.has(element) }); // prettier-ignore
    if (place.row && place.item && place.item !== outer.item && place.item.number !== null)
      this.builder.text(`${place.item.number}. `, place);
    if (element.localName === 'q') this.builder.text('“', place);
    if (block || place.script) return place;
    const script = scriptWithin(element, this.survey.sheet, this.notes, this.builder.lastCharacter);
    if (script === null) return place;
    if (script.instead !== null) this.builder.text(script.instead, place);
    return script.instead === null ? { ...place, script: true, mute: script.onlyNotes } : null;
  }
}
