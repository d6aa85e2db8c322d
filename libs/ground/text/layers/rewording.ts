import * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import { idOf, sameItem, type ItemId } from '../item-id.js';
import type { Formats } from '../rich-paragraph.js';
import type { Restorations } from '../restorations.js';
import { TextEdit, type Closed } from '../text-edit.js';
import type { Deed, DeletedCharacters } from './deed.js';
import type { InsertedPiece, LayerPart } from './layer-parts.js';

/** Words that a layer writes at one place, with no break and no embed among them: they can be taken in otherwise. */
export interface Wording {
  /** Their first character. */
  readonly at: ItemId;
  readonly text: string;
}

/** Other words in place of some that a layer writes. */
export interface Rewording extends Wording {
  /** In order, none over another; what they leave out stays the layer's. */
  readonly changes: readonly WordChange[];
}

/** Words that come in place of those between two places. */
export interface WordChange {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** What was taken in otherwise than it was suggested: plain data, to be kept with the deed. */
export interface Reworded {
  /** Client id under which the other words stand. */
  readonly by: number;
  /** Characters of the layer that they replace. */
  readonly left: readonly DeletedCharacters[];
}

/** What of a layer can be worded otherwise, in the order of the text. */
export const wordingsOf = (parts: readonly LayerPart[]): Wording[] =>
  chunksOf(parts).map((chunk) => ({ at: chunk[0]!.id, text: textOf(chunk) }));

type Chunk = readonly InsertedPiece[];

function chunksOf(parts: readonly LayerPart[]): Chunk[] {
  const chunks: InsertedPiece[][] = [];
  for (const part of parts) {
    if (part.kind !== 'characters' || part.state === 'void') continue;
    let isOpen = false;
    for (const piece of part.pieces) {
      // What goes leaves what comes beside each other.
      if (piece.kind === 'deleted') continue;
      if (piece.kind === 'inserted' && piece.embed === null) {
        if (isOpen) chunks.at(-1)!.push(piece);
        else chunks.push([piece]);
        isOpen = true;
      } else isOpen = false;
    }
  }
  return chunks;
}

const textOf = (chunk: Chunk): string => chunk.map(({ text }) => text).join('');

/** Writes other words into a copy that has the layer, within its transaction and under its client id. */
export function reword(
  fork: FlatText,
  transaction: Y.Transaction,
  parts: readonly LayerPart[],
  rewordings: readonly Rewording[],
  closed: Closed,
): Reworded {
  const edit = new TextEdit(fork, transaction, closed);
  const left: DeletedCharacters[] = [];
  for (const chunk of chunksOf(parts)) {
    const wanted = rewordings.find(({ at }) => sameItem(at, chunk[0]!.id));
    if (!wanted) continue;
    const characters = chunk.flatMap(charactersOf);
    // From the last on: places in front of it stay what they are.
    for (const { from, to, words } of wanted.changes.toReversed()) {
      const gone = characters.slice(from, to);
      if (words !== '') {
        const after = (characters[from - 1] ?? gone.at(-1))?.id ?? behind(transaction, characters[0]!.id);
        const { formats } = (gone[0] ?? characters[from - 1] ?? characters[0])!;
        edit.insertBehind(after, { text: words, formats });
      }
      for (const each of joined(gone)) {
        left.push(each);
        edit.deleteFrom(each.id, each.length);
      }
    }
  }
  return { by: fork.doc.clientID, left };
}

/**
 * Of what a taking back did, what brings the layer back as it was suggested: with the words that were left out, and
 * without those that were taken in for them.
 */
export function asSuggested(back: Deed, { by, left }: Reworded, restorations: Restorations): Deed {
  const isTheirs = ([client, clock]: ItemId) => restorations.firstOf([client, clock])[0] === by;
  return {
    ...back,
    deleted: [...back.deleted.filter(({ id }) => !isTheirs(id)), ...left],
    spans: back.spans.filter(({ before, now }) => ![before, now].some((span) => span && isTheirs(span.s))),
  };
}

interface Character {
  readonly id: ItemId;
  readonly sign: string;
  readonly formats: Formats;
}

const charactersOf = ({ id: [client, clock], text, formats }: InsertedPiece): Character[] =>
  text.split('').map((sign, at) => ({ id: [client, clock + at], sign, formats }));

function joined(characters: readonly Character[]): DeletedCharacters[] {
  const found: { id: ItemId; length: number; content: string }[] = [];
  for (const { id, sign } of characters) {
    const last = found.at(-1);
    if (last && last.id[0] === id[0] && last.id[1] + last.length === id[1]) {
      last.length++;
      last.content += sign;
    } else found.push({ id, length: 1, content: sign });
  }
  return found;
}

/** What stands in front of a character, be it dead. */
function behind(transaction: Y.Transaction, [client, clock]: ItemId): ItemId {
  const { left } = Y.getItemCleanStart(transaction, Y.createID(client, clock)) as Y.Item;
  return idOf(left!, left!.length - 1);
}
