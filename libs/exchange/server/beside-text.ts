import type { FlatText, LayerPart } from '@plenary/ground/text';
import { lineBreak } from '@plenary/ground/text';
import type { SuggestionView, ThreadView } from '@plenary/comments/domain';
import { rangeOf, wholeOf, type Remark } from '@plenary/exchange/domain';
import type { Voices } from './voices.js';
import type { FileWords } from './words/index.js';

const linesOf = (text: string): string[] => text.split(/\r?\n/);
const inOneLine = (text: string): string =>
  text.replaceAll(lineBreak, ' ').replaceAll('\ufffc', '*').replace(/\s+/g, ' ').trim();

/** EXC-31: a thread as a comment of Word's, what was answered, and what came of it. */
export function remarkOf(text: FlatText, thread: ThreadView, voices: Voices, words: FileWords): Remark {
  const { place, comments, outcome } = thread;
  const { range, isGone } = rangeOf(text, place);
  const quote = isGone && place.quote ? [words('gone', { words: inOneLine(place.quote) })] : [];
  const said = comments.map((comment, at) => ({
    by: voices.ofComment(comment),
    lines: [...(at === 0 ? quote : []), ...linesOf(voices.textOf(comment))],
  }));
  if (outcome) {
    const note = outcome.note ? linesOf(outcome.note) : [];
    said.push({
      by: voices.of(outcome.by, outcome.at),
      lines: [words(`outcome.${outcome.outcome}`), ...note],
    });
  }
  return { range, isDone: outcome !== null, said };
}

/** EXC-32: a suggestion that tracked changes cannot say: what it would do, on its first paragraph. */
export function remarkOfSuggestion(
  text: FlatText,
  { author, changedAt, reason }: SuggestionView,
  parts: readonly LayerPart[],
  instead: string,
  voices: Voices,
  words: FileWords,
): Remark {
  const lines = linesOfSuggestion(text, parts, reason, words);
  const range = parts.map((part) => wholeOf(paragraphOf(text, part))).find((each) => each !== null) ?? null;
  return { range, isDone: false, said: [{ by: voices.of(author, changedAt, instead), lines }] };
}

export const linesOfSuggestion = (
  text: FlatText,
  parts: readonly LayerPart[],
  reason: string,
  words: FileWords,
): string[] => [
  words('suggested'),
  ...parts.flatMap((part) => saidOf(text, part, words)),
  ...(reason ? linesOf(reason) : []),
];

function paragraphOf(text: FlatText, part: LayerPart) {
  const segment = part.kind === 'format' ? text.segmentAt(part.first) : undefined;
  const found =
    part.kind === 'format'
      ? segment && text.paragraphOf(segment)
      : text.holderOf(part.kind === 'attribute' ? part.id : part.paragraphId);
  const isWritten = found && text.indexOf(found.id) !== undefined && found.text.trim() !== '';
  return isWritten ? found : undefined;
}

function saidOf(text: FlatText, part: LayerPart, words: FileWords): string[] {
  const about = inOneLine(paragraphOf(text, part)?.text ?? '…');
  if (part.kind === 'attribute')
    return text.paragraph(part.id)
      ? [words('attribute', { words: about })]
      : [words('note', { into: inOneLine(String(part.value)) })];
  if (part.kind !== 'characters') return [words(part.kind, { words: about })];
  const out = part.pieces.map((piece) => (piece.kind === 'deleted' ? piece.text : '')).join('');
  const begins = part.pieces.some(({ kind }) => kind === 'break');
  const into = part.pieces
    .map((piece) => (piece.kind === 'inserted' ? noteOr(piece) : piece.kind === 'break' ? ' ¶ ' : ''))
    .join('')
    .replace(/^ ¶ /, '');
  const values = { out: inOneLine(out), into: inOneLine(into) };
  if (begins) return [...(values.out ? [words('delete', values)] : []), words('paragraph', values)];
  if (values.out && values.into) return [words('replace', values)];
  if (values.out) return [words('delete', values)];
  return values.into ? [words('insert', values)] : [];
}

const noteOr = ({ text, embed }: { text: string; embed: { v: Record<string, unknown> } | null }): string =>
  embed ? ` [${String(embed.v['text'] ?? '')}]` : text;
