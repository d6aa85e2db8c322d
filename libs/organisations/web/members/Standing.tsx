import { Answer, WaitingRows } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import { SpeaksFor } from './SpeaksFor';
import classes from '../components/lists.module.css';

/** For whom the signed-in person acts, and which roles they hold. */
export function Standing() {
  const { t } = useTranslation('organisations');
  const membership = useMembership();
  return (
    <Answer query={membership} waiting={<WaitingRows rows={2} />}>
      {({ organisations, inactive, coalitionRoles }) => (
        <>
          <SpeaksFor />
          <ul className={classes.standing}>
            {organisations.map((each) => (
              <li key={each.id}>
                <Link to="/organisations/$id" params={{ id: each.id }}>
                  <bdi>{each.name}</bdi>
                </Link>
                <span className={classes.quiet}>{t(`representative.${each.role}`)}</span>
              </li>
            ))}
            {inactive.map(({ id, name, role, state, reason }) => (
              <li key={id}>
                <span>
                  <bdi>{name}</bdi>
                  {reason && (
                    <span className={classes.line} dir="auto">
                      {t('inactive.reason', { reason })}
                    </span>
                  )}
                </span>
                <span className={classes.quiet}>
                  {t(`representative.${role}`)} · {t(`state.${state}`)}
                </span>
              </li>
            ))}
            {coalitionRoles.map((role) => (
              <li key={role}>
                <span>{t(`role.${role}`)}</span>
                <span className={classes.quiet}>{t('role.coalition')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}
