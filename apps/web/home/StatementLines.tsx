import { useFormat } from '@plenary/ground/web';
import type { StatementLineView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';
import { Unread } from './Unread';
import { useLastChange } from './use-last-change';

/** Statements by name: who changed them last, whose they are, what I may do. */
export function StatementLines({
  statements,
  unread,
}: {
  statements: readonly StatementLineView[];
  /** Paragraphs that others changed since one last read, by statement. */
  unread?: ReadonlyMap<string, number>;
}) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const lastChangeOf = useLastChange();
  return (
    <ul className={classes.lines}>
      {statements.map((statement) => (
        <li key={statement.id} className={classes.line}>
          <Link to="/statements/$id" params={{ id: statement.id }} className={classes.lineTitle}>
            <bdi lang={statement.language}>{statement.title}</bdi>
          </Link>
          <time
            className={classes.lineFacts}
            dateTime={statement.lastChange.at}
            title={format.moment(statement.lastChange.at)}
          >
            {lastChangeOf(statement)}
          </time>
          <span className={classes.lineRight}>
            <bdi>{statement.owner.name}</bdi> · <bdi>{t(`right.${statement.right}`)}</bdi>
          </span>
          <Unread statementId={statement.id} count={unread?.get(statement.id)} />
        </li>
      ))}
    </ul>
  );
}
