const prefix = 'plenary.unsent-suggestions.';

/** Whether this person may have suggestions on this device of which the server lacks something; loads nothing. */
export function mayHaveUnsentDrafts(personId: string): boolean {
  try {
    return localStorage.getItem(prefix + personId) !== null;
  } catch {
    return false; // storage is forbidden: then nothing was kept either
  }
}

/** So that a page that is opened later knows that there is something to send. */
export function noteUnsentDrafts(personId: string, has: boolean): void {
  try {
    if (has) localStorage.setItem(prefix + personId, '1');
    else localStorage.removeItem(prefix + personId);
  } catch {
    // As above.
  }
}

/** Everybody's. */
export function forgetAllUnsentDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
