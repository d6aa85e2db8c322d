import { oneLine } from './one-line.js';

/**
 * Scripts whose marks are accents over letters. In others a mark is a vowel or makes another letter: without it कमला
 * would be कमल, and ガラス カラス.
 */
const accented = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;
/** All but the breve of й, which is a letter of its own. */
const accentedCyrillic = /(\p{sc=Cyrillic}\u0306?)[^\P{M}\u0306]+/gu;
/** Signs that nobody sees; the joiners stay, which make other letters in Persian and in Indian scripts. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu;

/** A name without accents, capitals and double spaces: what lists are ordered by and searches look into. */
export function sortNameOf(name: string): string {
  const bare = name.normalize('NFKD').replace(accented, '$1').replace(accentedCyrillic, '$1');
  return oneLine(bare.replace(unseen, '').normalize('NFC').toLowerCase());
}
