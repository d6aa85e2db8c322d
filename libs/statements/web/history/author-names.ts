import type { AuthorView } from '@plenary/statements/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { writingHistory } from './words';

/** "Chiara Rossi, At Sea": a name as it is, with the organisation that was written for. */
export function useAuthorName(): (author: AuthorView) => string {
  const { t } = useTranslation(writingHistory);
  return useCallback(
    ({ personId, name, organisation }) => {
      const who = name ?? t(personId === null ? 'history.by.plenary' : 'history.by.unknown');
      return organisation ? t('history.by.for', { name: who, organisation }) : who;
    },
    [t],
  );
}
