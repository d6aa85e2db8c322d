import * as Y from 'yjs';
import type { FlatText } from '../flat-text.js';
import { idOf, nameOf, type ItemId } from '../item-id.js';
import { facts, readBlockKey } from '../roots.js';
import { isMark, readContent } from '../sequence.js';
import { CharacterRanges } from '../character-ranges.js';

/** Part of a paragraph, in UTF-16 units; all of it where nothing is said. */
export interface PassageOfParagraph {
  readonly paragraphId: string;
  readonly from?: number;
  readonly to?: number;
}

export interface ChosenCharacters {
  readonly words: string;
  readonly characters: CharacterRanges;
}

/** The characters of a passage in a text; null for a paragraph that does not stand there. */
export function charactersOfPassage(
  text: FlatText,
  { paragraphId, from, to }: PassageOfParagraph,
): ChosenCharacters | null {
  const paragraph = text.page.find(({ id }) => id === paragraphId);
  if (!paragraph) return null;
  const [first, last] = [from ?? 0, to ?? paragraph.length];
  const characters = new CharacterRanges();
  let [words, at] = ['', 0];
  for (const { id, text: piece } of paragraph.runs) {
    const [begin, end] = [Math.max(first, at) - at, Math.min(last, at + piece.length) - at];
    if (begin < end) {
      characters.add([id[0], id[1] + begin], end - begin);
      words += piece.slice(begin, end);
    }
    at += piece.length;
  }
  return { words, characters };
}

export interface ToErase {
  readonly characters: CharacterRanges;
  /** Those of them that stand in the text now. */
  readonly standing: CharacterRanges;
  /** Paragraphs in which any of them stands or stood. */
  readonly paragraphs: readonly string[];
  /** How often the words stand in the text now. */
  readonly places: number;
}

/**
 * All that has to go with the chosen characters, in a text that holds what was ever written in it (made with
 * `gc: false` from every update): what undos wrote anew for them, earlier wordings that stood between them, the same
 * words wherever else they stand or were typed, sources and links that say them.
 */
export function charactersToErase(text: FlatText, chosen: CharacterRanges, pattern: RegExp): ToErase {
  const characters = new CharacterRanges();
  for (const { client, from, to } of chosen) characters.add([client, from], to - from);
  addEarlierWordings(text, chosen, characters);
  const places = addShown(text, pattern, characters);
  addWhereverWritten(text, pattern, characters);
  addWrittenAnew(text, characters);
  addSaidOfNotes(text, characters);
  return { characters, places, ...standingOf(text, characters) };
}

/** Dead characters between the first and the last that were chosen of a segment. */
function addEarlierWordings(text: FlatText, chosen: CharacterRanges, found: CharacterRanges): void {
  for (const { mark } of text.segments) {
    const items = itemsBehind(mark);
    const isChosen = (item: Y.Item) => chosen.hasAny(idOf(item), item.length);
    const [first, last] = [items.findIndex(isChosen), items.findLastIndex(isChosen)];
    if (first < 0) continue;
    for (const item of items.slice(first, last + 1)) if (item.deleted) found.add(idOf(item), item.length);
  }
}

/** Answers in how many places. */
function addShown(text: FlatText, pattern: RegExp, found: CharacterRanges): number {
  let places = 0;
  for (const paragraph of text.order) {
    const isShown = paragraph.isShown;
    places += addMatches(paragraph.runs, pattern, found) * (isShown ? 1 : 0);
  }
  return places;
}

/** In the order of the sequence with all that is dead, and in the order in which each hand typed. */
function addWhereverWritten(text: FlatText, pattern: RegExp, found: CharacterRanges): void {
  for (const { mark } of text.segments) addMatches(itemsBehind(mark).flatMap(written), pattern, found);
  for (const structs of text.doc.store.clients.values()) {
    const items = structs.filter((struct): struct is Y.Item => struct instanceof Y.Item);
    addMatches(items.flatMap(written), pattern, found);
    for (const item of items) {
      if (saysInData(item, pattern)) found.add(idOf(item), item.length);
    }
  }
}

