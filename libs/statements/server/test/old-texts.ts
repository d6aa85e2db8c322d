import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Y from 'yjs';
import type { AuthoredRun } from '@plenary/ground/server/collab';
import { readText, type Inline } from '@plenary/ground/text';
import { attributesFrom } from '@plenary/statements/domain';

const fixtures = join(__dirname, '../../../ground/testing/fixtures/elements-2026');

/** What an installation left behind whose texts were trees of elements. */
export const oldBackup = join(fixtures, 'old.backup.gz');

interface OldRun {
  readonly author: string | null;
  readonly text?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly link?: string;
  readonly hardBreak?: boolean;
  readonly footnote?: { readonly id: string | null; readonly text: string };
}

export interface OldStatement {
  readonly seq: number;
  readonly paragraphs: readonly {
    readonly id: string;
    readonly kind: string;
    readonly style: string;
    readonly level: number;
    readonly indent: number;
    readonly runs: readonly OldRun[];
  }[];
}

const read = (name: string) => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

/** What these texts say, by the id of the statement. */
export const oldStatements = (): Record<string, OldStatement> => read('expected.json').statements;

/** What a device of that time holds. */
export const oldDevice = (): {
  readonly personId: string;
  readonly document: string;
  readonly clientId: number;
  readonly spareIds: readonly number[];
} => read('device.json');

/** A character with all that is said of it, or a note. */
type Sign = readonly [
  what: string,
  bold: boolean,
  italic: boolean,
  link: string | null,
  author: string | null,
];

/** As the text of before said it, in the signs of now. */
export const signsOfOld = ({ paragraphs }: OldStatement) =>
  paragraphs.map(({ runs, id, kind, style, level, indent }) => ({
    ...{ id, kind, style, level, indent },
    signs: runs.flatMap((run): Sign[] => {
      const { bold = false, italic = false, link = null, author, text = '' } = run;
      if (run.footnote)
        return [[`note ${run.footnote.id}: ${run.footnote.text}`, false, false, null, author]];
      if (run.hardBreak) return [['\u2028', false, false, null, author]];
      return text.split('').map((unit) => [unit.replace(/[\n\r\t]/, ' '), bold, italic, link, author]);
    }),
  }));

/** The same, of a text of now. */
export function signsOf(doc: Y.Doc, authors: ReadonlyMap<string, readonly AuthoredRun[]>) {
  return readText(doc, ['kind', 'style', 'level', 'indent']).map(({ id, attributes, content }) => {
    const by = authors.get(id!)!.flatMap(({ text, personId }) => text.split('').map(() => personId));
    const signs = content.flatMap((inline) => unitsOf(inline)).map((sign, at): Sign => [...sign, by[at]!]);
    const { kind, style, level, indent } = attributesFrom(attributes);
    return { id, kind, style, level, indent, signs };
  });
}

function unitsOf(inline: Inline): [string, boolean, boolean, string | null][] {
  if ('embed' in inline) {
    // One that had no id has one now, which follows from where it was written.
    const id = /^y\d+\.\d+$/.test(inline.id!) ? null : inline.id;
    return [[`note ${id}: ${inline.values['text']}`, false, false, null]];
  }
  const { bold, italic, link } = inline.formats ?? {};
  const href = typeof link === 'object' ? link['href']! : null;
  return inline.text.split('').map((unit) => [unit, bold === true, italic === true, href]);
}
