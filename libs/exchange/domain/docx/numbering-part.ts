import { paragraphKinds, statementLimits, type ParagraphKind } from '@plenary/statements/domain';
import { wordPart } from './xml.js';

/** Twentieths of a point: the margin in which numbers of paragraphs stand, and one step of a list. */
export const margin = 851;
const step = 425;
const depths = statementLimits.deepestIndent + 1;

/** How numbers of paragraphs are written; the screen's own signs (STM-10). */
export const kindSigns: Readonly<Record<ParagraphKind, string>> = {
  preambular: 'PP',
  operative: 'OP',
  plain: '¶',
};

/** Where the words of an item stand. */
export const indentOf = (depth: number): number => margin + step * (depth + 1);

const kindNumbers = paragraphKinds.length;
const bulletsId = kindNumbers + 1;
const firstListId = bulletsId + 1;

/** Numbers as Word counts them itself: one count for each kind, one for bullets, one for each numbered list. */
export class Numbering {
  private readonly lists: { readonly depth: number; readonly start: number }[] = [];

  readonly bullets = bulletsId;

  ofKind(kind: ParagraphKind): number {
    return paragraphKinds.indexOf(kind) + 1;
  }

  /** A numbered list that begins at this depth with this number. */
  begin(depth: number, start: number): number {
    return firstListId - 1 + this.lists.push({ depth, start });
  }

  part(): string {
    const kinds = paragraphKinds.map((kind, at) => abstract(at + 1, 'singleLevel', [kindLevel(kind)]));
    const all = Array.from({ length: depths }, (_, depth) => depth);
    const bullets = abstract(bulletsId, 'multilevel', all.map(bulletLevel));
    const numbers = abstract(firstListId, 'multilevel', all.map(numberLevel));
    const simple = [...paragraphKinds.keys()].map((at) => num(at + 1, at + 1));
    const lists = this.lists.map(({ depth, start }, at) =>
      num(
        firstListId + at,
        firstListId,
        `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
      ),
    );
    return wordPart(
      'numbering',
      [...kinds, bullets, numbers, ...simple, num(bulletsId, bulletsId), ...lists].join(''),
    );
  }
}

const abstract = (id: number, type: string, levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${type}"/>${levels.join('')}</w:abstractNum>`;

const num = (id: number, of: number, override = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;

function level(at: number, format: string, text: string, left: number, hanging: number, look = ''): string {
  // Deeper levels are restarted by a list of their own and by nothing else.
  const restart = at > 0 ? '<w:lvlRestart w:val="0"/>' : '';
  return (
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${restart}` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr>${look}</w:lvl>`
  );
}

const quiet = '<w:rPr><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr>';

const kindLevel = (kind: ParagraphKind): string =>
  level(0, 'decimal', `${kindSigns[kind]}%1`, margin, margin, quiet);

const bulletLevel = (depth: number): string =>
  level(depth, 'bullet', depth % 2 === 0 ? '•' : '–', indentOf(depth), step);

const numberLevel = (depth: number): string =>
  level(depth, 'decimal', `%${depth + 1}.`, indentOf(depth), step);
