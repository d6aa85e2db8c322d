/**
 * Why nobody is let into the house on this device although it still keeps a person's copies, or the cookie of a
 * session: the server said that it is over (`ended`), or the person signed out without a network, so that the server has
 * still to be told (`owed`).
 */
export type SessionOver = 'ended' | 'owed';

const key = 'plenary.session-over';

export function sessionOver(): SessionOver | null {
  try {
    const said = localStorage.getItem(key);
    return said === 'ended' || said === 'owed' ? said : null;
  } catch {
    return null; // storage is forbidden in this browser, so nothing is kept either
  }
}

export function setSessionOver(over: SessionOver | null): void {
  try {
    if (over) localStorage.setItem(key, over);
    else localStorage.removeItem(key);
  } catch {
    // Storage is forbidden: there is nothing that could be opened without the server.
  }
}
