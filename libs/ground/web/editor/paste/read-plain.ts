import { lineBreak } from '@plenary/ground/text';
import { finish, splitLines } from './drafts.js';
import { type PasteRules, type ReadText } from './rules.js';

/**
 * Plain text as paragraphs: lines that a program broke are put together again; lists, quotes and rows of a table are
 * read; addresses and verse keep their lines (CLIP-9).
 */
export function readPlain(text: string, rules: PasteRules): ReadText {
  const lines = text.replace(/\r\n?|[\u2029\u0085\f]/g, '\n').replace(/\v/g, lineBreak);
  const whole = { attributes: {}, content: [{ text: lines.replace(/^\ufeff/, '') }], number: null, piece: false, lined: true }; // prettier-ignore
  const paragraphs = finish(splitLines(whole, { keepLines: false, lists: true }, rules.deepestIndent));
  // One line may stand anywhere in a paragraph; a line end says that more than a piece was copied.
  const piece = paragraphs.length === 1 && !/\n/.test(lines.trimEnd()) && !paragraphs[0]!.attributes['style'];
  const ended = lines.trimEnd() !== lines && lines.slice(lines.trimEnd().length).includes('\n');
  return { paragraphs, leftOut: [], openStart: piece, openEnd: piece && !ended };
}
