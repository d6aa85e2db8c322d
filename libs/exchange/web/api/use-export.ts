import { answerOf } from '@plenary/ground/web';
import { exportFileName, type ExportFormat, type Maker } from '@plenary/exchange/domain';
import type { StatementView } from '@plenary/statements/domain';
import { useMutation } from '@tanstack/react-query';
import { api } from './exchange-api';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly by?: Maker;
}

/** The statement as a file on this device. It is fetched and then saved, so that a refusal has its sentence. */
export function useExport({ id, title }: StatementView) {
  return useMutation({
    mutationFn: async ({ format, by }: ExportChoice) => {
      const query = { format, ...(by ? { by } : {}) };
      const file = await answerOf(
        api.GET('/api/statements/{id}/export', { params: { path: { id }, query }, parseAs: 'blob' }),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file as Blob);
      link.download = exportFileName(title, format);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
}
