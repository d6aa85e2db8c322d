import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import type { RichParagraph } from '@plenary/ground/text';
import { useMutation } from '@tanstack/react-query';
import { api } from './exchange-api';

export interface FromFile {
  readonly title: string;
  readonly language: string;
  /** The owning group; empty for the coalition. */
  readonly groupId: string;
  readonly paragraphs: readonly RichParagraph[];
}

/** Begins a statement with what was read; answers its id. */
export function useBeginFromFile() {
  const refresh = useRefresh({ kind: 'statement' });
  return useMutation({
    mutationFn: async ({ title, language, groupId, paragraphs }: FromFile) => {
      const owner = groupId ? { ownerKind: 'group' as const, groupId } : { ownerKind: 'coalition' as const };
      const facts = { title, language, ...owner };
      const { id } = await answerOf(
        api.POST('/api/statements/from-file', {
          headers: commandHeaders(),
          // As the API describes it; what goes out is the form.
          body: { ...facts, text: 'text.json' },
          bodySerializer: () => formOf(facts, paragraphs),
        }),
      );
      return id;
    },
    onSuccess: refresh,
  });
}

/** Ids stay here: a new statement gives its own. */
function formOf(facts: object, paragraphs: readonly RichParagraph[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(facts)) form.set(name, String(value));
  const text = JSON.stringify(paragraphs.map(({ attributes, content }) => ({ attributes, content })));
  form.set('text', new Blob([text], { type: 'application/json' }), 'text.json');
  return form;
}
