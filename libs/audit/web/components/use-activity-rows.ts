import { useFormat } from '@plenary/ground/web';
import type { Activity } from '../api/use-activity';
import { useActivityDetails } from './use-activity-details';
import { useRecordWords } from './use-record-words';

/** The activity as a table to be saved: what stands on the page, in its words, one cell for each thing. */
export function useActivityRows(): (lines: readonly Activity[]) => string[][] {
  const { t } = useRecordWords();
  const format = useFormat();
  const detailsOf = useActivityDetails();
  const nameOf = (named: Activity['subject'] | null): string =>
    named?.name ?? t([`unnamed.${named?.kind ?? 'person'}`, 'unnamed']);
  const heads = [t('when'), t('what'), t('who'), t('in-name-of'), t('details')];
  const rowOf = (line: Activity): string[] => [
    format.moment(line.at),
    t(`say.${line.name}`, {
      subject: nameOf(line.subject),
      person: nameOf(line.person),
      other: nameOf(line.other),
    }),
    line.actor ? nameOf(line.actor) : t('system'),
    line.organisation ? nameOf(line.organisation) : '',
    detailsOf(line),
  ];
  return (lines) => [heads, ...lines.map(rowOf)];
}
