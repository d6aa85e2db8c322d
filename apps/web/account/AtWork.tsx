import { Standing } from '@plenary/organisations/web';
import { useTranslation } from 'react-i18next';
import { ways } from '../rooms';
import classes from './AtWork.module.css';

/** For whom the signed-in person acts: what the rooms know of them. */
export { Standing };

/** Ways from the account to what people read of themselves and of the house. */
export function Ways() {
  const { t } = useTranslation('shell');
  return (
    <nav aria-label={t('account.ways')} className={classes.ways}>
      {ways.map((Way, place) => (
        <Way key={place} />
      ))}
    </nav>
  );
}
