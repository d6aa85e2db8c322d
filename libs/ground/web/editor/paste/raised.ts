import { type Styles } from './styles.js';

export type Script = 'sup' | 'sub';

const signs = (characters: string, raised: string): Map<string, string> =>
  new Map([...characters].map((character, i) => [character, [...raised][i]!]));

const unicode: Record<Script, Map<string, string>> = {
  sup: signs('0123456789+-−–=()abcdefghijklmnoprstuvwxyz', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  sub: signs('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
};

/** Endings of ordinals and abbreviations that are raised for looks only: 1er, 2nd, nº, Mme, Dra. */
const ending = /^(e|er|ers|re|res|ère|ères|es|ème|èmes|eme|me|nde?|ndes|nds|st|th|rd|os?|as?|r|ra|ro|s|t|te|le|lle|gr|h|d|tm|sm|mc|º|ª)\.?$/i; // prettier-ignore

/** Most that is read as a power or index; what is longer is a sentence in small letters. */
const longest = 24;

/** Whether an element raises or lowers its text. */
export function scriptOf(element: Element, styles: Styles): Script | null {
  const align = styles.get('vertical-align');
  if (align === 'super' || align === 'sub') return align === 'super' ? 'sup' : 'sub';
  if (align === 'baseline') return null;
  return element.localName === 'sup' || element.localName === 'sub' ? element.localName : null;
}

/**
 * Raised or lowered text as plain text that means the same: signs of Unicode where all exist, `^(…)` where not, and
 * characters as they are where they were raised for looks.
 * @param before The character before it, or nothing.
 * @param after What follows it.
 */
export function plainScript(text: string, script: Script, before: string, after: string): string {
  const words = text.trim();
  if (words === '' || words.length > longest || isMark(words)) return text;
  if (script === 'sup' && /^[oº0]$/.test(words) && /^[CF](?!\p{L})/u.test(after)) return '°';
  if (script === 'sup' && isForLooks(words, before)) return text;
  const compact = words.replace(/\s+/g, '');
  const known = unicode[script];
  if ([...compact].every((character) => known.has(character)))
    return text.replace(words, [...compact].map((character) => known.get(character)!).join(''));
  if (!/[\p{L}\p{N}]/u.test(words)) return text;
  return text.replace(words, () => `${script === 'sup' ? '^' : '_'}(${words})`);
}

/** Marks of notes such as `[1]`, and signs that stand high by themselves. */
const isMark = (words: string): boolean =>
  /^[[(].*[\])]$/u.test(words) || /^[*†‡§¶#®™©°'′″¹²³⁰-⁹]+$/u.test(words);

function isForLooks(words: string, before: string): boolean {
  if (!/^\p{L}+\.?$/u.test(words)) return /^\p{L}+(\s+\p{L}+)+$/u.test(words);
  if (ending.test(words)) return true;
  return words.length > 1 && !/\p{N}/u.test(before);
}
