import {
  answerOf,
  currentImpersonation,
  forgetAnswers,
  forgetOlderCopies,
  onOnline,
} from '@plenary/ground/web';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from './api/statements-api';
import { newErasures, noteErasures } from './editor/seen-erasures';

/** What is on screen has it first. Milliseconds. */
const afterwards = 3_000;

/**
 * For the shell (STM-29): whenever this device connects, it forgets what it kept of texts from before words were erased from
 * them, also of those that nobody opens.
 */
export function useErasures(personId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    // Whoever impersonates somebody keeps nothing.
    if (currentImpersonation()) return;
    const look = () => void forgetErased(queries, personId).catch(() => undefined); // the next time tries again
    const timer = setTimeout(look, afterwards);
    const off = onOnline(look);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [queries, personId]);
}

async function forgetErased(queries: QueryClient, personId: string): Promise<void> {
  const { items } = await answerOf(api.GET('/api/erased-statements', {}));
  const fresh = newErasures(personId, items);
  if (fresh.length === 0) return;
  await forgetOlderCopies(personId, fresh);
  // Any answer may say them: titles, comments, suggestions.
  queries.removeQueries({ type: 'inactive' });
  await forgetAnswers();
  noteErasures(personId, items);
  await queries.invalidateQueries();
}
