import type { AttributeValue } from './rich-paragraph.js';

/** True when the value may stand there. Values come from the network: nothing about them is known. */
export type Validator = (value: unknown) => boolean;

export type Validators = Readonly<Record<string, Validator>>;

/** What a kind of text may consist of; plain data of the room whose text it is, shared by server and editor. */
export interface TextRules {
  /** Raised by every change that an older client would not understand (SYNC-24). */
  readonly version: number;
  /** Of paragraphs. */
  readonly attributes: Validators;
  /** What attributes are where nothing is said of them; only what differs is written. */
  readonly usual: Readonly<Record<string, AttributeValue>>;
  /** Things that stand among the characters: name → their values. */
  readonly embeds: Readonly<Record<string, Validators>>;
  readonly formats: Readonly<Record<string, FormatRule>>;
}

export interface FormatRule {
  /** Of a format without values, such as bold: none. */
  readonly values: Validators;
  /** True when what is typed behind the last character has it, too, as with bold and not with links. */
  readonly grows: boolean;
}

/** Formats that end with their last character. */
export const closedFormats = ({ formats }: TextRules): ReadonlySet<string> =>
  new Set(Object.keys(formats).filter((name) => !formats[name]!.grows));

/** A property of the record itself; names come from the network and may be `constructor`. */
export function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** True for a record of nothing but valid values. */
export function areValid(values: unknown, validators: Validators): boolean {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false;
  return Object.entries(values).every(([name, value]) => own(validators, name)?.(value) ?? false);
}

/** Attributes that differ from what is usual, as they are written. */
export function unusual(
  attributes: Readonly<Record<string, AttributeValue | undefined>>,
  { usual }: Pick<TextRules, 'usual'>,
): Record<string, AttributeValue> {
  const differing = Object.entries(attributes).filter(
    ([name, value]) => value !== undefined && value !== usual[name],
  );
  return Object.fromEntries(differing) as Record<string, AttributeValue>;
}
