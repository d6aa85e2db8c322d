import {
  answerOf,
  ApiError,
  clearLocalCopies,
  endingOnPurpose,
  forgetAnswers,
  setDevicePerson,
} from '@plenary/ground/web';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './identity-api';
import { setMe } from './set-me';

/** Ends the session, then forgets everything of the person on this device. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) =>
      endingOnPurpose(async () => {
        try {
          await answerOf(api.DELETE('/api/session'));
        } catch (error) {
          // A session that is over already is what was asked for.
          if (!(error instanceof ApiError) || error.status !== 401) throw error;
        }
        await forgetPerson(queries, personId);
      }),
  });
}

/** Removes local copies, kept answers and the memory of who used this device. */
export async function forgetPerson(queries: QueryClient, personId: string | null): Promise<void> {
  setDevicePerson(null);
  await clearLocalCopies(personId);
  await queries.cancelQueries();
  setMe(queries, null);
  await forgetAnswers().catch(() => undefined); // without IndexedDB nothing was kept
}
