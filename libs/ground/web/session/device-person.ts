/** Key in localStorage; other tabs hear of its changes. */
export const devicePersonKey = 'plenary.person';

let ofThisTab: string | null | undefined;

/**
 * Whose house this tab shows: whom the device kept when the tab was opened, or who came in here since. Another tab may
 * have let somebody else in; then nothing of this one is kept any more.
 */
export const tabPerson = (): string | null =>
  ofThisTab === undefined ? (ofThisTab = devicePerson()) : ofThisTab;

/** This tab shows from here on what is the person's whose copies the device keeps. */
export function followDevicePerson(): void {
  ofThisTab = devicePerson();
}

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
  followDevicePerson();
}
