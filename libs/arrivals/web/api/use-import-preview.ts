import { answerOf, isShaped } from '@plenary/ground/web';
import { useOutcome } from '@plenary/ground/web/long-work';
import type { ImportPreviewView } from '@plenary/arrivals/domain';
import { formOf, type ImportChoices } from './use-import';
import { api } from './arrivals-api';

interface Looked {
  readonly file: File;
  readonly choices: ImportChoices;
}

/**
 * What a list would do; changes nothing. The server looks at it for as long as that takes. What it found is kept while the
 * list is looked at anew, so that the page does not jump at every choice.
 */
export function useImportPreview() {
  const { outcome, begin, ...preview } = useOutcome(
    {
      // One after the other, so that the last wish is the one that counts.
      scope: { id: 'import-preview' },
      mutationFn: ({ file, choices }: Looked) =>
        answerOf(api.POST('/api/imports/preview', formOf(file, choices))),
    },
    { outcomeOf: previewIn, keepsLast: true },
  );
  return { ...preview, found: outcome, look: begin };
}

const previewIn = (told: unknown) => (isShaped<ImportPreviewView>(told, 'mapping', 'problems') ? told : null);
