import { useFormat } from '@plenary/ground/web';
import type { StatementLineView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';
import { Unread } from './Unread';
import { useLastChange } from './use-last-change';

/** The statement that needs this person first, as a sheet on the desk: the way back to work is one click. */
export function Sheet({ statement, unread }: { statement: StatementLineView; unread: number | undefined }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const lastChangeOf = useLastChange();
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
        <time dateTime={statement.lastChange.at} title={format.moment(statement.lastChange.at)}>
          {lastChangeOf(statement)}
        </time>
        <span>{t('statement.words', { count: statement.wordCount })}</span>
        <Unread statementId={statement.id} count={unread} />
      </p>
      <p className={classes.sheetFoot}>
        <Link className={classes.open} to="/statements/$id" params={{ id: statement.id }}>
          {t(`open.${statement.right}`)}
        </Link>
      </p>
    </article>
  );
}
