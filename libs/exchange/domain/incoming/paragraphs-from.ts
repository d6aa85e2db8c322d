import type { Inline, RichParagraph } from '@plenary/ground/text';
import { isHarmless } from '@plenary/ground/kernel';
import { attributesFrom, statementRules, type NewParagraph } from '@plenary/statements/domain';
import { failExchange } from '../exchange.errors.js';
import { wordsOf } from '../outgoing/outgoing.js';
import { bounded } from './incoming.js';

type Validators = Readonly<Record<string, (value: unknown) => boolean>>;
const { attributes, embeds, formats } = statementRules;

/**
 * STM-12, for a text that comes as a whole: paragraphs to begin a statement with, out of what somebody sent. Nothing is
 * known of it. Ids are left behind: a new statement gives its own.
 */
export function paragraphsFrom(sent: unknown): NewParagraph[] {
  if (!Array.isArray(sent) || !sent.every(isParagraph)) return failExchange('exchange.text-refused');
  return bounded(sent).map(({ attributes: said, content }) => ({
    ...{ ...attributesFrom(said), text: wordsOf(content) },
    content: content.filter((each) => !('text' in each) || each.text !== ''),
  }));
}

function isParagraph(value: unknown): value is RichParagraph {
  if (!isRecord(value) || Object.keys(value).some((name) => name !== 'attributes' && name !== 'content'))
    return false;
  const { content } = value;
  return areValid(value['attributes'], attributes) && Array.isArray(content) && content.every(isInline);
}

export function isInline(value: unknown): value is Inline {
  if (!isRecord(value)) return false;
  const { text, formats: some, embed, values, ...others } = value;
  if (Object.keys(others).length > 0) return false;
  if (embed !== undefined) {
    const rules = typeof embed === 'string' && Object.hasOwn(embeds, embed) ? embeds[embed] : undefined;
    return rules !== undefined && text === undefined && some === undefined && areAll(values, rules);
  }
  if (values !== undefined || typeof text !== 'string' || !isHarmless(text)) return false;
  return some === undefined || (isRecord(some) && Object.entries(some).every(isFormat));
}

function isFormat([name, value]: [string, unknown]): boolean {
  const rule = Object.hasOwn(formats, name) ? formats[name] : undefined;
  if (!rule) return false;
  return Object.keys(rule.values).length === 0 ? value === true : areAll(value, rule.values);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const areValid = (values: unknown, rules: Validators): boolean =>
  isRecord(values) &&
  Object.entries(values).every(([name, value]) => Object.hasOwn(rules, name) && rules[name]!(value));

/** Valid, and none is missing. */
const areAll = (values: unknown, rules: Validators): boolean =>
  areValid(values, rules) && Object.keys(rules).every((name) => Object.hasOwn(values as object, name));
