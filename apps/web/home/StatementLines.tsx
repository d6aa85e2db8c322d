import { useFormat } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

/** Statements by name: whose they are, when they moved, what I may do. */
export function StatementLines({ statements }: { statements: readonly StatementView[] }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  return (
    <ul className={classes.lines}>
      {statements.map((statement) => (
        <li key={statement.id} className={classes.line}>
          <Link to="/statements/$id" params={{ id: statement.id }} className={classes.lineTitle}>
            <bdi lang={statement.language}>{statement.title}</bdi>
          </Link>
          <span className={classes.lineFacts}>
            <bdi>{statement.owner.name}</bdi> · <bdi>{t(`right.${statement.right}`)}</bdi>
          </span>
          <time
            className={classes.when}
            dateTime={statement.updatedAt}
            title={format.moment(statement.updatedAt)}
          >
            {format.ago(statement.updatedAt)}
          </time>
        </li>
      ))}
    </ul>
  );
}
