/** Languages the interface is shipped in, as BCP 47 tags. */
export const interfaceLanguages = ['en', 'es', 'fr', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

const runsLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** A name or two in Latin letters belong to the line that they stand in; more words are a sentence of their own. */
const fewWords = 3;

/** Writing direction of a language tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]!) ? 'rtl' : 'ltr';
}

/**
 * Which way words run that stand in a text of a language. A text from right to left keeps its direction where a
 * paragraph begins with a number or with a name in Latin letters.
 */
export function directionOfWords(words: string, language: string): 'ltr' | 'rtl' {
  if (directionOf(language) === 'ltr') return runsLeft.test(/\p{L}/u.exec(words)?.[0] ?? '') ? 'rtl' : 'ltr';
  if (runsLeft.test(words)) return 'rtl';
  return (words.match(/\p{L}+/gu)?.length ?? 0) > fewWords ? 'ltr' : 'rtl';
}
