import { useEffect } from 'react';
import { mayHaveUnsent } from './threads/outbox/has-unsent';

/** For the shell: what was written without a network and left behind by a tab that was closed is sent from any page. */
export function useUnsentComments(personId: string): void {
  useEffect(() => {
    if (!mayHaveUnsent(personId)) return;
    void import('./threads/outbox/comment-outbox')
      .then(({ outboxOf }) => outboxOf(personId))
      .catch(() => undefined); // the code is not here without a network: the next page sends
  }, [personId]);
}
