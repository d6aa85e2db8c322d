import { Answer, LoadMore, useFormat } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { useActivity } from '../api/use-activity';
import { Named } from './ActivitySentence';
import classes from './StatementActivity.module.css';
import { useActivityDetails } from './use-activity-details';
import { useRecordWords } from './use-record-words';

/** What was done about one statement besides the writing, beside its text. */
export function StatementActivity({ statement }: InStatement) {
  const { t } = useRecordWords();
  const activity = useActivity({ subject: `statement/${statement.id}` });
  const format = useFormat();
  const detailsOf = useActivityDetails();
  return (
    <section aria-label={t('title')} className={classes.panel}>
      <Answer query={activity} beside>
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.quiet}>{t('none.yet')}</p>
          ) : (
            <>
              <ol className={classes.lines}>
                {rows.map((row) => (
                  <li key={row.id}>
                    {/* Which statement, the page says. */}
                    {t(`event.${row.name}`)}
                    <bdi className={classes.quiet}>{detailsOf(row)}</bdi>
                    <span className={classes.quiet}>
                      {row.actor ? <Named of={row.actor} /> : t('system')} · {format.moment(row.at)}
                    </span>
                  </li>
                ))}
              </ol>
              <LoadMore query={activity} />
            </>
          )
        }
      </Answer>
    </section>
  );
}
