import { useSyncExternalStore } from 'react';
import { isServerSilent, onSilence } from '../news/line';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  const off = onSilence(changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
    off();
  };
}

/** False where the browser knows of no network, and where it believes in one and the server is not heard. */
export const useOnline = (): boolean =>
  useSyncExternalStore(subscribe, () => navigator.onLine && !isServerSilent());
