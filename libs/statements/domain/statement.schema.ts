import { isSafeLink } from './links.js';
import { paragraphKinds, paragraphStyles, statementLimits } from './vocabulary.js';

/** Raised whenever what the schema allows changes; clients of an older version may read only (SYNC-24). */
export const statementSchemaVersion = 1;

/** STM-12: ids may stand in an address (`#p-…`) and in HTML as they are. */
const paragraphId = new RegExp(`^[A-Za-z0-9._-]{1,${statementLimits.paragraphIdLength}}$`);

const isParagraphId = (value: unknown): boolean => typeof value === 'string' && paragraphId.test(value);
const oneOf =
  (allowed: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allowed.includes(value);
const wholeNumber =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const text =
  (most: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= most;
const emptyMark = (value: unknown): boolean => isPlainObject(value) && Object.keys(value).length === 0;
const linkMark = (value: unknown): boolean =>
  isPlainObject(value) && Object.keys(value).join() === 'href' && isSafeLink(value['href']);

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What the text of a statement may consist of, as data: one flat kind of block, whose kind, style, level and
 * indent are attributes, so that turning a paragraph into a heading keeps what is being typed in it.
 */
export const statementSchema = {
  version: statementSchemaVersion,
  root: 'body',
  blocks: {
    paragraph: {
      attributes: {
        id: isParagraphId,
        kind: oneOf(paragraphKinds),
        style: oneOf(paragraphStyles),
        level: wholeNumber(1, statementLimits.headingLevels),
        indent: wholeNumber(0, statementLimits.deepestIndent),
      },
      inline: ['footnote', 'hardBreak'],
    },
  },
  inline: {
    footnote: {
      attributes: { id: isParagraphId, text: text(statementLimits.footnoteLength) },
    },
    hardBreak: { attributes: {} },
  },
  marks: { bold: emptyMark, italic: emptyMark, link: linkMark },
} as const;
