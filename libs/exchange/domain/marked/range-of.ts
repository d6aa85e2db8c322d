import { passagesOf, type FlatText, type PageParagraph } from '@plenary/ground/text';
import type { PlaceView } from '@plenary/comments/domain';
import type { Remark } from './marked.js';

export interface Found {
  readonly range: Remark['range'];
  /** Its words are gone: they are to be said. */
  readonly isGone: boolean;
}

/** EXC-31: where in the text something stands that is said of it; what is gone stands on the paragraph where it was. */
export function rangeOf(text: FlatText, { kind, anchor, paragraphId }: PlaceView): Found {
  if (kind === 'statement') return { range: null, isGone: false };
  const passages = anchor ? passagesOf(text, anchor) : [];
  const [first, last] = [passages[0], passages.at(-1)];
  if (first && last) {
    const from = { paragraphId: first.paragraph.id, offset: first.from };
    return { range: { from, to: { paragraphId: last.paragraph.id, offset: last.to } }, isGone: false };
  }
  const held = paragraphId === null ? undefined : text.holderOf(paragraphId);
  const isThere = held !== undefined && isWritten(text, held);
  return { range: wholeOf(isThere ? held : nearest(text, held)), isGone: kind === 'passage' || !isThere };
}

/** The range of a whole paragraph. */
export function wholeOf(paragraph: PageParagraph | undefined): Remark['range'] {
  if (!paragraph) return null;
  const at = (offset: number) => ({ paragraphId: paragraph.id, offset });
  return { from: at(0), to: at(paragraph.length) };
}

/** The written paragraph in front of one that is not there any more. */
export function nearest(text: FlatText, gone: PageParagraph | undefined): PageParagraph | undefined {
  const place = gone ? text.order.findIndex(({ id }) => id === gone.id) : -1;
  return text.order.slice(0, Math.max(0, place)).findLast((each) => isWritten(text, each));
}

/** Empty ones are in no file (EXC-1). */
export const isWritten = (text: FlatText, paragraph: PageParagraph): boolean =>
  text.indexOf(paragraph.id) !== undefined && paragraph.text.trim() !== '';
