import { answerOf } from '@plenary/ground/web';
import { api } from '../api/threads-api';
import type { UnsentComment } from './unsent-comment';

/** Sends one; the server takes the same id, however often it comes, for the same comment. */
export async function sendComment(comment: UnsentComment): Promise<void> {
  const { id, statementId, threadId, begins, text, language, enteredFor, speaksFor } = comment;
  const headers = { 'Idempotency-Key': id };
  const said = {
    ...{ id, text, language },
    ...(enteredFor ? { enteredFor: forServer(enteredFor) } : {}),
    ...(speaksFor === undefined ? {} : { speaksFor }),
  };
  if (!begins) {
    const params = { path: { id: threadId } };
    await answerOf(api.POST('/api/threads/{id}/comments', { params, body: said, headers }));
    return;
  }
  const { kind, paragraphId, anchor, suggestionId, audience } = begins;
  const place = {
    ...{ kind, audience },
    ...(paragraphId && kind === 'paragraph' ? { paragraphId } : {}),
    ...(suggestionId ? { suggestionId } : {}),
    ...(anchor ? { anchor: anchor.map(({ first, last }) => ({ first: [...first], last: [...last] })) } : {}),
  };
  const params = { path: { id: statementId } };
  await answerOf(api.POST('/api/statements/{id}/threads', { params, body: { ...said, ...place }, headers }));
}

const forServer = ({ name, organisationId, source }: NonNullable<UnsentComment['enteredFor']>) => ({
  ...{ name, source },
  ...(organisationId ? { organisationId } : {}),
});
