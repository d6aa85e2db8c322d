import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import classes from './InactiveNotices.module.css';

/** Why somebody does not speak for an organisation of theirs at present. */
export function InactiveNotices() {
  const { t } = useTranslation('organisations');
  const inactive = useMembership().data?.inactive ?? [];
  if (inactive.length === 0) return null;
  return (
    <div className={classes.notices}>
      {inactive.map(({ id, name, state, reason }) => (
        <div key={id} className={classes.notice} role="status">
          <p>
            <strong>{t(state === 'suspended' ? 'inactive.suspended' : 'inactive.left', { name })}</strong>
          </p>
          {reason && <p dir="auto">{t('inactive.reason', { reason })}</p>}
          <p>{t('inactive.ask')}</p>
        </div>
      ))}
    </div>
  );
}
