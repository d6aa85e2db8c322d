import { useFormat } from '@plenary/ground/web';
import type { AuthorView, StretchView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { useAuthorName } from './author-names';
import { writingHistory } from './words';

/** How a stretch of work is told. */
export function useStretchWords() {
  const { t, i18n } = useTranslation(writingHistory);
  const format = useFormat();
  const nameOf = useAuthorName();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return {
    byOf: (author: AuthorView): string => nameOf(author),
    /** "Chiara Rossi, At Sea" or "Chiara Rossi, At Sea, and 3 more". */
    titleOf: ({ authors }: StretchView): string => {
      const names = authors.map(nameOf);
      const more = names.length - 2;
      return more > 0
        ? t('history.by.more', { names: list.format(names.slice(0, 2)), count: more })
        : list.format(names);
    },
    /** "120 characters added, 30 removed, in 3 paragraphs" */
    sizesOf: ({ authors, paragraphs }: StretchView): string => {
      const sum = (of: (author: StretchView['authors'][number]) => number) =>
        authors.reduce((all, author) => all + of(author), 0);
      return t('history.sizes', {
        added: format.number(sum(({ added }) => added)),
        removed: format.number(sum(({ removed }) => removed)),
        count: paragraphs,
      });
    },
  };
}
