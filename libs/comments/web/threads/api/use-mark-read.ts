import { answerOf, currentImpersonation } from '@plenary/ground/web';
import { useEffect, useRef, type RefObject } from 'react';
import { api } from './threads-api';
import { useThreadsRefresh } from './shows-threads';

/** So long a comment is on the screen before it counts as read, and so long several are gathered. Milliseconds. */
const [seenAfter, toldAfter] = [800, 600];

/**
 * What is on the screen is read: each comment carries `data-unread` with the instant until which its thread is read
 * then. Told together; what cannot be told stays unread, and is told when it is seen again.
 */
export function useMarkRead(
  statementId: string,
  threadId: string,
  list: RefObject<HTMLElement | null>,
  /** Changes with what is unread. */
  unread: string,
): void {
  const refresh = useThreadsRefresh();
  const told = useRef('');
  useEffect(() => {
    if (unread === '' || currentImpersonation() || typeof IntersectionObserver !== 'function') return;
    const timers = new Map<Element, ReturnType<typeof setTimeout>>();
    let telling: ReturnType<typeof setTimeout> | null = null;
    let until = '';
    const tell = () => {
      telling = null;
      if (until <= told.current) return;
      told.current = until;
      const params = { path: { id: statementId } };
      answerOf(
        api.PUT('/api/statements/{id}/threads/read', { params, body: { read: [{ threadId, until }] } }),
      ).then(refresh, () => (told.current = ''));
    };
    const seen = (element: Element) => {
      const at = element.getAttribute('data-unread') ?? '';
      if (document.visibilityState !== 'visible' || at <= until) return;
      until = at;
      telling ??= setTimeout(tell, toldAfter);
    };
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(timers.get(target));
        if (isIntersecting)
          timers.set(
            target,
            setTimeout(() => seen(target), seenAfter),
          );
      }
    });
    for (const each of list.current?.querySelectorAll('[data-unread]') ?? []) observer.observe(each);
    return () => {
      observer.disconnect();
      timers.forEach((timer) => clearTimeout(timer));
      if (telling !== null) {
        clearTimeout(telling);
        tell();
      }
    };
  }, [statementId, threadId, list, unread, refresh]);
}
