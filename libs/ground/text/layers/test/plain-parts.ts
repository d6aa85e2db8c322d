import type { LayerPart, Piece } from '../layer-parts.js';

/** Without formats: words are then one piece, in however many they were formatted. */
export const plain = (parts: readonly LayerPart[]) =>
  parts.map((part) =>
    part.kind === 'characters' ? { ...part, pieces: part.pieces.reduce(withoutFormats, []) } : part,
  );

function withoutFormats(before: readonly Piece[], piece: Piece): Piece[] {
  if (piece.kind !== 'inserted') return [...before, piece];
  const last = before.at(-1);
  const goesOn =
    last?.kind === 'inserted' &&
    last.embed === null &&
    piece.embed === null &&
    JSON.stringify(last.after) === JSON.stringify(piece.after) &&
    last.id[0] === piece.id[0] &&
    last.id[1] + last.text.length === piece.id[1];
  return goesOn
    ? [...before.slice(0, -1), { ...last, text: last.text + piece.text }]
    : [...before, { ...piece, formats: {} }];
}
