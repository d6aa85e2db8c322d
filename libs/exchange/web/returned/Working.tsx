import { isUnderWay, WorkProgress, type Work } from '@plenary/ground/web/long-work';
import { useTranslation } from 'react-i18next';

/** How far the server is with a file. */
export function Working({ work, isPending }: { work: Work | undefined; isPending: boolean }) {
  const { t } = useTranslation('exchange-return');
  if (!isPending) return null;
  if (!work || !isUnderWay(work)) return <p role="status">{t('doing.comparing')}</p>;
  return <WorkProgress work={work} doing={t(`doing.${work.step ?? 'comparing'}`)} stays />;
} // prettier-ignore