/** A source by its words, what is said of it since, and links by their address; never what makes a paragraph. */
function saysInData(item: Y.Item, pattern: RegExp): boolean {
  const { content, parentSub } = item;
  const part = readContent(content);
  if (part.kind === 'embed') return stringsIn(part.value.v).some((each) => matches(each, pattern));
  if (!(content instanceof Y.ContentAny) || parentSub === null) return false;
  const { name } = readBlockKey(parentSub);
  return !Object.hasOwn(facts, name) && stringsIn(content.arr).some((each) => matches(each, pattern));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Both ways: characters that stand for erased ones, and those that erased ones stand for. */
function addWrittenAnew(text: FlatText, found: CharacterRanges): void {
  const { restorations } = text;
  if (restorations.isEmpty) return;
  for (const { client, from, to } of [...found]) {
    for (let clock = from; clock < to; clock++) {
      const first = restorations.firstOf([client, clock]);
      for (const id of [first, ...restorations.allAnewFor(first)]) found.add(id, 1);
    }
  }
}

/** What was said of a source that goes. */
function addSaidOfNotes(text: FlatText, found: CharacterRanges): void {
  const notes = new Set<string>();
  const said: { readonly note: string; readonly item: Y.Item }[] = [];
  for (const structs of text.doc.store.clients.values()) {
    for (const item of structs) {
      if (!(item instanceof Y.Item)) continue;
      const part = readContent(item.content);
      if (part.kind === 'embed' && found.has(idOf(item)))
        notes.add(part.value.id ?? nameOf(text.restorations.firstOf(idOf(item))));
      if (item.parentSub !== null && item.content instanceof Y.ContentAny && item.parentSub.includes('/'))
        said.push({ note: readBlockKey(item.parentSub).id, item });
    }
  }
  for (const { note, item } of said) if (notes.has(note)) found.add(idOf(item), item.length);
}

function standingOf(text: FlatText, characters: CharacterRanges): Pick<ToErase, 'standing' | 'paragraphs'> {
  const standing = new CharacterRanges();
  const paragraphs = new Set<string>();
  for (const segment of text.segments) {
    for (const item of itemsBehind(segment.mark)) {
      const { client, clock } = item.id;
      const parts = characters.within(client, clock, clock + item.length);
      if (parts.length > 0) paragraphs.add(text.paragraphOf(segment).id);
      if (!item.deleted) for (const { from, to } of parts) standing.add([client, from], to - from);
    }
  }
  return { standing, paragraphs: [...paragraphs] };
}

/** Characters and embeds up to the next mark, dead ones included. */
function itemsBehind(mark: Y.Item): Y.Item[] {
  const found: Y.Item[] = [];
  for (let item = mark.right; item !== null && !isMark(item); item = item.right) {
    const { kind } = readContent(item.content);
    if (kind === 'characters' || kind === 'embed') found.push(item);
  }
  return found;
}

interface Piece {
  readonly id: ItemId;
  readonly text: string;
}

const written = (item: Y.Item): Piece[] =>
  item.content instanceof Y.ContentString ? [{ id: idOf(item), text: item.content.str }] : [];

/** Answers how many there are. */
function addMatches(pieces: readonly Piece[], pattern: RegExp, found: CharacterRanges): number {
  const whole = pieces.map(({ text }) => text).join('');
  let count = 0;
  let [at, begin] = [0, 0];
  for (const match of whole.matchAll(pattern)) {
    count++;
    const to = match.index + match[0].length;
    let from = match.index;
    while (from < to) {
      while (begin + pieces[at]!.text.length <= from) begin += pieces[at++]!.text.length;
      const { id, text } = pieces[at]!;
      const end = Math.min(to, begin + text.length);
      found.add([id[0], id[1] + from - begin], end - from);
      from = end;
    }
  }
  return count;
}

const matches = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;

/** Characters of an update of somebody's own that say the words, in the order in which they were typed. */
export function wordsWrittenIn(update: Uint8Array, pattern: RegExp): CharacterRanges {
  const found = new CharacterRanges();
  const items = Y.decodeUpdate(update).structs.filter((each): each is Y.Item => each instanceof Y.Item);
  for (const client of new Set(items.map(({ id }) => id.client))) {
    const own = items.filter(({ id }) => id.client === client);
    addMatches(own.flatMap(written), pattern, found);
    for (const item of own) if (saysInData(item, pattern)) found.add(idOf(item), item.length);
  }
  return found;
}
