/** What a marker says: a sign, or a number that may be unknown. */
export interface Numbering {
  readonly style: 'bullet' | 'numbered';
  readonly number: number | null;
}

/** Longest marker that is looked at. */
const longest = 60;

const bullet: Numbering = { style: 'bullet', number: null };

/**
 * Reads Word's marker.
 * @param format Word's definition of the list at this level (`mso-level-number-format`), if it came along.
 * @param last The number of the item before it in the same list, by which `i` after `h` is told from `i` at the start.
 */
export function readMarker(text: string | null, format: string | undefined, last: number): Numbering {
  if (text === null || text.trim() === '') return byFormat(format);
  const words = text.slice(0, longest).replace(/\s+/g, ' ').trim();
  const digits = /(\p{Nd}+)[^\p{Nd}]*$/u.exec(words);
  if (digits) return format === 'bullet' ? bullet : { style: 'numbered', number: numberOf(digits[1]!) };
  const letters =
    /^[(\[]?(\p{L}{1,7})[.)\]:]+$/u.exec(words) ?? (format ? /^(\p{L}{1,7})$/u.exec(words) : null);
  if (!letters || format === 'bullet' || format === 'image') {
    return format && letters === null ? byFormat(format) : bullet;
  }
  return { style: 'numbered', number: numberOfLetters(letters[1]!.toLowerCase(), format, last) };
}

function byFormat(format: string | undefined): Numbering {
  return format === undefined || format === 'bullet' || format === 'image'
    ? bullet
    : { style: 'numbered', number: null };
}

/** Digits of any script as a number; those of a script stand in a row of ten. */
export function numberOf(digits: string): number | null {
  let value = 0;
  for (const digit of digits) {
    const zero = [0x30, 0x660, 0x6f0, 0x966, 0x9e6].find((from) => digit.codePointAt(0)! - from in ten);
    if (zero === undefined) return null;
    value = value * 10 + digit.codePointAt(0)! - zero;
  }
  return value <= 99_999 ? value : null;
}

const ten = Array.from({ length: 10 });

/** `c` is 3, `iv` is 4, `aa` is 27; which of the two readings is meant, the item before tells. */
export function numberOfLetters(letters: string, format: string | undefined, last: number): number | null {
  const [roman, alphabetic] = [romanNumber(letters), alphabetNumber(letters)];
  if (format?.startsWith('roman')) return roman;
  if (format?.startsWith('alpha')) return alphabetic;
  if (alphabetic !== null && alphabetic === last + 1) return alphabetic;
  if (roman !== null && (roman === last + 1 || letters.length > 1 || /[ivx]/.test(letters))) return roman;
  return alphabetic;
}

function alphabetNumber(letters: string): number | null {
  if (!/^([a-z])\1*$/.test(letters)) return null;
  return (letters.length - 1) * 26 + letters.charCodeAt(0) - 96;
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(letters: string): number | null {
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(letters)) return null;
  const values = [...letters].map((letter) => romans[letter]!);
  return values.reduce((sum, value, i) => sum + ((values[i + 1] ?? 0) > value ? -value : value), 0) || null;
}
