import {
  clearLocalCopies,
  devicePerson,
  forgetAnswers,
  setDevicePerson,
  setSessionOver,
} from '@plenary/ground/web';
import type { QueryClient } from '@tanstack/react-query';
import { dropAnswers } from './set-me';

/**
 * The device is this person's from here on, and opens for them without a network. What another person left on it is
 * forgotten before anything of the new one is shown.
 */
export async function takeDevice(queries: QueryClient, personId: string): Promise<void> {
  const before = devicePerson();
  if (before && before !== personId) {
    await clearLocalCopies(before);
    dropAnswers(queries);
    await forgetAnswers().catch(() => undefined); // what cannot be opened, nobody reads either
  }
  setSessionOver(null);
  setDevicePerson(personId);
}
