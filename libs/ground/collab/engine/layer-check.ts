import * as Y from 'yjs';
import type { PersonId } from '@plenary/ground/kernel';
import { keyOf, type Layer, type TextRules } from '@plenary/ground/text';
import { refuse } from './refuse.js';
import { Replica } from './replica.js';

/**
 * Judges what somebody sends to stand upon a text, as strictly as an edit of it, and writes nothing. `known` is what
 * stood there before, which the server made itself or has judged. Throws what a push would be refused with.
 */
export function checkLayer(
  text: Y.Doc,
  rules: TextRules,
  { client, update }: Layer,
  by: PersonId,
  known: Layer | null,
): void {
  const replica = new Replica(rules, [Y.encodeStateAsUpdate(text)]);
  try {
    const outline = replica.outline(update);
    // All of it is written under its own id, from the first number on: it needs nothing but the text.
    const isOwn =
      outline.runs.length <= 1 && outline.runs.every((run) => run.client === client && run.from === 0);
    if (!isOwn) refuse('document.foreign-client');
    const proven = new Set(known ? replica.outline(known.update).claims.map(({ id }) => keyOf(id)) : []);
    const [verdict] = replica.judge([{ update, outline, by, proven }]);
    if (verdict instanceof Error) throw verdict;
  } finally {
    replica.destroy();
  }
}
