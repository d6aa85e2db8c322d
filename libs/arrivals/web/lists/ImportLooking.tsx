import { useLate } from '@plenary/ground/web';
import { isUnderWay, WorkProgress, type Work } from '@plenary/ground/web/long-work';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';

/** A list that is on its way to the server, or is looked at there; nothing where that takes but a moment. */
export function ImportLooking({ work, isPending }: { work: Work | undefined; isPending: boolean }) {
  const { t } = useTranslation(managing);
  const isLate = useLate(isPending);
  if (!isLate) return null;
  if (!work || !isUnderWay(work)) return <p role="status">{t('import.reading')}</p>;
  return <WorkProgress work={work} doing={t(`import.doing.${work.step ?? 'reading'}`)} stays />;
}
