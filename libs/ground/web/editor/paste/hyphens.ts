/** Beginnings that are written with a hyphen of their own. */
const ownHyphen =
  /^(non|self|well|quasi|socio|cross|half|high|low|long|short|vice|sous|avant|après|peut|quelques|franco|hispano|afro|euro)$/iu;
/** Beginnings that are as often the first syllable of a word: pro-vide and pro-choice. */
const perhapsHyphen = /^(anti|co|contre|demi|ex|full|inter|mi|multi|part|post|pre|pro|semi|sub|all|au|là)$/iu;
/** Second parts that are written behind one: migrant-led, rights-based, dit-il. */
const ownSecond =
  /^(led|based|free|wide|born|speaking|related|making|being|term|level|up|to|in|by|de|du|la|là|il|elle|elles|ils|ce|même|mêmes|ci|on|nous|vous|je|tu|se)$/iu;

const longestWord = 60;

/** Decides about hyphens at line ends by the words that the text has elsewhere. */
export class Hyphens {
  private readonly words = new Set<string>();

  constructor(lines: readonly { readonly text: string }[]) {
    let cut = false;
    for (const { text } of lines) {
      const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [];
      // Both halves of a word that was cut are no words of the text.
      const ends = /[-‐\u00ad]$/.test(text);
      for (const word of words.slice(cut ? 1 : 0, ends ? -1 : undefined)) this.words.add(word);
      cut = ends;
    }
  }

  /**
   * How many characters at the end of a line fall away before the next is put to it, and what stands between the two.
   * A hyphen stays when in doubt: only a word that goes on in small letters was cut by a program.
   */
  join(line: string, next: string): { readonly cut: number; readonly glue: string } {
    if (line.endsWith('\u00ad')) return { cut: 1, glue: '' };
    const first = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-‐]$/u
      .exec(line.slice(-longestWord))?.[1]
      ?.toLowerCase();
    if (first === undefined) return { cut: 0, glue: /[\p{L}\p{N}][-‐/]$/u.test(line.slice(-3)) ? '' : ' ' };
    const second = /^[\p{Ll}\p{M}]+/u.exec(next)?.[0];
    if (second === undefined || this.keeps(first, second)) return { cut: 0, glue: '' };
    return { cut: 1, glue: '' };
  }

  private keeps(first: string, second: string): boolean {
    if (this.words.has(first + second)) return false;
    if (this.words.has(`${first}-${second}`) || first.includes('-')) return true;
    if (perhapsHyphen.test(first)) return this.words.has(second);
    return ownHyphen.test(first) || ownSecond.test(second);
  }
}
