import { answerOf, apiFor, type paths } from '@plenary/ground/web';
import { csvText } from '@plenary/ground/kernel';
import { useMutation } from '@tanstack/react-query';
import type { ActivityFilter } from './use-activity';
import type { Activity } from './use-activity';

const api = apiFor<paths>();

/** Everything that the filter finds, saved as a table in the words of the page; what is in it is no formula (AUD-4). */
export function useActivityExport(rowsOf: (lines: readonly Activity[]) => string[][]) {
  return useMutation({
    mutationFn: async (filter: ActivityFilter) => {
      const { items } = await answerOf(api.GET('/api/activity/export', { params: { query: filter } }));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([csvText(rowsOf(items))], { type: 'text/csv' }));
      link.download = 'activity.csv';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
  });
}
