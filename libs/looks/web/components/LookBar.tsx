import { currentLook } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useEndLook } from '../api/use-end-look';
import classes from './LookBar.module.css';

/** Above everything else as long as this tab shows what somebody else sees; nothing at all other times. */
export function LookBar() {
  const { t } = useTranslation('looks');
  const end = useEndLook();
  const look = currentLook();
  if (!look) return null;
  return (
    <div role="region" aria-label={t('look.label')} className={classes.bar}>
      <p className={classes.words}>
        {t('look.sees')} <strong>{<bdi>{look.name}</bdi>}</strong>. {t('look.reads')}
      </p>
      <button type="button" className={classes.end} disabled={end.isPending} onClick={() => end.mutate(look)}>
        {t('look.end')}
      </button>
    </div>
  );
}
