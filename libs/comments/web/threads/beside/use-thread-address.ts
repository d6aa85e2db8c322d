import { useEffect } from 'react';
import type { Beside } from './beside';
import { threadIn } from './thread-address';

/** Opens the thread that the address names. */
export function useThreadAddress(beside: Beside, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const show = () => {
      const id = threadIn(location.hash);
      if (id) beside.open(id);
    };
    show();
    addEventListener('hashchange', show);
    return () => removeEventListener('hashchange', show);
  }, [beside, isReady]);
}
