import { answerOf, ApiError, isShaped } from '@plenary/ground/web';
import { isUnderWay, usePutAway, useWorkOf, type Work } from '@plenary/ground/web/long-work';
import type { ImportPreviewView } from '@plenary/arrivals/domain';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formOf, type ImportChoices } from './use-import';
import { api } from './arrivals-api';

interface Looked {
  readonly file: File;
  readonly choices: ImportChoices;
}

/**
 * What a list would do; changes nothing. The server looks at it for as long as that takes, and what it found is put away
 * there as soon as it is here. Kept while the list is looked at anew, so that the page does not jump at every choice.
 */
export function useImportPreview() {
  const [id, setId] = useState<string | null>(null);
  const [found, setFound] = useState<ImportPreviewView | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { mutate: putAway } = usePutAway();
  const begin = useMutation({
    // One after the other, so that the last wish is the one that counts.
    scope: { id: 'import-preview' },
    mutationFn: ({ file, choices }: Looked) =>
      answerOf(api.POST('/api/imports/preview', formOf(file, choices))),
    onSuccess: (begun) => setId(begun.id),
    onError: () => setFound(null),
  });
  const { data: work, error: lost } = useWorkOf(id);
  const own = work?.id === id ? work : undefined;

  useEffect(() => {
    if (!own || isUnderWay(own)) return;
    setId(null);
    setFound(isShaped<ImportPreviewView>(own.outcome, 'mapping', 'problems') ? own.outcome : null);
    setRefused(refusalOf(own));
    putAway(own.id);
  }, [own, putAway]);

  return {
    found,
    work: own,
    error: begin.error ?? refused ?? (id === null ? null : lost),
    isPending: begin.isPending || (id !== null && !lost),
    look: (looked: Looked) => {
      setId(null);
      setRefused(null);
      begin.mutate(looked);
    },
    /** Forgets what was found, for another list or none. */
    forget: () => {
      setId(null);
      setFound(null);
      setRefused(null);
      begin.reset();
    },
  };
}

const refusalOf = ({ state, refusal }: Work): ApiError | null =>
  state === 'failed' ? new ApiError(refusal?.code ?? 'long-work.broken', 409, refusal?.params) : null;
