import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openLine } from './line';

/**
 * For the shell, once: as long as somebody is signed in, what is on screen is kept fresh over the tab's one line.
 * Queries say what they show (`meta: shows(…)`); screens have nothing to do for it.
 */
export function useNews(personId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stop = (): void => undefined;
    let isOver = false;
    const close = openLine((line) => {
      // Loaded with the line, and not with the first page.
      void import('./follow-news').then(({ followNews }) => {
        if (!isOver) stop = followNews(queries, line, personId);
      });
      return () => stop();
    });
    return () => {
      isOver = true;
      close();
    };
  }, [queries, personId]);
}
