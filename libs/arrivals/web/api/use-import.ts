import { answerOf, type components } from '@plenary/ground/web';
import { fileOf, isUnderWay, useRefreshWork, useWork, type Work } from '@plenary/ground/web/long-work';
import { csvText } from '@plenary/ground/kernel';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from './arrivals-api';

export const importKind = 'organisations.import';
export const undoKind = 'organisations.import-undo';
export const exportKind = 'organisations.export';

/** What is said of a list besides the list. */
export type ImportChoices = components['schemas']['ImportChoicesDto'];

/** The file goes out as it is: the server finds out how it was saved. */
export const formOf = (file: File, choices: ImportChoices) => ({
  // As the API describes it; what goes out is the form.
  body: { list: file.name, choices },
  bodySerializer: () => {
    const form = new FormData();
    form.set('choices', JSON.stringify(choices));
    form.set('list', file);
    return form;
  },
});

/** Begins to take a list; how far it is, `useWork` says. */
export function useImport() {
  const refresh = useRefreshWork();
  return useMutation({
    mutationFn: ({ file, choices }: { file: File; choices: ImportChoices }) =>
      answerOf(api.POST('/api/imports', formOf(file, choices))),
    onSuccess: refresh,
  });
}

/** Begins to undo an import of the last hour. */
export function useUndoImport() {
  const refresh = useRefreshWork();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/imports/{id}/undo', { params: { path: { id } } })),
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

/** An empty list with its heads and one line as an example, to be filled in. */
export function fetchTemplate(rows: readonly (readonly string[])[], name: string): void {
  const address = URL.createObjectURL(new Blob([csvText(rows)], { type: 'text/csv' }));
  clickOn(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Onto this device, as a link that is clicked. */
const fetchFile = (work: Work) => clickOn(fileOf(work), work.fileName ?? '');

function clickOn(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
