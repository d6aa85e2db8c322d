import type { AttributeValue } from '@plenary/ground/text';
import type { ReturnedFile, ReturnedPiece } from './returned-file.js';

/** Words, or a note, of a group; or the end of a paragraph that somebody inserted. */
export type Token =
  | { readonly kind: 'piece'; readonly piece: ReturnedPiece; readonly paragraph: number; readonly at: number }
  | {
      readonly kind: 'break';
      readonly by: string;
      readonly attributes: Readonly<Record<string, AttributeValue>>;
    };

/** What was one paragraph before all tracked changes: mostly one of the file, more where somebody parted it. */
export interface Group {
  readonly ids: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly tokens: readonly Token[];
  /** Who deleted its end, so that it becomes one with the next; null for nobody. */
  readonly joinedBy: string | null;
  /** Paragraphs of the file, from and to. */
  readonly from: number;
  readonly to: number;
}

export function groupsOf({ paragraphs }: Pick<ReturnedFile, 'paragraphs'>): Group[] {
  const groups: Group[] = [];
  let [tokens, ids, from]: [Token[], string[], number] = [[], [], 0];
  paragraphs.forEach((paragraph, at) => {
    ids.push(...paragraph.ids);
    let offset = 0;
    for (const piece of paragraph.pieces) {
      tokens.push({ kind: 'piece', piece, paragraph: at, at: offset });
      offset += lengthOf(piece);
    }
    const { in: came, out } = paragraph.end;
    const next = paragraphs[at + 1];
    if (came !== undefined && next) {
      // An end that came and went again parts nothing.
      if (out === undefined) tokens.push({ kind: 'break', by: came, attributes: next.attributes });
      return;
    }
    const { attributes } = paragraphs[from]!;
    groups.push({ ids, attributes, tokens, joinedBy: out ?? null, from, to: at });
    [tokens, ids, from] = [[], [], at + 1];
  });
  return groups;
}

/** Words as if all tracked changes were rejected. */
export const wordsBefore = ({ tokens }: Group): string =>
  tokens
    .map((token) => (token.kind === 'piece' && token.piece.in === undefined ? textOf(token.piece) : ''))
    .join('');

/** Nothing of it was there before. */
export const isNew = ({ tokens }: Group): boolean =>
  tokens.every((token) => token.kind === 'break' || token.piece.in !== undefined);

export const lengthOf = (piece: ReturnedPiece): number => ('text' in piece ? piece.text.length : 1);
/** A note is U+FFFC. */
export const textOf = (piece: ReturnedPiece): string => ('text' in piece ? piece.text : '\ufffc');
