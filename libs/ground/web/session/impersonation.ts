/** Where this tab remembers it; other tabs of the browser go on as they are. */
const key = 'plenary.look';

/** This tab sees Plenary as another person does, and changes nothing. */
export interface CurrentImpersonation {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
}

/** Null in a tab that shows what its own person sees, which is nearly always. */
export function currentImpersonation(): CurrentImpersonation | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as CurrentImpersonation | null;
  } catch {
    return null; // storage is forbidden in this browser: nobody can begin to look
  }
}

/** From here on; the page is loaded anew, so that nothing of the one person is left in what the other is shown. */
export function enterImpersonation({ id, personId, name }: CurrentImpersonation): void {
  sessionStorage.setItem(key, JSON.stringify({ id, personId, name }));
  location.assign('/');
}

/**
 * Where it goes from here; who ends an impersonation says so before, since the line may tell of its end before the
 * answer does.
 */
let wayBack: string | null = null;

export function planWayBack(to: string): void {
  wayBack = to;
}

let isLeaving = false;

/** Said once, by whoever hears of it first: a second call would break off the way back. */
export function leaveImpersonation(): void {
  if (isLeaving) return;
  isLeaving = true;
  sessionStorage.removeItem(key);
  location.assign(wayBack ?? location.pathname);
}
