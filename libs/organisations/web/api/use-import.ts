import { answerOf, useRefresh } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { api } from './organisations-api';

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

/** Takes the whole list, or nothing of it. */
export function useImport() {
  const refresh = useRefresh({ kind: 'organisation' }, { kind: 'person' });
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

/** The list as an import reads it, onto this device. That it was taken is put on record. */
export function useExport() {
  return useMutation({
    mutationFn: async (body: { unlisted: boolean; addresses: boolean; ids?: string[] }) => {
      const text = await answerOf(api.POST('/api/exports/organisations', { body, parseAs: 'text' }));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(
        new Blob(['\uFEFF', text.replace(/^\uFEFF/, '')], { type: 'text/csv' }),
      );
      link.download = 'organisations.csv';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
}
