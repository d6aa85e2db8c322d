import { useFormat } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

/** The statement that moved last, as a sheet on the desk: the way back to work is one click. */
export function Sheet({ statement }: { statement: StatementView }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  return (
    <article className={classes.sheet}>
      <p className={classes.sheetOwner}>
        <bdi>{statement.owner.name}</bdi> · <bdi>{t(`stage.${statement.stage}`)}</bdi>
      </p>
      <h2 className={classes.sheetTitle} lang={statement.language}>
        <Link to="/statements/$id" params={{ id: statement.id }}>
          <bdi>{statement.title}</bdi>
        </Link>
      </h2>
      <p className={classes.sheetFacts}>
        <time dateTime={statement.updatedAt} title={format.moment(statement.updatedAt)}>
          {t('statement.moved', { when: format.ago(statement.updatedAt) })}
        </time>
        <span>{t('statement.words', { count: statement.wordCount })}</span>
      </p>
      <p className={classes.sheetFoot}>
        <Link className={classes.open} to="/statements/$id" params={{ id: statement.id }}>
          {t(`open.${statement.right}`)}
        </Link>
      </p>
    </article>
  );
}
