import type * as Y from 'yjs';
import type { FormatValue } from '../format-spans.js';
import type { PageParagraph } from '../page-paragraph.js';
import type { Formats } from '../rich-paragraph.js';
import type { Attributes, TextEdit } from '../text-edit.js';
import { kinds } from './rules.js';
import { anyId, sheetOf, type Seen, type Sheet } from './sheet.js';
import type { Writer } from './writer.js';

/** What somebody means to do: the page that they want to see afterwards, and the characters that they type or cover. */
export interface Plan {
  readonly typed: readonly string[];
  readonly covered: readonly Y.ID[];
  readonly meant: readonly Sheet[];
  /** Paragraphs whose place, extent or being this act changes. */
  readonly touches: readonly string[];
  act(edit: TextEdit): void;
}

/** A place on the page and three numbers that the act makes of what it likes. */
export interface Chance {
  readonly page: readonly PageParagraph[];
  readonly sheet: readonly Sheet[];
  readonly index: number;
  readonly paragraph: PageParagraph;
  readonly offset: number;
  readonly number: number;
  /** Another character each time. */
  fresh(): string;
}

export type Act = (chance: Chance) => Plan | null;

export const plan = (sheet: readonly Sheet[], rest: Partial<Plan> & Pick<Plan, 'act'>): Plan => ({
  typed: [],
  covered: [],
  meant: sheet,
  touches: [],
  ...rest,
});
export const put = (sheet: readonly Sheet[], at: number, removed: number, ...added: Sheet[]): Sheet[] =>
  sheet.toSpliced(at, removed, ...added);
export const idsOf = (characters: readonly Seen[]) => characters.map(({ id }) => id);
const someFormats: readonly Formats[] = [
  {},
  {},
  {},
  { bold: true },
  { bold: true, italic: true },
  { link: { href: 'https://un.org' } },
];
export const typedAs = (character: string, formats: Formats = {}): Seen => ({
  character,
  id: null as never,
  formats: JSON.stringify(Object.fromEntries(Object.entries(formats).toSorted())),
});

export function typing({ sheet, index, paragraph, number, fresh }: Chance, offset: number): Plan {
  const characters = Array.from({ length: 1 + (number % 3) }, fresh);
  const formats = someFormats[number % someFormats.length]!;
  const { id, characters: before } = sheet[index]!;
  const after = before.toSpliced(offset, 0, ...characters.map((character) => typedAs(character, formats)));
  return plan(sheet, {
    typed: characters,
    meant: put(sheet, index, 1, { id, characters: after }),
    act: (edit) => edit.insert(paragraph, offset, { text: characters.join(''), formats }),
  });
}

export function enter({ sheet, index, paragraph, number }: Chance, offset: number): Plan {
  const { id, characters } = sheet[index]!;
  const attributes: Attributes = number % 4 === 0 ? { kind: kinds[number % kinds.length]! } : {};
  const halves = [
    { id, characters: characters.slice(0, offset) },
    { id: anyId, characters: characters.slice(offset) },
  ];
  return plan(sheet, {
    meant: put(sheet, index, 1, ...halves),
    touches: [id],
    act: (edit) => edit.split(paragraph, offset, attributes),
  });
}

export const formatting =
  (name: string, value: (number: number) => FormatValue): Act =>
  ({ sheet, index, paragraph, offset, number }) => {
    const to = Math.min(paragraph.length, offset + 1 + (number % 7));
    if (offset >= to) return null;
    const set = value(number);
    const { id, characters } = sheet[index]!;
    const after = characters.map((seen, at) => {
      if (at < offset || at >= to) return seen;
      const formats = { ...JSON.parse(seen.formats), [name]: set ?? undefined };
      return { ...seen, formats: JSON.stringify(Object.fromEntries(Object.entries(formats).toSorted())) };
    });
    return plan(sheet, {
      meant: put(sheet, index, 1, { id, characters: after }),
      act: (edit) => edit.format(paragraph, offset, to, name, set),
    });
  };

export const moving = ({ page, sheet, index, paragraph }: Chance, to: number): Plan | null => {
  const behind = to === 0 ? null : page[to - 1]!;
  if (behind === paragraph) return null;
  const rest = put(sheet, index, 1);
  return plan(sheet, {
    meant: put(rest, to > index ? to - 1 : to, 0, sheet[index]!),
    touches: [paragraph.id],
    act: (edit) => edit.move(paragraph, behind),
  });
};

/** What a writer can do at a place that three numbers choose. */
export function chanceFor(writer: Writer, [a, b, number]: readonly number[], fresh: () => string): Chance {
  const { page } = writer.text;
  const index = a! % page.length;
  const paragraph = page[index]!;
  const offset = b! % (paragraph.length + 1);
  return { page, sheet: sheetOf(writer.text), index, paragraph, offset, number: number!, fresh };
}
