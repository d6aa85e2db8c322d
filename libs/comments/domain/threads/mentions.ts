import { isId } from '@plenary/ground/kernel';
import { failComment } from '../comments.errors.js';
import { commentLimits, mentionKinds, type MentionKind } from './vocabulary.js';

export interface Mention {
  readonly kind: MentionKind;
  readonly id: string;
}

const written = /@\[(\w+):([0-9a-f-]{36})\]/g;

const keyOf = ({ kind, id }: Mention): string => `${kind}:${id}`;
const isKind = (kind: string): kind is MentionKind => (mentionKinds as readonly string[]).includes(kind);

/** A mention as it stands in the text of a comment. */
export const mentionAs = (mention: Mention): string => `@[${keyOf(mention)}]`;

/** COM-6: whom a text mentions, each once, in order. Throws `comment.too-many-mentions`. */
export function mentionsIn(text: string): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const [, kind = '', id = ''] of text.matchAll(written)) {
    if (isKind(kind) && isId(id)) found.set(keyOf({ kind, id }), { kind, id });
  }
  const { mentions: maximum } = commentLimits;
  if (found.size > maximum) failComment('comment.too-many-mentions', { count: found.size, maximum });
  return [...found.values()];
}

/** The text with names where it mentions somebody; of whom the reader may not find, a dot stays. */
export const withNames = (text: string, nameOf: (mention: Mention) => string | null): string =>
  text.replace(written, (whole, kind: string, id: string) =>
    isKind(kind) && isId(id) ? `@${nameOf({ kind, id }) ?? '…'}` : whole,
  );
