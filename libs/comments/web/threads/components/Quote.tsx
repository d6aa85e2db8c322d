import type { PlaceView } from '@plenary/comments/domain';
import { directionOfWords } from '@plenary/ground/kernel';
import { useTranslation } from 'react-i18next';
import classes from './Thread.module.css';

interface Props {
  place: Pick<PlaceView, 'kind' | 'quote'>;
  /** Of the statement. */
  language: string;
  /** How its paragraph is cited now. */
  label?: string | null;
  state?: 'exact' | 'moved' | 'changed' | 'gone' | null;
}

/** The words that a thread is about, as they were when it was begun; and what became of them since. */
export function Quote({ place: { kind, quote }, language, label, state }: Props) {
  const { t } = useTranslation('comments-threads');
  if (kind === 'statement' || (kind === 'suggestion' && quote === '')) return null;
  return (
    <div className={classes.about}>
      <blockquote className={classes.quote} lang={language} dir={directionOfWords(quote, language)}>
        {label && <bdi className={classes.label}>{label}</bdi>}
        {quote || t('quote.empty')}
      </blockquote>
      {(state === 'changed' || state === 'moved' || state === 'gone') && (
        <p className={classes.quiet}>{t(`quote.${state}`)}</p>
      )}
    </div>
  );
}
