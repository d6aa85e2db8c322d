import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { openLine } from './line';

/**
 * For the shell, once: as long as somebody is signed in, what is on screen is kept fresh over the tab's one line.
 * Queries say what they show (`meta: shows(…)`); screens have nothing to do for it.
 */
export function useNews(personId: string): void {
  const queries = useQueryClient();
  useEffect(() => openLine(queries, personId), [queries, personId]);
}
