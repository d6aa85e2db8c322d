import { useSyncExternalStore } from 'react';
import type { DraftKeeper } from '../drafts/draft-keeper';
import type { Opened } from '../drafts/suggesting';

const never = () => () => undefined;

/** A plain value of the keeper of a suggestion; null where another page writes it. */
export function useKeeper<Value extends string | boolean | null>(
  { keeper }: Opened,
  read: (keeper: DraftKeeper) => Value,
): Value | null {
  return useSyncExternalStore(keeper?.subscribe ?? never, () => keeper && read(keeper));
}
