/** Beginnings that are written with a hyphen of their own. */
const ownHyphen =
  /^(non|self|ex|well|semi|quasi|pro|anti|co|socio|cross|multi|post|pre|all|half|high|low|long|short|part|full|so|demi|vice|sous|mi|avant|après|au|ci|là|peut|quelques|contre|franco|hispano|afro|euro|inter)$/iu;
/** Second parts that are written behind one: migrant-led, rights-based, dit-il. */
const ownSecond =
  /^(led|based|free|wide|born|speaking|related|making|being|term|level|up|to|in|by|de|du|la|là|il|elle|elles|ils|ce|même|mêmes|ci|on|nous|vous|je|tu|se)$/iu;

const longestWord = 60;

/** Decides about hyphens at line ends by the words that the text has elsewhere. */
export class Hyphens {
  private readonly words: Set<string>;

  constructor(text: string) {
    this.words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []);
  }

  /**
   * How many letters at the end of a line fall away before the next is put to it, and what stands between the two.
   * A hyphen stays when in doubt: only a word that goes on in small letters was cut by a program.
   */
  join(line: string, next: string): { readonly cut: number; readonly glue: string } {
    if (line.endsWith('\u00ad')) return { cut: 1, glue: '' };
    const first = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-‐]$/u.exec(line.slice(-longestWord))?.[1]?.toLowerCase();
    if (first === undefined) return { cut: 0, glue: /[\p{L}\p{N}][-‐/]$/u.test(line.slice(-3)) ? '' : ' ' };
    const second = /^[\p{Ll}\p{M}]+/u.exec(next)?.[0];
    if (second === undefined || this.keeps(first, second)) return { cut: 0, glue: '' };
    return { cut: 1, glue: '' };
  }

  private keeps(first: string, second: string): boolean {
    if (this.words.has(first + second)) return false;
    if (this.words.has(`${first}-${second}`) || first.includes('-')) return true;
    return ownHyphen.test(first) || ownSecond.test(second);
  }
}
