import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import classes from './bulk.module.css';

const named = 5;

/** Those whom an act is going to change: the first few by name, the others as a number. */
export function Affected({ rows }: { rows: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation(managing);
  if (rows.length === 0) return null;
  const more = rows.length - named;
  return (
    <ul className={classes.affected}>
      {rows.slice(0, more === 1 ? named + 1 : named).map((row) => (
        <li key={row.id}>
          <bdi>{row.name}</bdi>
        </li>
      ))}
      {more > 1 && <li className={classes.more}>{t('bulk.more', { count: more })}</li>}
    </ul>
  );
}
