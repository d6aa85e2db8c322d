import { asApiError, say } from '@plenary/ground/web';
import { bindingIn } from '@plenary/ground/web/editor';
import { useShownText } from '@plenary/statements/web';
import type { Editor } from '@tiptap/core';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionsRefresh } from '../api/use-suggestions';

/** Of what was decided only the last is said: its button takes back what the page shows, keys take back the rest. */
export const deciding = 'deciding about suggestions';

/** What was decided in one go, and can be taken back and decided again in one go. */
export interface Decided {
  readonly ids: readonly string[];
  readonly again: (id: string) => Promise<unknown>;
}

/**
 * SUG-6: takes back what was decided, by a button or by the keys for undoing, in the order of what one did to the text
 * on this page.
 */
export function useDeciding(editor: Editor | null) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const refresh = useSuggestionsRefresh();
  const { instead } = useShownText();
  const isText = instead === null;

  const each = useCallback(
    async (ids: readonly string[], act: (id: string) => Promise<unknown>, said: string) => {
      let done = 0;
      for (const id of ids) {
        try {
          await act(id);
          done++;
        } catch (reason) {
          const sentence = `comments:error.${asApiError(reason).code}`;
          say(i18n.exists(sentence) ? i18n.t(sentence) : t('failed'), { tone: 'problem' });
        }
      }
      if (done > 0) say(t(said, { count: done }), { about: deciding });
      await refresh();
    },
    [t, i18n, refresh],
  );

  const outsideOf = useCallback(
    () => (editor && isText && !editor.isDestroyed ? bindingIn(editor.state)?.outside : null) ?? null,
    [editor, isText],
  );

  const takeBack = useCallback(
    (...ids: readonly string[]) => {
      outsideOf()?.forget(keyOf(ids));
      // What came last goes first.
      void each(ids.toReversed(), suggestionsApi.takeBack, 'taken-back');
    },
    [each, outsideOf],
  );

  /** To be called once it was decided; answers how it is taken back by a button. */
  const decided = useCallback(
    ({ ids, again }: Decided) => {
      const undo = () => void each(ids.toReversed(), suggestionsApi.takeBack, 'taken-back');
      outsideOf()?.add({ key: keyOf(ids), undo, redo: () => void each(ids, again, 'decided-again') });
      return { label: i18n.t('common:undo'), run: () => takeBack(...ids) };
    },
    [each, i18n, outsideOf, takeBack],
  );
  return { decided, takeBack };
}

const keyOf = (ids: readonly string[]): string => `suggestions ${ids.join()}`;
