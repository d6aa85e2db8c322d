/** Key in localStorage; other tabs hear of its changes. */
export const devicePersonKey = 'plenary.person';

/** Whose copies this device keeps; null before the first sign-in and after sign-out. */
export function devicePerson(): string | null {
  try {
    return localStorage.getItem(devicePersonKey);
  } catch {
    return null; // storage is forbidden in this browser, so nothing is kept either
  }
}

export function setDevicePerson(personId: string | null): void {
  try {
    if (personId) localStorage.setItem(devicePersonKey, personId);
    else localStorage.removeItem(devicePersonKey);
  } catch {
    // Storage is forbidden: nothing is kept, and there is nothing to remember.
  }
}
