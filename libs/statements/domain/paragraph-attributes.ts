import {
  paragraphDirections,
  paragraphKinds,
  paragraphStyles,
  statementLimits,
  type ParagraphDirection,
  type ParagraphKind,
  type ParagraphStyle,
} from './vocabulary.js';

/** What is said of a paragraph beside its characters. */
export interface ParagraphAttributes {
  readonly kind: ParagraphKind;
  readonly style: ParagraphStyle;
  /** Of headings, 1 to 3. */
  readonly level: number;
  /** Of list items, 0 to 4; a text that goes on with an item stands one deeper. */
  readonly indent: number;
  /** Of numbered items: where counting begins; 0 goes on from the item before. */
  readonly start: number;
  /** `auto` follows from the characters. */
  readonly direction: ParagraphDirection;
}

export const usualAttributes: ParagraphAttributes = {
  kind: 'plain',
  style: 'text',
  level: 1,
  indent: 0,
  start: 0,
  direction: 'auto',
};

export const attributeNames = Object.keys(usualAttributes);

/** Values come from the shared text; what is unknown is read as usual. */
export function attributesFrom(said: Readonly<Record<string, unknown>>): ParagraphAttributes {
  return {
    kind: among(paragraphKinds, said['kind'], 'plain'),
    style: among(paragraphStyles, said['style'], 'text'),
    level: within(said['level'], 1, statementLimits.headingLevels),
    indent: within(said['indent'], 0, statementLimits.deepestIndent + 1),
    start: within(said['start'], 0, statementLimits.largestStart),
    direction: among(paragraphDirections, said['direction'], 'auto'),
  };
}

function among<Value extends string>(allowed: readonly Value[], value: unknown, otherwise: Value): Value {
  return allowed.includes(value as Value) ? (value as Value) : otherwise;
}

function within(value: unknown, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value as number)) : least;
}
