import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Place } from './columns';

/**
 * The card that is being moved, and where it would come to stand. Apart from the state of the board: each card listens
 * for itself alone, so that of a thousand only the two are drawn anew that the place goes from and to.
 */
export class HeldCard {
  private held: { readonly id: string; readonly place: Place | null } | null = null;
  private readonly listeners = new Set<() => void>();

  get id(): string | null {
    return this.held?.id ?? null;
  }

  get place(): Place | null {
    return this.held?.place ?? null;
  }

  hold(id: string, place: Place): void {
    this.set({ id, place });
  }

  move(place: Place | null): void {
    const now = this.place;
    const isThere = now?.state === place?.state && now?.after === place?.after;
    if (this.held && !isThere) this.set({ ...this.held, place });
  }

  letGo(): void {
    this.set(null);
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(held: typeof this.held): void {
    this.held = held;
    for (const listener of this.listeners) listener();
  }
}

export const Held = createContext(new HeldCard());

export function useHeld<Seen extends string | boolean | null>(see: (held: HeldCard) => Seen): Seen {
  const held = useContext(Held);
  return useSyncExternalStore(held.listen, () => see(held));
}
