import type { TextRules } from '../text-rules.js';

const oneOf =
  (...allowed: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && allowed.includes(value);
const wholeNumber = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 6;
const words = (value: unknown): boolean => typeof value === 'string' && value.length <= 200;

export const kinds = ['heading', 'bullets', 'numbers', 'quote'] as const;
export const styles = ['preamble', 'operative'] as const;

/** Like those of a statement; the specs of the model use a room of their own. */
export const rules: TextRules = {
  version: 1,
  attributes: { kind: oneOf('text', ...kinds), style: oneOf(...styles), level: wholeNumber },
  usual: { kind: 'text' },
  embeds: { footnote: { text: words } },
  formats: {
    bold: { values: {}, grows: true },
    italic: { values: {}, grows: true },
    link: { values: { href: (value) => words(value) && /^https:/.test(value as string) }, grows: false },
  },
};
