import {
  answerOf,
  asApiError,
  clearLocalCopies,
  endingOnPurpose,
  forgetAnswers,
  sessionOver,
  setDevicePerson,
  setSessionOver,
} from '@plenary/ground/web';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api } from './identity-api';
import { setMe } from './set-me';

async function endSession(): Promise<void> {
  try {
    await answerOf(api.DELETE('/api/session'));
  } catch (error) {
    // A session that is over already is what was asked for.
    if (asApiError(error).status !== 401) throw error;
  }
}

/** IDN-19: a session that was left without a network is ended before anything else is said to the server. */
export async function tellOfSignOut(): Promise<void> {
  if (sessionOver() !== 'owed') return;
  await endSession();
  setSessionOver(null);
}

/**
 * Ends the session, then forgets everything of the person on this device. Without a network the server cannot be told
 * yet: the device forgets all the same, and lets nobody in until it has told.
 */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personId: string) =>
      endingOnPurpose(async () => {
        try {
          await endSession();
        } catch (error) {
          if (!asApiError(error).isUnreached) throw error;
          setSessionOver('owed');
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
  await forgetAnswers().catch(() => undefined); // what cannot be opened, nobody reads either
}
