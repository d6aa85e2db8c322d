import { answerOf } from '@plenary/ground/web';
import {
  asCommentsHeader,
  exportFileName,
  type ExportFormat,
  type ExportNames,
  type Maker,
} from '@plenary/exchange/domain';
import type { StatementView } from '@plenary/statements/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './exchange-api';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly by?: Maker;
  /** Of a Word file: what else is in it, and who is named. */
  readonly suggestions?: boolean;
  readonly comments?: boolean;
  readonly names?: ExportNames;
}

/**
 * The statement as a file on this device. It is fetched and then saved, so that a refusal has its sentence. Answers how many
 * suggestions stand in it as comments.
 */
export function useExport({ id, title }: StatementView) {
  return useMutation({
    mutationFn: async ({ format, by, suggestions, comments, names }: ExportChoice): Promise<number> => {
      const query = {
        ...{ format, ...(by ? { by } : {}) },
        ...(suggestions ? { suggestions: 'true' as const } : {}),
        ...(comments ? { comments: 'true' as const } : {}),
        ...((suggestions || comments) && names ? { names } : {}),
      };
      const call = api.GET('/api/statements/{id}/export', {
        params: { path: { id }, query },
        parseAs: 'blob',
      });
      const file = await answerOf(call);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as Blob);
      link.download = exportFileName(title, format);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      return Number((await call).response.headers.get(asCommentsHeader));
    },
  });
}
