import { PersonMark } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';
import classes from './tasks.module.css';

/** Who has it: people by mark and name, an organisation by name. */
export function Responsible({ task: { people, organisation } }: { task: Task }) {
  const { t } = useTranslation('tasks');
  if (people.length === 0 && organisation === null)
    return <span className={classes.quiet}>{t('responsible.nobody')}</span>;
  return (
    <span className={classes.responsible}>
      {people.map(({ personId, name, colour }, place) => (
        <span key={personId ?? place} className={classes.person}>
          <PersonMark name={name} colour={colour} size={20} />
          <bdi>{name}</bdi>
        </span>
      ))}
      {organisation && <bdi className={classes.organisation}>{organisation.name}</bdi>}
    </span>
  );
}
