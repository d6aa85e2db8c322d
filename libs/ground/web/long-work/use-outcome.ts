import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '../api/api-error';
import { isUnderWay, usePutAway, useWorkOf, type Work } from './use-work';

interface Options<Outcome> {
  /** What came of it, from what the server tells; null where that is something else. */
  readonly outcomeOf: (told: unknown) => Outcome | null;
  /** What came of the last one stays until the next one is over, so that the page does not jump. */
  readonly keepsLast?: boolean;
  readonly onOutcome?: ((outcome: Outcome) => void) | undefined;
}

/**
 * A work of which this page wants to know what comes: begun, watched, and put away at the server as soon as its outcome
 * is here. `begin` says how it is begun; `outcomeOf` and `onOutcome` are the same ones at each render.
 */
export function useOutcome<Asked, Outcome>(
  begin: UseMutationOptions<{ readonly id: string }, Error, Asked>,
  { outcomeOf, keepsLast = false, onOutcome }: Options<Outcome>,
) {
  const [id, setId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { mutate: putAway } = usePutAway();
  const beginning = useMutation({
    ...begin,
    onSuccess: (begun, ...more) => {
      setId(begun.id);
      return begin.onSuccess?.(begun, ...more);
    },
    onError: () => setOutcome(null),
  });
  const { data: work, error: lost } = useWorkOf(id);
  const own = work?.id === id ? work : undefined;
  useEffect(() => {
    if (!own || isUnderWay(own)) return;
    const found = outcomeOf(own.outcome);
    setId(null);
    setOutcome(() => found);
    setRefused(refusalOf(own));
    putAway(own.id);
    if (found !== null) onOutcome?.(found);
  }, [own, putAway, outcomeOf, onOutcome]);
  const clear = (all: boolean) => {
    setId(null);
    setRefused(null);
    if (all) setOutcome(null);
  };
  return {
    outcome,
    work: own,
    error: beginning.error ?? refused ?? (id === null ? null : lost),
    isPending: beginning.isPending || (id !== null && !lost),
    begin: (asked: Asked) => {
      clear(!keepsLast);
      beginning.mutate(asked);
    },
    /** Forgets what came of it, for something else or nothing. */
    forget: () => {
      clear(true);
      beginning.reset();
    },
  };
}

const refusalOf = ({ state, refusal }: Work): ApiError | null =>
  state === 'failed' ? new ApiError(refusal?.code ?? 'long-work.broken', 409, refusal?.params) : null;
