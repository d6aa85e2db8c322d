const prefix = 'plenary.unsent-comments.';

/** Whether this person may have comments on this device that were not sent; says so without loading anything. */
export function mayHaveUnsent(personId: string): boolean {
  try {
    return localStorage.getItem(prefix + personId) !== null;
  } catch {
    return false; // storage is forbidden: then nothing was kept either
  }
}

/** So that a page that is opened later knows that there is something to send. */
export function rememberUnsent(personId: string): void {
  try {
    localStorage.setItem(prefix + personId, '1');
  } catch {
    // As above.
  }
}

/** Everybody's when null. */
export function forgetUnsent(personId: string | null): void {
  try {
    for (const key of Object.keys(localStorage))
      if (personId === null ? key.startsWith(prefix) : key === prefix + personId)
        localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
