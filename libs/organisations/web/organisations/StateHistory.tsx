import { Answer, Section, useFormat, WaitingRows } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useHistory } from '../api/use-organisation-changes';
import { managing } from '../managing';
import classes from '../components/lists.module.css';

/** How an organisation came to its state: who changed it, when and why. */
export function StateHistory({ id }: { id: string }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const history = useHistory(id);
  const wordFor = (state: string, before: string | null) => {
    if (before === null) return t(state === 'applied' ? 'history.applied' : 'history.added');
    return t(state === 'active' && before === 'suspended' ? 'history.reinstated' : `history.${state}`);
  };
  return (
    <Section title={t('history')} note={t('history.note')}>
      <Answer query={history} waiting={<WaitingRows rows={2} />}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('history.none')}</p>
          ) : (
            <ol className={classes.people}>
              {items.map(({ id: number, at, state, before, by, reason }) => (
                <li key={number} className={classes.invitation}>
                  <span className={classes.name}>
                    {wordFor(state, before)}
                    {reason && (
                      <span className={classes.line} dir="auto">
                        {reason}
                      </span>
                    )}
                  </span>
                  <span className={classes.quiet}>
                    <bdi>{by ?? t('history.system')}</bdi> · {format.day(at)}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Section>
  );
}
