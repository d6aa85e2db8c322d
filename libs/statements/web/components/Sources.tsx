import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { sourcesOf } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import { writing } from '../writing';
import type { FootnotePlace } from './FootnoteDialog';
import classes from './Sources.module.css';

/** The sources under the text, numbered as in it. */
export function Sources({ editor, onOpen }: { editor: Editor; onOpen?: (place: FootnotePlace) => void }) {
  const { t } = useTranslation(writing);
  const sources = useDerived(editor, sourcesOf);
  if (sources.length === 0) return null;
  return (
    <section className={classes.sources} aria-label={t('sources')}>
      <h2 className={classes.title}>{t('sources')}</h2>
      <ol className={classes.list}>
        {sources.map((source) => (
          <li key={source.number}>
            <span dir="auto">{source.text}</span>{' '}
            {onOpen && source.id && (
              <button
                type="button"
                className={classes.edit}
                aria-label={t('sources.edit.label', { number: source.number })}
                onClick={() => onOpen({ id: source.id, text: source.text })}
              >
                {t('sources.edit')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
