import { isHarmless } from '@plenary/ground/kernel';
import type { TextRules } from '@plenary/ground/text';
import { isSafeLink } from './links.js';
import { usualAttributes } from './paragraph-attributes.js';
import { paragraphDirections, paragraphKinds, paragraphStyles, statementLimits } from './vocabulary.js';

/** Raised whenever what the rules allow changes; clients of an older version may read only (SYNC-24). */
export const statementSchemaVersion = 2;

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
    typeof value === 'string' && value.length <= most && isHarmless(value);

/**
 * What the text of a statement may consist of, as data (STM-12). Kind, style, level, indent, start and direction of a
 * paragraph are said beside its characters, so that turning it into a heading keeps what is being typed in it.
 */
export const statementRules: TextRules = {
  version: statementSchemaVersion,
  attributes: {
    kind: oneOf(paragraphKinds),
    style: oneOf(paragraphStyles),
    level: wholeNumber(1, statementLimits.headingLevels),
    indent: wholeNumber(0, statementLimits.deepestIndent + 1),
    start: wholeNumber(0, statementLimits.largestStart),
    direction: oneOf(paragraphDirections),
  },
  usual: { ...usualAttributes },
  embeds: { footnote: { text: text(statementLimits.footnoteLength) } },
  formats: {
    bold: { values: {}, grows: true },
    italic: { values: {}, grows: true },
    link: { values: { href: isSafeLink }, grows: false },
  },
};
