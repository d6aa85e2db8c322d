import { answerOf, commandHeaders, useRefresh } from '@plenary/ground/web';
import { useOutcome, useRefreshWork } from '@plenary/ground/web/long-work';
import type { RichParagraph } from '@plenary/ground/text';
import type { BeginningChoices, ReturnedFile, ReturnOutcome } from '@plenary/exchange/domain';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from './exchange-api';
import { outcomeOf } from './use-returned';

export interface FromFile {
  readonly title: string;
  readonly language: string;
  /** The owning group; empty for the coalition. */
  readonly groupId: string;
  readonly paragraphs: readonly RichParagraph[];
}

/** The same with what stands beside the text. */
export interface FromWordFile extends FromFile {
  readonly file: ReturnedFile;
  readonly choices: BeginningChoices;
}

/** Begins a statement with what was read; answers its id. */
export function useBeginFromFile() {
  const refresh = useRefresh({ kind: 'statement' });
  return useMutation({
    mutationFn: async ({ paragraphs, ...said }: FromFile) => {
      const facts = factsOf(said);
      const { id } = await answerOf(
        api.POST('/api/statements/from-file', {
          headers: commandHeaders(),
          // As the API describes it; what goes out is the form.
          body: { ...facts, text: 'text.json' },
          bodySerializer: () => formOf(facts, withoutIds(paragraphs)),
        }),
      );
      return id;
    },
    onSuccess: refresh,
  });
}

/** EXC-24: begins one with what stands beside the text; what came of it is told. `onOutcome` is the same one at each render. */
export function useBeginWithBeside(onOutcome: (outcome: ReturnOutcome) => void) {
  const refresh = useRefresh({ kind: 'statement' });
  const refreshWork = useRefreshWork();
  const told = useCallback(
    (outcome: ReturnOutcome) => {
      void refresh();
      onOutcome(outcome);
    },
    [refresh, onOutcome],
  );
  return useOutcome(
    {
      mutationFn: ({ paragraphs, file, choices, ...said }: FromWordFile) => {
        const facts = factsOf(said);
        const fields = { ...facts, choices: JSON.stringify(choices) };
        return answerOf(
          api.POST('/api/statements/from-file/beside', {
            headers: commandHeaders(),
            body: { ...facts, text: 'text.json', choices: choices as never },
            bodySerializer: () => formOf(fields, { paragraphs: withoutIds(paragraphs), file }),
          }),
        );
      },
      onSuccess: refreshWork,
    },
    { outcomeOf, onOutcome: told },
  );
}

function factsOf({ title, language, groupId }: Omit<FromFile, 'paragraphs'>) {
  const owner = groupId ? { ownerKind: 'group' as const, groupId } : { ownerKind: 'coalition' as const };
  return { title, language, ...owner };
}

/** Ids stay here: a new statement gives its own. */
const withoutIds = (paragraphs: readonly RichParagraph[]) =>
  paragraphs.map(({ attributes, content }) => ({ attributes, content }));

function formOf(facts: object, sent: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(facts)) form.set(name, String(value));
  form.set('text', new Blob([JSON.stringify(sent)], { type: 'application/json' }), 'text.json');
  return form;
}
