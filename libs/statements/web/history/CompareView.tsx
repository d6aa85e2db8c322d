import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useMediaQuery } from '@mantine/hooks';
import { Answer } from '@plenary/ground/web';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparedText, SideBySide } from './ComparedText';
import { Gaps, gapsAfter } from './Gaps';
import classes from './HistoryPage.module.css';
import type { InHistory } from './HistoryPage';
import { MomentPicker, type PlacedMoment } from './MomentPicker';
import { useComparison } from './use-history';
import { writingHistory } from './words';

/** Any two moments: beside each other where there is room, else in one text. The address says which. */
export function CompareView({ statement, history, search, go }: InHistory) {
  const { t } = useTranslation(writingHistory);
  const isWide = useMediaQuery('(min-width: 48.01em)', true, { getInitialValueInEffect: false });
  const { versions, first, last } = history;
  const { as } = search;
  const chosen = [
    search.from ?? versions.find(({ moment }) => moment.seq < last.seq)?.moment.seq ?? first.seq,
    Math.min(search.to ?? last.seq, last.seq),
  ];
  // An address that names them the other way round means the same.
  const [from, to] = [Math.min(...chosen), Math.max(...chosen)];
  const comparison = useComparison(statement.id, { from, to });
  /** Steps of moments that were chosen here, before the answer tells them. */
  const [steps, setSteps] = useState<Readonly<Record<number, number>>>({});
  const told = [comparison.data?.from, comparison.data?.to];
  const placed = (seq: number): PlacedMoment => {
    const step = steps[seq] ?? told.find((each) => each?.seq === seq)?.step;
    return { seq, step: step ?? (seq === last.seq ? history.stretches : seq <= first.seq ? 1 : null) };
  };
  const [earlier, later] = [placed(from), placed(to)];
  const choose = useCallback(
    (one: number, { seq, step }: PlacedMoment) => {
      if (step !== null) setSteps((known) => ({ ...known, [seq]: step }));
      const moments = { from: Math.min(one, seq), to: Math.max(one, seq) };
      go({ view: 'compare', ...moments, ...(as ? { as } : {}) }, true);
    },
    [go, as],
  );
  const chooseEarlier = useCallback((moment: PlacedMoment) => choose(to, moment), [choose, to]);
  const chooseLater = useCallback((moment: PlacedMoment) => choose(from, moment), [choose, from]);
  const label = t('history.view.compare');
  return (
    <>
      <div className={classes.choices}>
        <MomentPicker
          {...{ statement, history }}
          label={t('history.from')}
          moment={earlier}
          within={{ least: 1, most: later.step ?? history.stretches }}
          onChoose={chooseEarlier}
        />
        <MomentPicker
          {...{ statement, history }}
          label={t('history.to')}
          moment={later}
          within={{ least: earlier.step ?? 1, most: history.stretches }}
          onChoose={chooseLater}
        />
      </div>
      {isWide && (
        <SegmentedControl
          className={classes.as ?? ''}
          aria-label={t('history.as')}
          value={as ?? 'beside'}
          onChange={(next) =>
            go({ view: 'compare', from, to, ...(next === 'inline' ? { as: next } : {}) }, true)
          }
          data={[
            { value: 'beside', label: t('history.side-by-side') },
            { value: 'inline', label: t('history.inline') },
          ]}
        />
      )}
      <Gaps gaps={gapsAfter(history, from)} />
      <Answer query={comparison}>
        {(compared) => (
          <div className={classes.sheet}>
            {isWide && as !== 'inline' ? (
              <SideBySide compared={compared} label={label} language={statement.language} />
            ) : (
              <ComparedText
                key={`${from} ${to}`}
                compared={compared}
                label={label}
                language={statement.language}
                changedOnly
              />
            )}
          </div>
        )}
      </Answer>
    </>
  );
}
