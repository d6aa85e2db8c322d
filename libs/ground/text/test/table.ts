import type * as Y from 'yjs';
import { caretAt, placeOfCaret } from '../carets.js';
import type { ItemId } from '../item-id.js';
import type { PageParagraph } from '../page-paragraph.js';
import { firstUpdate } from '../rich-text.js';
import { findViolation } from '../text-check.js';
import type { TextEdit } from '../text-edit.js';
import { picture, pictureAnew } from './checks.js';
import { rules } from './rules.js';
import { Writer } from './writer.js';

type Act = (edit: TextEdit, page: readonly PageParagraph[]) => void;

/** A few writers with copies of one text, who know of each other's acts when they meet. */
export class Table {
  readonly writers: readonly Writer[];
  readonly server: Writer;

  constructor(...lines: readonly string[]) {
    const paragraphs = lines.map((text) => ({ attributes: {}, content: text ? [{ text }] : [] }));
    const start = firstUpdate(paragraphs, rules, 1);
    this.writers = [11, 22, 33].map((client) => new Writer(client, start));
    this.server = new Writer(2, start);
    this.server.doc.on('afterTransaction', (transaction: Y.Transaction) =>
      expect(findViolation(transaction, rules)).toBeNull(),
    );
  }

  get anna(): Writer {
    return this.writers[0]!;
  }

  get bruno(): Writer {
    return this.writers[1]!;
  }

  /** Each does something that the others do not know of; then they meet. */
  atOnce(...acts: readonly Act[]): this {
    acts.forEach((act, at) => this.does(this.writers[at]!, act));
    return this.meet();
  }

  does(writer: Writer, act: Act): this {
    writer.edit((edit) => act(edit, writer.text.page));
    return this;
  }

  /** Everybody learns of everything, the server by its check, and all see the same. */
  meet(): this {
    const everybody = [this.server, ...this.writers];
    const out = this.writers.map((writer) => ({ writer, updates: writer.out.splice(0) }));
    for (const { writer, updates } of out) {
      for (const update of updates) {
        for (const other of everybody) if (other !== writer) other.receive(update);
      }
    }
    expect(new Set(everybody.map(({ text }) => picture(text))).size).toBe(1);
    expect(everybody.map(({ text }) => picture(text))).toEqual(
      everybody.map(({ text }) => pictureAnew(text)),
    );
    return this;
  }

  /** What all see. */
  get page(): string[] {
    return this.server.text.page.map(({ text }) => text);
  }

  get ids(): string[] {
    return this.server.text.page.map(({ id }) => id);
  }

  kinds(): unknown[] {
    return this.server.text.page.map((paragraph) => paragraph.attribute('kind') ?? null);
  }

  /** The characters of a paragraph that show a format. */
  charactersWith(format: string, paragraph = 0): string {
    const { runs } = this.server.text.page[paragraph]!;
    return runs.map(({ text, formats }) => (formats[format] ? text : '')).join('');
  }

  /** A caret of somebody's, to be asked for later: `0:3` is behind the third character of the first paragraph. */
  caret(writer: Writer, paragraph: number, offset: number): ItemId {
    return caretAt({ paragraph: writer.text.page[paragraph]!, offset });
  }

  placeOf(caret: ItemId, writer = this.server): string | null {
    const place = placeOfCaret(writer.text, caret);
    return place && `${writer.text.indexOf(place.paragraph.id)}:${place.offset}`;
  }
}

export const type =
  (paragraph: number, offset: number, text: string): Act =>
  (edit, page) =>
    void edit.insert(page[paragraph]!, offset, { text });
export const enter =
  (paragraph: number, offset: number, kind?: string): Act =>
  (edit, page) =>
    void edit.split(page[paragraph]!, offset, kind ? { kind } : {});
/** Backspace at the beginning of a paragraph. */
export const join =
  (paragraph: number): Act =>
  (edit, page) =>
    edit.join(page[paragraph]!, page[paragraph - 1]!);
export const remove =
  (...paragraphs: readonly number[]): Act =>
  (edit, page) => {
    for (const each of paragraphs) edit.remove(page[each]!);
  };
export const erase =
  (paragraph: number, from: number, to: number): Act =>
  (edit, page) =>
    edit.delete(page[paragraph]!, from, to);
/** `behind` counts on the page as it is; -1 is in front of all. */
export const move =
  (paragraph: number, behind: number): Act =>
  (edit, page) =>
    edit.move(page[paragraph]!, page[behind] ?? null);
export const say =
  (paragraph: number, name: string, value: string): Act =>
  (edit, page) =>
    edit.setAttribute(page[paragraph]!.id, name, value);
export const bold =
  (paragraph: number, from: number, to: number, value: true | null = true): Act =>
  (edit, page) =>
    edit.format(page[paragraph]!, from, to, 'bold', value);
/** From a place in one paragraph to a place in another, as an editor deletes a selection. */
export const eraseRange =
  (first: number, from: number, last: number, to: number): Act =>
  (edit, page) => {
    edit.delete(page[first]!, from, page[first]!.length);
    for (const each of page.slice(first + 1, last)) edit.remove(each);
    edit.delete(page[last]!, 0, to);
    edit.join(page[last]!, page[first]!);
  };
export const all =
  (...acts: readonly Act[]): Act =>
  (edit, page) => {
    for (const act of acts) act(edit, page);
  };
