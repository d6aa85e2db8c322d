import { isId } from '@plenary/ground/kernel';
import { mentionAs, mentionKinds, withNames, type MentionView } from '@plenary/comments/domain';

const written = /@\[(\w+):([0-9a-f-]{36})\]/g;

/** A comment in pieces: characters, and who is mentioned between them. */
export function piecesOf(text: string, mentions: readonly MentionView[]): readonly (string | MentionView)[] {
  const pieces: (string | MentionView)[] = [];
  let end = 0;
  for (const { 0: found, 1: name, 2: id = '', index } of text.matchAll(written)) {
    const kind = mentionKinds.find((each) => each === name);
    if (!kind || !isId(id)) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push(mentions.find((each) => each.kind === kind && each.id === id) ?? { kind, id, name: null });
    end = index + found.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** A comment as it is typed and copied: mentions by their names. */
export const spelled = (text: string, mentions: readonly MentionView[]): string =>
  withNames(
    text,
    ({ kind, id }) => mentions.find((each) => each.kind === kind && each.id === id)?.name ?? null,
  );

/** What was typed, with the names that were chosen as the server reads them; the longest name first. */
export function withTokens(typed: string, chosen: readonly MentionView[]): string {
  const byLength = chosen.toSorted((one, other) => (other.name?.length ?? 0) - (one.name?.length ?? 0));
  return byLength.reduce(
    (text, mention) => (mention.name ? text.replaceAll(`@${mention.name}`, mentionAs(mention)) : text),
    typed,
  );
}

/** Which of the chosen are still in it. */
export const mentionedIn = (text: string, chosen: readonly MentionView[]): readonly MentionView[] =>
  chosen.filter((each) => text.includes(mentionAs(each)));
