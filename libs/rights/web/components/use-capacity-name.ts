import { useTranslation } from 'react-i18next';
import type { Held } from '../api/use-rights';

/** "Focal point of Sea Bridge", as words of the interface. */
export function useCapacityName(): (held: Held) => string {
  const { t } = useTranslation('rights');
  return ({ capacity, of }) => {
    const one = t(`capacity.${capacity}`);
    return of ? t('capacity.of', { capacity: one, name: of.name ?? t('unnamed') }) : one;
  };
}
