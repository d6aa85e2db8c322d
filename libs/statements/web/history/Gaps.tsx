import { useFormat } from '@plenary/ground/web';
import type { ErasureView, HistoryView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { useAuthorName } from './author-names';
import classes from './HistoryPage.module.css';
import { writingHistory } from './words';

/** Erasures of words that stood in the text at this moment, or went since. */
export const gapsAfter = ({ erasures }: Pick<HistoryView, 'erasures'>, seq: number): readonly ErasureView[] =>
  erasures.filter((each) => each.seq > seq);

/** STM-29: what is missing from a moment since somebody erased it: when, by whom and why, without the words. */
export function Gaps({ gaps }: { gaps: readonly ErasureView[] }) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const nameOf = useAuthorName();
  return gaps.map(({ id, at, by, reason, characters }) => (
    <p key={id} className={classes.gap}>
      {t('history.erasure', {
        moment: format.moment(at),
        author: nameOf(by),
        characters: format.number(characters),
      })}{' '}
      <bdi>{reason}</bdi>
    </p>
  ));
}

/** By paragraph, what is said of it. */
export function useGapNotes(gaps: readonly ErasureView[]): ReadonlyMap<string, string> {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  return new Map(
    gaps.flatMap(({ at, paragraphs }) =>
      paragraphs.map((id): [string, string] => [
        id,
        t('history.erasure.here', { moment: format.moment(at) }),
      ]),
    ),
  );
}
