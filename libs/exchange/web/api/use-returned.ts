import { answerOf, ApiError, isShaped, shows, useRefresh, type components } from '@plenary/ground/web';
import { isUnderWay, usePutAway, useRefreshWork, useWorkOf, type Work } from '@plenary/ground/web/long-work';
import { DomainError } from '@plenary/ground/kernel';
import {
  failExchange,
  importLimits,
  kindOfFile,
  readReturned,
  type ReturnChoices,
  type ReturnedFile,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import { statementSubject } from '@plenary/statements/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './exchange-api';

export type ReturnedFileAnswer = components['schemas']['ReturnedFileDto'];

/** The screen has its turn. */
const pause = (): Promise<void> => new Promise((turn) => setTimeout(turn));

/** Reads a Word file on this device; it goes nowhere. */
export function useReadReturned() {
  return useMutation({
    networkMode: 'always',
    mutationFn: async (file: File) => {
      try {
        const { bytes: most } = importLimits;
        if (file.size > most) failExchange('exchange.file-too-large', { most: most / 1_000_000 });
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (kindOfFile(bytes, file.name, 'windows-1252').kind !== 'docx') failExchange('exchange.not-word');
        return await readReturned(bytes, pause);
      } catch (reason) {
        if (reason instanceof DomainError) throw new ApiError(reason.code, reason.status, reason.params);
        throw reason;
      }
    },
  });
}

interface Brought {
  readonly file: ReturnedFile;
  readonly choices: ReturnChoices;
}

const formOf = ({ file, choices }: Brought) => ({
  // As the API describes it; what goes out is the form.
  body: { text: 'file.json', choices: choices as never },
  bodySerializer: () => {
    const form = new FormData();
    form.set('choices', JSON.stringify(choices));
    form.set('text', new Blob([JSON.stringify(file)], { type: 'application/json' }), 'file.json');
    return form;
  },
});

/**
 * What a file becomes, or became: begun, watched, and put away as soon as it is here. `what`: to look at it changes
 * nothing.
 */
export function useReturn(statementId: string, what: 'look' | 'bring', onDone?: () => void) {
  const [id, setId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<ReturnOutcome | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { mutate: putAway } = usePutAway();
  const refreshWork = useRefreshWork();
  const begin = useMutation({
    mutationFn: (brought: Brought) => {
      const path = { params: { path: { id: statementId } }, ...formOf(brought) };
      return answerOf(
        what === 'look'
          ? api.POST('/api/statements/{id}/returned-files/look', path)
          : api.POST('/api/statements/{id}/returned-files', path),
      );
    },
    onSuccess: (begun) => {
      setId(begun.id);
      return refreshWork();
    },
  });
  const { data: work, error: lost } = useWorkOf(id);
  const own = work?.id === id ? work : undefined;
  useEffect(() => {
    if (!own || isUnderWay(own)) return;
    setId(null);
    const found = isShaped<ReturnOutcome>(own.outcome, 'names', 'unplaced') ? own.outcome : null;
    setOutcome(found);
    setRefused(refusalOf(own));
    putAway(own.id);
    if (found) onDone?.();
  }, [own, putAway, onDone]);
  return {
    outcome,
    work: own,
    error: begin.error ?? refused ?? (id === null ? null : lost),
    isPending: begin.isPending || (id !== null && !lost),
    begin: (brought: Brought) => {
      setOutcome(null);
      setRefused(null);
      begin.mutate(brought);
    },
    forget: () => {
      setId(null);
      setOutcome(null);
      setRefused(null);
      begin.reset();
    },
  };
} // prettier-ignore

const refusalOf = ({ state, refusal }: Work): ApiError | null =>
  state === 'failed' ? new ApiError(refusal?.code ?? 'long-work.broken', 409, refusal?.params) : null;

/** Files that came back to a statement, the newest first. */
export function useReturnedFiles(statementId: string) {
  return useQuery({
    queryKey: ['returned-files', statementId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/statements/{id}/returned-files', { params: { path: { id: statementId } }, signal }),
      ),
    select: ({ items }) => items,
    meta: shows(statementSubject(statementId)),
  });
}

/** EXC-23 */
export function useTakeBackReturn(statementId: string) {
  const refresh = useRefresh(statementSubject(statementId));
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/returned-files/{id}/take-back', { params: { path: { id } } })),
    onSettled: refresh,
  });
}

/** Versions with a name, for whoever may see how the statement came about; none for others. */
export function useNamedVersions(statementId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['returned-versions', statementId],
    enabled: isWanted,
    retry: false,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/statements/{id}/history', { params: { path: { id: statementId } }, signal })),
    select: ({ versions }) => versions,
    meta: shows(statementSubject(statementId)),
  });
}
