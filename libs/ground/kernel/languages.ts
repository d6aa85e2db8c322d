/** Languages the interface is shipped in, as BCP 47 tags. */
export const interfaceLanguages = ['en', 'es', 'fr', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Writing direction of a language tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]!) ? 'rtl' : 'ltr';
}
