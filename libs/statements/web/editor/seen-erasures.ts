import type { ErasedText } from '@plenary/ground/web';

/** By person, of which erasures this device has heard and forgotten what it had from before. */
const key = 'plenary.erasures';

interface Kept {
  readonly person: string;
  readonly epochs: Readonly<Record<string, number>>;
}

/** Those of which this device has not heard. */
export function newErasures<Erased extends ErasedText>(personId: string, all: readonly Erased[]): Erased[] {
  const seen = read(personId);
  return all.filter(({ id, epoch }) => (seen[id] ?? 0) < epoch);
}

export function noteErasures(person: string, all: readonly ErasedText[]): void {
  const epochs = Object.fromEntries(all.map(({ id, epoch }) => [id, epoch]));
  try {
    localStorage.setItem(key, JSON.stringify({ person, epochs } satisfies Kept));
  } catch {
    // The storage is full or forbidden: it is looked at anew each time.
  }
}

export function forgetSeenErasures(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing is kept where storage is forbidden.
  }
}

function read(personId: string): Kept['epochs'] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    return (kept?.person === personId && kept.epochs) || {};
  } catch {
    return {};
  }
}
