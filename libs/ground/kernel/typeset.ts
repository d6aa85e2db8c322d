const thinBefore = / (?=[;!?])/g;
const hardBefore = / (?=[:»])/g;

/**
 * Sets the blanks that a language wants around its signs, so that no line begins with one: translators write ordinary
 * ones. Only French has any. Not for what people wrote.
 */
export function typeset(text: string, language: string): string {
  if (language.split('-')[0] !== 'fr') return text;
  return text.replace(thinBefore, '\u202f').replace(hardBefore, '\u00a0').replaceAll('« ', '«\u00a0');
}
