import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type DecorationAttrs } from '@tiptap/pm/view';
import {
  closedFormats,
  placeOfCaret,
  type BreakPiece,
  type CharactersPart,
  type DeletedPiece,
  type FlatText,
  type ItemId,
  type LayerPart,
} from '@plenary/ground/text';
import { statementRules } from '@plenary/statements/domain';
import {
  insertedBlock,
  insertedMark,
  paragraphBeginMark,
  paragraphEndMark,
  type MarkWords,
} from './mark-looks';

/** A suggestion as it is marked upon the text. */
export interface Marked {
  readonly id: string;
  /** Who suggests it, as a person reads it. */
  readonly by: string;
  readonly colour: string;
  readonly parts: readonly LayerPart[];
}

export const suggestionsKey = new PluginKey<DecorationSet>('suggestions');

/** Shows suggestions upon a text, as decorations; they are moved along until they are drawn anew. */
export function suggestionMarks(onChoose: (id: string) => void): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: suggestionsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before) {
        const drawn = transaction.getMeta(suggestionsKey) as DecorationSet | undefined;
        return drawn ?? (transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before);
      },
    },
    props: {
      decorations: (state: EditorState) => suggestionsKey.getState(state),
      handleDOMEvents: {
        click: (_view, { target }) => {
          const mark = (target as Element).closest<HTMLElement>('[data-suggestion]');
          if (mark) onChoose(mark.dataset['suggestion']!);
          return false;
        },
      },
    },
  });
}

/** All marks; the editor shows the text as it is. */
export function marksOf(
  doc: Node,
  text: FlatText,
  suggestions: readonly Marked[],
  chosen: string | null,
  words: MarkWords,
): DecorationSet {
  if (doc.childCount !== text.page.length) return DecorationSet.empty;
  const places = new Places(doc, text);
  const all = suggestions.flatMap((each) => new Drawing(each, each.id === chosen, places, words).all());
  return DecorationSet.create(doc, all);
}

/** Where a suggestion stands in the editor; null for one of which nothing is there any more. */
export function placeOf(doc: Node, text: FlatText, parts: readonly LayerPart[]): number | null {
  if (doc.childCount !== text.page.length) return null;
  const places = new Places(doc, text);
  const found = parts.flatMap((part) => places.ofPart(part) ?? []);
  return found.length > 0 ? Math.min(...found) : null;
}

/** Places of characters and paragraphs in an editor that shows a text as it is. */
class Places {
  private readonly begins: number[] = [];

  constructor(
    doc: Node,
    private readonly text: FlatText,
  ) {
    let pos = 0;
    doc.forEach((node) => {
      this.begins.push(pos);
      pos += node.nodeSize;
    });
    this.begins.push(pos);
  }

  /** Of a paragraph, from before it to behind it. */
  paragraph(id: string): { readonly from: number; readonly to: number } | null {
    const index = this.text.indexOf(this.text.holderOf(id)?.id ?? id);
    return index === undefined ? null : { from: this.begins[index]!, to: this.begins[index + 1]! };
  }

  /** Behind a character; `isLast`: no other stands behind it in its paragraph. */
  behind(
    after: ItemId | null,
  ): { readonly pos: number; readonly isLast: boolean; readonly end: number } | null {
    if (!after) return { pos: 1, isLast: true, end: 0 };
    const place = placeOfCaret(this.text, after);
    const index = place && this.text.indexOf(place.paragraph.id);
    if (!place || index === undefined || index === null) return null;
    const isLast = place.offset >= place.paragraph.length;
    return { pos: this.begins[index]! + 1 + place.offset, isLast, end: this.begins[index + 1]! };
  }

  /** Characters with consecutive numbers, where they stand. */
  stretches(
    paragraphId: string,
    { id: [client, clock], length }: DeletedPiece,
  ): [from: number, to: number][] {
    const paragraph = this.text.holderOf(paragraphId);
    const index = paragraph && this.text.indexOf(paragraph.id);
    if (!paragraph || index === undefined) return [];
    const found: [number, number][] = [];
    let at = this.begins[index]! + 1;
    for (const { id, text } of paragraph.runs) {
      const [from, to] = [Math.max(clock, id[1]), Math.min(clock + length, id[1] + text.length)];
      if (id[0] === client && from < to) found.push([at + from - id[1], at + to - id[1]]);
      at += text.length;
    }
    return found;
  }

  ofPart(part: LayerPart): number | null {
    if (part.kind === 'format') return this.behind(part.first)?.pos ?? null;
    if (part.kind === 'attribute') return this.paragraph(part.id)?.from ?? null;
    if (part.kind !== 'characters') return this.paragraph(part.paragraphId)?.from ?? null;
    const [first] = part.pieces;
    if (first?.kind === 'deleted') return this.stretches(part.paragraphId, first)[0]?.[0] ?? null;
    return (first && this.behind(first.after)?.pos) ?? null;
  }
}

