import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a change of page the focus goes to its heading, so that keyboard and screen reader begin there. Pages that
 * take the focus themselves, as the editor does, are left alone.
 */
export function useArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        const content = document.getElementById('content');
        if (!content || content.contains(document.activeElement)) return;
        (content.querySelector('h1') ?? content).focus({ preventScroll: true });
      }),
    [router],
  );
}
