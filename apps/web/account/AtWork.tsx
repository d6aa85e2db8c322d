import { ActivityLink } from '@plenary/audit/web';
import { OperationLink } from '@plenary/operation/web';
import { Standing } from '@plenary/organisations/web';
import { RightsLink } from '@plenary/rights/web';
import { useTranslation } from 'react-i18next';
import classes from './AtWork.module.css';

/** For whom the signed-in person acts: what the rooms know of them. */
export { Standing };

/** Ways from the account to what people read of themselves and of the house. */
export function Ways() {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('account.ways')} className={classes.ways}>
      <RightsLink />
      <ActivityLink />
      <OperationLink />
    </nav>
  );
}
