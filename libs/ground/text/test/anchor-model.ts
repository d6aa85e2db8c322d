import type * as Y from 'yjs';
import { anchorOf, type Anchor } from '../anchors.js';
import { anchorStateOf, printOf, type AnchorPrint, type AnchorState } from '../anchor-states.js';
import type { Oracle } from './oracle.js';
import { sheetOf, type Sheet } from './sheet.js';
import type { Writer } from './writer.js';

/** A passage as somebody saw it who knows characters by their names. */
interface Known {
  readonly anchor: Anchor;
  readonly print: AnchorPrint;
  readonly characters: readonly string[];
  readonly homes: readonly string[];
  readonly moves: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What somebody said of where a paragraph stands, as it is in the document. */
const movesOf = (doc: Y.Doc, ids: readonly string[]): string =>
  JSON.stringify(ids.map((id) => doc.getMap('blocks').get(`${id}/at`) ?? null));

const written = (sheets: readonly Sheet[]) => sheets.filter(({ characters }) => characters.length > 0);

/**
 * TXT-8 by a model of its own: it keeps names of characters and of paragraphs, asks the oracle which of them must be
 * there, and looks on the page for where they are. It knows of no anchor, no id of a character and no restoration.
 */
export class AnchorModel {
  private readonly known: Known[] = [];
  /** How many came to which state. */
  readonly states: Record<AnchorState, number> = { exact: 0, moved: 0, changed: 0, gone: 0 };

  constructor(private readonly oracle: Oracle) {}

  /** How many passages are remembered. */
  get count(): number {
    return this.known.length;
  }

  /** Remembers a passage that three numbers choose: some characters, in one paragraph or over two or three. */
  keep({ text, doc }: Writer, a: number, b: number, c: number): void {
    const page = sheetOf(text);
    const begin = a % page.length;
    const end = Math.min(page.length - 1, begin + (c % 4 === 0 ? c % 3 : 0));
    const from = b % (page[begin]!.characters.length + 1);
    const least = begin === end ? from : 0;
    const to = Math.min(page[end]!.characters.length, least + 1 + (c % 6));
    const parts = page.slice(begin, end + 1).map(({ id, characters }, at) => ({
      id,
      characters: characters.slice(at === 0 ? from : 0, at === end - begin ? to : undefined),
    }));
    const homes = written(parts).map(({ id }) => id);
    const characters = parts.flatMap((part) => part.characters.map(({ character }) => character));
    if (characters.length === 0 || new Set(characters).size < characters.length) return;
    const anchor = anchorOf(
      text,
      { paragraph: text.page[begin]!, offset: from },
      { paragraph: text.page[end]!, offset: to },
    );
    const place = (id: string) => page.findIndex((each) => each.id === id);
    this.known.push({
      ...{ anchor, print: printOf(text, anchor), characters, homes, moves: movesOf(doc, homes) },
      before: written(page.slice(0, place(homes[0]!))).at(-1)?.id,
      after: written(page.slice(place(homes.at(-1)!) + 1))[0]?.id,
    });
  }

  /** What of it is told wrongly on this page. */
  judge({ text, doc }: Writer): string[] {
    const page = sheetOf(text);
    return this.known.flatMap((each) => {
      const [told, meant] = [anchorStateOf(text, each.anchor, each.print), this.stateOf(each, page, doc)];
      this.states[meant] += 1;
      return told === meant ? [] : [`state ${told} of ${each.characters.join('')}, which is ${meant}`];
    });
  }

  private stateOf(
    { characters, homes, moves, before, after }: Known,
    page: readonly Sheet[],
    doc: Y.Doc,
  ): AnchorState {
    const alive = characters.filter((character) => this.oracle.expected(character) > 0);
    if (alive.length === 0) return 'gone';
    const all = page.flatMap((each) => each.characters.map(({ character }) => ({ character, id: each.id })));
    const mine = new Set(characters);
    const first = all.findIndex(({ character }) => mine.has(character));
    const last = all.findLastIndex(({ character }) => mine.has(character));
    const span = all.slice(first, last + 1);
    if (alive.length < characters.length || span.length !== characters.length) return 'changed';
    if (span.some(({ character }, at) => character !== characters[at])) return 'moved';
    const now = [...new Set(span.map(({ id }) => id))];
    if (now.join() !== homes.join()) return 'moved';
    if (movesOf(doc, now) === moves) return 'exact';
    const place = (id: string | undefined) => page.findIndex((each) => each.id === id);
    const [front, behind] = [place(before), place(after)];
    if (front < 0 && behind < 0) return 'moved';
    const passed = front > place(now[0]) || (behind >= 0 && behind < place(now.at(-1)));
    return passed ? 'moved' : 'exact';
  }
}
