import { isShaped, Section } from '@plenary/ground/web';
import { useMyData } from '@plenary/identity/web';
import type { StatementsOfPersonView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './MyWords.module.css';

/** One's own words, by the statement in which they stand now. */
export function MyWords() {
  const { t } = useTranslation('statements');
  const written = useMyData().data?.['statements'];
  const wroteIn = isShaped<StatementsOfPersonView>(written, 'wroteIn') ? written.wroteIn : [];
  const own = wroteIn.filter(({ words }) => words === null || words.length > 0);
  return (
    <Section title={t('my-words.title')} note={t('my-words.note')}>
      {own.length === 0 && <p>{t('my-words.none')}</p>}
      {own.map(({ id, title, language, words }) => (
        <article key={id} className={classes.text}>
          <h3 className={classes.title}>
            <Link to="/statements/$id" params={{ id }}>
              <bdi lang={language}>{title}</bdi>
            </Link>
          </h3>
          {words === null ? (
            <p>{t('my-words.elsewhere')}</p>
          ) : (
            words.map((paragraph, place) => (
              <p key={place} lang={language} dir="auto" className={classes.words}>
                {paragraph}
              </p>
            ))
          )}
        </article>
      ))}
    </Section>
  );
}
