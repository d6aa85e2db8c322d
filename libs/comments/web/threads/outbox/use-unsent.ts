import { devicePerson } from '@plenary/ground/web';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useThreadsRefresh } from '../api/shows-threads';
import { outboxOf, type CommentOutbox } from './comment-outbox';
import type { UnsentComment } from './unsent-comment';

const none: readonly UnsentComment[] = [];
const silent = () => () => undefined;

/** What this person wrote about a statement and the server does not have, and the way to send more. */
export function useUnsent(statementId: string) {
  const personId = devicePerson();
  const [outbox, setOutbox] = useState<CommentOutbox | null>(null);
  const refresh = useThreadsRefresh();
  useEffect(() => {
    let isHere = true;
    if (personId) void outboxOf(personId).then((found) => isHere && setOutbox(found));
    return () => {
      isHere = false;
    };
  }, [personId]);
  useEffect(
    () => outbox?.onSent((sent) => (sent.statementId === statementId ? refresh() : undefined)),
    [outbox, statementId, refresh],
  );
  const all = useSyncExternalStore(outbox?.onChange ?? silent, () => outbox?.comments ?? none);
  return { outbox, unsent: all.filter((each) => each.statementId === statementId) };
}
