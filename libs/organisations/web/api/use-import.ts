import { answerOf } from '@plenary/ground/web';
import { fileOf, isUnderWay, useRefreshWork, useWork, type Work } from '@plenary/ground/web/long-work';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './organisations-api';

export const importKind = 'organisations.import';
export const exportKind = 'organisations.export';

export interface ImportChoices {
  readonly encoding?: string | undefined;
  readonly separator?: string | undefined;
  readonly mapping?: Readonly<Record<string, number>> | undefined;
}

const queryOf = ({ encoding, separator, mapping }: ImportChoices) => ({
  ...(encoding ? { encoding: encoding as 'utf-8' } : {}),
  ...(separator ? { separator: separator as ',' } : {}),
  ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
});
/** The file goes out as it is: the server finds out how it was saved. */
const asFile = (file: File) => ({
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as never,
  headers: { 'content-type': 'text/csv' },
});

/** What a list would do; changes nothing. */
export function useImportPreview() {
  return useMutation({
    mutationFn: ({ file, choices }: { file: File; choices: ImportChoices }) =>
      answerOf(api.POST('/api/imports/preview', { params: { query: queryOf(choices) }, ...asFile(file) })),
  });
}

/** Begins to take the whole list, or nothing of it; how far it is, `useWork` says. */
export function useImport() {
  const refresh = useRefreshWork();
  return useMutation({
    mutationFn: ({ file, choices, welcome }: { file: File; choices: ImportChoices; welcome: boolean }) =>
      answerOf(
        api.POST('/api/imports', {
          params: { query: { ...queryOf(choices), welcome: welcome ? 'true' : 'false' } },
          ...asFile(file),
        }),
      ),
    onSuccess: refresh,
  });
}

export interface ExportChoices {
  unlisted: boolean;
  addresses: boolean;
  ids?: string[];
}

/**
 * The list as an import reads it. It is made by the server, which puts that on record, and comes onto this device as
 * soon as it is there; who closes the page meanwhile finds it on the page of lists.
 */
export function useExport(onDone: () => void = () => undefined) {
  const refresh = useRefreshWork();
  const work = useWork(exportKind);
  const [awaited, setAwaited] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: (body: ExportChoices) => answerOf(api.POST('/api/exports/organisations', { body })),
    onSuccess: ({ id }) => {
      setAwaited(id);
      return refresh();
    },
  });
  const own = work && work.id === awaited ? work : null;
  useEffect(() => {
    if (!own || isUnderWay(own)) return;
    setAwaited(null);
    if (own.state !== 'done') return;
    fetchFile(own);
    onDone();
  }, [own, onDone]);
  return { begin: begin.mutate, error: begin.error, isPending: begin.isPending || awaited !== null, work };
}

/** Onto this device, as a link that is clicked. */
function fetchFile(work: Work): void {
  const link = document.createElement('a');
  link.href = fileOf(work);
  link.download = work.fileName ?? '';
  link.click();
}
