import { onOnline } from '@plenary/ground/web';
import { useEffect } from 'react';
import { mayHaveUnsentDrafts } from './drafts/has-unsent';

/** Whoever opens a page has it first. Milliseconds. */
const afterwards = 4_000;

/** For the shell: what a browser was closed upon is sent from any page. */
export function useUnsentSuggestions(personId: string): void {
  useEffect(() => {
    if (!mayHaveUnsentDrafts(personId)) return;
    const send = () =>
      void import('./drafts/unsent-work')
        .then(({ sendAllUnsent }) => sendAllUnsent(personId))
        .catch(() => undefined); // the code is not here without a network: the next page sends
    const timer = setTimeout(send, afterwards);
    const off = onOnline(send);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [personId]);
}
