import { withoutUnseen } from '@plenary/ground/kernel';

/** Quotes and dashes of Windows' own table, which come as C1 controls when a program names the wrong one. */
const windowsSigns: Record<string, string> = {
  '\u0085': '…', '\u0091': '‘', '\u0092': '’', '\u0093': '“', '\u0094': '”', '\u0096': '–', '\u0097': '—',
}; // prettier-ignore

/** The text without what is not text. Line ends stay as they are. */
export function cleanCharacters(text: string): string {
  return withoutUnseen(text.replace(/[\u0085\u0091-\u0097]/g, (sign) => windowsSigns[sign] ?? ''));
}

/** Spaces at which lines are broken and which run together; the thin and ideographic ones are the author's. */
const isEdge = (sign: string): boolean => /[ \t\n\r\f\u00a0\u2028]/.test(sign);

/** By hand and not by a pattern, which would cost the square of a long row of spaces. */
export function withoutStart(text: string): string {
  let at = 0;
  while (at < text.length && isEdge(text[at]!)) at++;
  return text.slice(at);
}

export function withoutEnd(text: string): string {
  let at = text.length;
  while (at > 0 && isEdge(text[at - 1]!)) at--;
  return text.slice(0, at);
}

/** True for a text of nothing but spaces, however they are written. */
export const isBlank = (text: string): boolean => text.trim() === '';
