import type { UnsentWork } from '@plenary/ground/web';
import { spelled } from '../components/mentions';
import { outboxOf } from './comment-outbox';
import { keptComments } from './outbox-store';

/** What would be lost at sign-out: those of one statement are one line. */
export async function unsentComments(personId: string): Promise<readonly UnsentWork[]> {
  const kept = await keptComments(personId);
  const titles = new Map(kept.map(({ statementId, statementTitle }) => [statementId, statementTitle]));
  return [...titles].map(([statementId, label]) => ({
    ...{ id: `comments-${statementId}`, label },
    text: async () =>
      kept
        .filter((each) => each.statementId === statementId)
        .map(({ text, mentions }) => spelled(text, mentions))
        .join('\n\n'),
    send: async () => {
      const outbox = await outboxOf(personId);
      await outbox.send();
      return outbox.comments.every((each) => each.statementId !== statementId);
    },
  }));
}
