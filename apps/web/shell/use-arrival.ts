import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a change of page the focus goes to its heading, so that keyboard and screen reader begin there. Pages that
 * take the focus themselves, as the editor does, are left alone.
 */
export function useArrival(): void {
  const router = useRouter();
  useEffect(() => {
    let leave = () => {};
    const forget = router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
      if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
      const content = document.getElementById('content');
      if (!content) return;
      leave();
      leave = arrive(content);
    });
    return () => {
      forget();
      leave();
    };
  }, [router]);
}

const acts = ['keydown', 'pointerdown', 'focusin'] as const;

/**
 * A page may hide its heading, or change it for another, while more of it is loaded, and the focus does not wait there:
 * until the person does something, it goes to the heading that is to be seen.
 */
function arrive(content: HTMLElement): () => void {
  const begin = () => {
    const has = document.activeElement;
    if (has !== content && content.contains(has)) return;
    const heading = content.querySelector('h1') ?? content;
    if (heading !== has) heading.focus({ preventScroll: true });
  };
  begin();
  const changes = new MutationObserver(begin);
  const end = (event?: Event) => {
    // The heading itself has got it, by us.
    if (event?.type === 'focusin' && (event.target as Element).matches('h1, #content')) return;
    changes.disconnect();
    for (const act of acts) document.removeEventListener(act, end, true);
  };
  changes.observe(content, { childList: true, subtree: true });
  for (const act of acts) document.addEventListener(act, end, true);
  return () => end();
}
