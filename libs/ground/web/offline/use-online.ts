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

const isOnline = (): boolean => navigator.onLine && !isServerSilent();

/** Calls whenever the server can be reached again; the answer takes it back. */
export const onOnline = (listener: () => void): (() => void) => subscribe(() => isOnline() && listener());

/** False where the browser knows of no network, and where it believes in one and the server is not heard. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, isOnline);
