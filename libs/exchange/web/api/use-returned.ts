import { answerOf, isShaped, shows, useRefresh, type components } from '@plenary/ground/web';
import { useOutcome, useRefreshWork } from '@plenary/ground/web/long-work';
import {
  failExchange,
  kindOfFile,
  readReturned,
  type ReturnChoices,
  type ReturnedFile,
  type ReturnOutcome,
} from '@plenary/exchange/domain';
import { statementSubject } from '@plenary/statements/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { asRefusal, bytesOf, pause } from '../reading/on-this-device';
import { api } from './exchange-api';

export type ReturnedFileAnswer = components['schemas']['ReturnedFileDto'];

/** Reads a Word file on this device; it goes nowhere. */
export function useReadReturned() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (file: File) =>
      asRefusal(async () => {
        const bytes = await bytesOf(file);
        if (kindOfFile(bytes, file.name).kind !== 'docx') failExchange('exchange.not-word');
        return readReturned(bytes, pause);
      }),
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

/** What a file becomes, or became; `what`: to look at it changes nothing. `onOutcome` is the same one at each render. */
export function useReturn(statementId: string, what: 'look' | 'bring', onOutcome?: () => void) {
  const refreshWork = useRefreshWork();
  return useOutcome(
    {
      mutationFn: (brought: Brought) => {
        const path = { params: { path: { id: statementId } }, ...formOf(brought) };
        return answerOf(
          what === 'look'
            ? api.POST('/api/statements/{id}/returned-files/look', path)
            : api.POST('/api/statements/{id}/returned-files', path),
        );
      },
      onSuccess: refreshWork,
    },
    { outcomeOf, onOutcome },
  );
}

export const outcomeOf = (told: unknown) =>
  isShaped<ReturnOutcome>(told, 'names', 'unplaced') ? told : null;

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
