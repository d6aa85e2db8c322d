import type { DocumentSchema } from '@plenary/ground/collab/engine';
import { isSafeLink } from './links.js';
import { bodyRoot } from './paragraph.js';
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

/**
 * What the text of a statement may consist of, as data (STM-12): one flat kind of block, whose kind, style, level
 * and indent are attributes, so that turning a paragraph into a heading keeps what is being typed in it.
 */
export const statementSchema = {
  version: statementSchemaVersion,
  roots: { [bodyRoot]: ['paragraph'] },
  nodes: {
    paragraph: {
      text: true,
      children: ['footnote', 'hardBreak'],
      attributes: {
        id: isParagraphId,
        kind: oneOf(paragraphKinds),
        style: oneOf(paragraphStyles),
        level: wholeNumber(1, statementLimits.headingLevels),
        indent: wholeNumber(0, statementLimits.deepestIndent),
      },
    },
    footnote: {
      text: false,
      children: [],
      attributes: { id: isParagraphId, text: text(statementLimits.footnoteLength) },
    },
    hardBreak: { text: false, children: [], attributes: {} },
  },
  marks: { bold: {}, italic: {}, link: { href: isSafeLink } },
  maxDepth: 3,
} as const satisfies DocumentSchema;
