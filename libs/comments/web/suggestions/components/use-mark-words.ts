import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkWords } from '../editor/mark-looks';

/** What marks upon a text say, in the language of the page. */
export function useMarkWords(): MarkWords {
  const { t, i18n } = useTranslation('comments-suggestions');
  return useMemo(
    () => ({
      deleted: t('mark.deleted'),
      inserted: t('mark.inserted'),
      end: t('mark.end'),
      formatted: t('part.format'),
      newParagraph: t('part.new-paragraph'),
      removedParagraph: t('part.removed'),
      joined: t('part.joined'),
      moved: t('part.moved'),
      note: t('mark.note'),
      attribute: (name) =>
        i18n.exists(`comments-suggestions:part.attribute.${name}`)
          ? t(`part.attribute.${name}`)
          : t('part.attribute'),
    }),
    [t, i18n],
  );
}
