import type { PersonView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from '../components/lists.module.css';

/** That somebody has not come yet, or that e-mails to them come back; nothing where all is well. */
export function Reach({ of: { awaited, comesBack } }: { of: Pick<PersonView, 'awaited' | 'comesBack'> }) {
  const { t } = useTranslation(managing);
  if (!awaited && !comesBack) return null;
  return (
    <span className={classes.line}>
      {[awaited && t('reach.awaited'), comesBack && t('reach.comes-back')].filter(Boolean).join(' · ')}
    </span>
  );
}
