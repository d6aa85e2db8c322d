import { currentImpersonation } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useEndImpersonation } from '../api/use-end-impersonation';
import classes from './ImpersonationBar.module.css';

/** Above everything else as long as this tab shows what somebody else sees; nothing at all other times. */
export function ImpersonationBar() {
  const { t } = useTranslation('impersonation');
  const end = useEndImpersonation();
  const impersonation = currentImpersonation();
  if (!impersonation) return null;
  return (
    <div role="region" aria-label={t('impersonation.label')} className={classes.bar}>
      <p className={classes.words}>
        {t('impersonation.sees')} <strong>{<bdi>{impersonation.name}</bdi>}</strong>.{' '}
        {t('impersonation.reads')}
      </p>
      <button
        type="button"
        className={classes.end}
        disabled={end.isPending}
        onClick={() => end.mutate(impersonation)}
      >
        {t('impersonation.end')}
      </button>
    </div>
  );
}