const closed = closedFormats(statementRules);

/** The marks of one suggestion. */
class Drawing {
  private readonly found: Decoration[] = [];

  constructor(
    private readonly suggestion: Marked,
    private readonly isChosen: boolean,
    private readonly places: Places,
    private readonly words: MarkWords,
  ) {}

  all(): Decoration[] {
    for (const part of this.suggestion.parts) if (part.state !== 'void') this.draw(part);
    return this.found;
  }

  private draw(part: LayerPart): void {
    switch (part.kind) {
      case 'characters':
        return this.characters(part);
      case 'removed':
        return this.about(part.paragraphId, this.words.removedParagraph);
      case 'moved':
        return this.about(part.paragraphId, this.words.moved);
      case 'attribute':
        return this.about(part.id, this.words.attribute(part.name));
      case 'joined': {
        const paragraph = this.places.paragraph(part.paragraphId);
        if (paragraph) this.widget(paragraph.from + 1, 'joined', () => paragraphEndMark(this.words));
        return;
      }
      case 'format':
        return this.format(part.name, part.first, part.last);
    }
  }

  private characters({ paragraphId, pieces }: CharactersPart): void {
    let end: number | null = null;
    for (const piece of pieces) {
      if (piece.kind !== 'deleted') continue;
      for (const [from, to] of this.places.stretches(paragraphId, piece)) {
        const look = this.look('suggested-out', { nodeName: 'del' });
        this.found.push(Decoration.inline(from, to, look, { suggestion: this.suggestion.id }));
        end = to;
      }
    }
    // What makes way stands in front of what takes its place.
    for (const { begins, after, text } of chunksOf(pieces)) this.inserted(begins, after, text, end);
  }

  private inserted(begins: BreakPiece | null, after: ItemId | null, text: string, end: number | null): void {
    const place = this.places.behind(after);
    if (!place) return;
    if (begins && place.isLast && text !== '')
      return this.widget(place.end, `block ${text}`, () => insertedBlock(text, this.words));
    const pos = end !== null && !begins ? end : place.pos;
    if (begins) this.widget(pos, 'begins', () => paragraphBeginMark(this.words));
    if (text !== '') this.widget(pos, `in ${text}`, () => insertedMark(text, this.words));
  }

  private about(id: string, said: string): void {
    const paragraph = this.places.paragraph(id);
    if (!paragraph) return;
    const look = this.look('suggested-paragraph', { 'data-suggested': said });
    this.found.push(Decoration.node(paragraph.from, paragraph.to, look, { suggestion: this.suggestion.id }));
  }

  private format(name: string, first: ItemId, last: ItemId): void {
    const [from, to] = [this.places.behind(first), this.places.behind(last)];
    if (!from || !to) return;
    // A format that grows names the character behind its last.
    const end = closed.has(name) ? to.pos : Math.max(from.pos, to.pos - 1);
    const look = this.look('suggested-look', { title: `${this.words.formatted} · ${this.suggestion.by}` });
    this.found.push(Decoration.inline(from.pos - 1, end, look, { suggestion: this.suggestion.id }));
  }

  private widget(pos: number, name: string, make: () => HTMLElement): void {
    const { id, by, colour } = this.suggestion;
    const key = `${id} ${name} ${this.isChosen}`;
    const drawn = () => {
      const mark = make();
      mark.dataset['suggestion'] = id;
      mark.title = by;
      mark.style.setProperty('--by', colour);
      mark.toggleAttribute('data-chosen', this.isChosen);
      return mark;
    };
    this.found.push(Decoration.widget(pos, drawn, { key, side: 1, suggestion: id, ignoreSelection: true }));
  }

  private look(name: string, more: DecorationAttrs): DecorationAttrs {
    const { id, by, colour } = this.suggestion;
    return {
      ...{ class: name, style: `--by: ${colour}`, title: by, 'data-suggestion': id },
      ...(this.isChosen ? { 'data-chosen': '' } : {}),
      ...more,
    };
  }
}

/** Words that come at one place: first those within the paragraph, then a chunk for each that begins. */
function chunksOf(pieces: CharactersPart['pieces']) {
  const chunks: { begins: BreakPiece | null; after: ItemId | null; text: string }[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'break') chunks.push({ begins: piece, after: piece.after, text: '' });
    if (piece.kind !== 'inserted') continue;
    const last = chunks.at(-1);
    const isNext = last && (last.begins !== null || sameId(last.after, piece.after));
    if (isNext) last.text += piece.text;
    else chunks.push({ begins: null, after: piece.after, text: piece.text });
  }
  return chunks;
}

const sameId = (one: ItemId | null, other: ItemId | null): boolean => one?.join() === other?.join();
