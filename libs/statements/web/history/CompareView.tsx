import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Answer, useFormat } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { ComparedText, SideBySide } from './ComparedText';
import classes from './HistoryPage.module.css';
import type { InHistory } from './HistoryPage';
import { useComparison } from './use-history';
import { writingHistory } from './words';

/** Any two moments: beside each other where there is room, else in one text. */
export function CompareView({ statement, history, search, go }: InHistory) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const isWide = useMediaQuery('(min-width: 48.01em)', true, { getInitialValueInEffect: false });
  const { versions, first, last } = history;
  const from = search.from ?? versions.find(({ moment }) => moment.seq < last.seq)?.moment.seq ?? first.seq;
  const to = Math.min(search.to ?? last.seq, last.seq);
  const comparison = useComparison(statement.id, { from, to });
  const momentsOf = (chosen: number, at: string | undefined) => {
    const named = [
      { seq: last.seq, label: t('history.now') },
      ...versions.map(({ name, moment }) => ({ seq: moment.seq, label: name })),
      { seq: first.seq, label: t('history.beginning') },
    ];
    const isNamed = named.some(({ seq }) => seq === chosen);
    const own = { seq: chosen, label: at ? format.moment(at) : t('history.moment') };
    const all = isNamed ? named : [...named, own];
    const known = new Set<number>();
    return all.flatMap(({ seq, label }) => {
      if (known.has(seq)) return [];
      known.add(seq);
      return [{ value: String(seq), label }];
    });
  };
  const choose = (moments: { from: number; to: number }) => go({ view: 'compare', ...moments }, true);
  const label = t('history.view.compare');
  return (
    <>
      <div className={classes.choices}>
        <NativeSelect
          className={classes.choice ?? ''}
          label={t('history.from')}
          value={String(from)}
          onChange={(event) => choose({ from: Number(event.currentTarget.value), to })}
          data={momentsOf(from, comparison.data?.from?.at)}
        />
        <NativeSelect
          className={classes.choice ?? ''}
          label={t('history.to')}
          value={String(to)}
          onChange={(event) => choose({ from, to: Number(event.currentTarget.value) })}
          data={momentsOf(to, comparison.data?.to.at)}
        />
      </div>
      <Answer query={comparison}>
        {(compared) => (
          <div className={classes.sheet}>
            {isWide ? (
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
