import type * as Y from 'yjs';
import {
  closedFormats,
  FlatText,
  takeIn,
  TextEdit,
  type PageParagraph,
  type TextRules,
} from '@plenary/ground/text';

/** Small rules of the shape that statements have. */
export const testRules: TextRules = {
  version: 1,
  attributes: {
    level: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 3,
  },
  usual: { level: 1 },
  embeds: { note: { text: (value) => typeof value === 'string' } },
  formats: {
    bold: { values: {}, grows: true },
    link: {
      values: { href: (value) => typeof value === 'string' && value.startsWith('https://') },
      grows: false,
    },
  },
};

/** Origin of what its own writer writes. */
export const byHand = 'by hand';

/** Writes into a text as an editor does: acts on the page, each within one transaction. */
export class FlatWriter {
  readonly page: FlatText;

  constructor(
    private readonly doc: Y.Doc,
    rules: TextRules = testRules,
  ) {
    this.page = new FlatText(doc);
    this.closed = closedFormats(rules);
    doc.on('afterTransaction', (transaction: Y.Transaction) => void takeIn(this.page, transaction));
  }

  private readonly closed: ReadonlySet<string>;

  get paragraphs(): readonly PageParagraph[] {
    return this.page.page;
  }

  act(work: (edit: TextEdit, paragraphs: readonly PageParagraph[]) => void): void {
    this.doc.transact(
      (transaction) => work(new TextEdit(this.page, transaction, this.closed), this.paragraphs),
      byHand,
    );
  }

  /** A new paragraph behind all others. */
  addParagraph(text: string): void {
    this.act((edit, paragraphs) => {
      const paragraph = edit.insertParagraph(paragraphs.at(-1) ?? null, {});
      edit.insert(paragraph, 0, { text });
    });
  }
}
