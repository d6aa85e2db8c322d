import { useOnline } from '@plenary/ground/web';
import { useLookAnew } from '@plenary/statements/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

/**
 * How much others changed in a statement since one last read, with the way to it. Without a network it is what was known
 * last, and leads nowhere: what changed is not on this device.
 */
export function Unread({ statementId, count }: { statementId: string; count: number | undefined }) {
  const { t } = useTranslation('shell');
  const online = useOnline();
  const lookAnew = useLookAnew();
  if (!count) return null;
  const words = t('statement.unread', { count });
  if (!online) return <span className={classes.unread}>{words}</span>;
  return (
    <Link
      to="/statements/$id/history"
      params={{ id: statementId }}
      {...({ search: { view: 'unread' } } as object)}
      className={classes.unread}
      onClick={() => lookAnew(statementId)}
    >
      {words}
    </Link>
  );
}
