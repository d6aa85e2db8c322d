import { Button } from '@mantine/core';
import { Dialog, useFormat } from '@plenary/ground/web';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './HistoryPage.module.css';
import type { InHistory } from './HistoryPage';
import { StepSlider } from './StepSlider';
import { StretchList } from './StretchList';
import { useStretchWords } from './stretch-words';
import { useStretches } from './use-history';
import { useRested } from './use-rested';
import { writingHistory } from './words';

/** A moment, with the step in which it lies as far as it is known. */
export interface PlacedMoment {
  readonly seq: number;
  readonly step: number | null;
}

interface Props extends Pick<InHistory, 'statement' | 'history'> {
  label: string;
  moment: PlacedMoment;
  /** Steps beyond which the other moment stands. */
  within: { readonly least: number; readonly most: number };
  onChoose: (moment: PlacedMoment) => void;
}

/** One of two moments: by its step on a slider, or from the list of versions and steps. */
export function MomentPicker({ statement, history, label, moment, within, onChoose }: Props) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const { titleOf } = useStretchWords();
  const [listed, setListed] = useState(false);
  /** Where the slider is while the moment is not chosen yet. */
  const [wanted, setWanted] = useState<number | null>(null);
  const count = history.stretches;
  const step = wanted ?? moment.step ?? count;
  const stretches = useStretches(statement.id, step, count);
  const stretch = stretches.data?.find(({ number }) => number === step);
  const rested = useRested(wanted === null ? undefined : stretch);
  useEffect(() => {
    if (wanted === null || rested?.number !== wanted) return;
    setWanted(null);
    onChoose({ seq: rested.lastSeq, step: wanted });
  }, [rested, wanted, onChoose]);
  const version = wanted === null ? history.versions.find((each) => each.moment.seq === moment.seq) : null;
  const isNow = wanted === null && moment.seq === history.last.seq;
  const isFirst = wanted === null && moment.seq === history.first.seq;
  const called =
    version?.name ??
    (isNow ? t('history.now') : isFirst ? t('history.beginning') : stretch ? titleOf(stretch) : '');
  const at = version?.moment.at ?? (isNow ? history.last.at : isFirst ? history.first.at : stretch?.endedAt);
  const choose = (chosen: PlacedMoment) => {
    setListed(false);
    setWanted(null);
    onChoose(chosen);
  };
  const spoken = t('history.step.of', { step, count, what: called });
  return (
    <fieldset className={classes.picker}>
      <legend className={classes.pickerName}>{label}</legend>
      <StepSlider
        {...{ label, spoken, within }}
        of={label}
        value={step}
        last={count}
        onChange={(next) => setWanted(next)}
      />
      <div className={classes.told}>
        <bdi className={classes.who}>{called}</bdi>
        {at && <span className={classes.quiet}>{format.moment(at)}</span>}
      </div>
      <div className={classes.told}>
        <span className={classes.quiet}>{t('history.step', { step, count })}</span>
        <Button
          variant="default"
          size="compact-md"
          aria-label={`${label}: ${t('history.choose')}`}
          onClick={() => setListed(true)}
        >
          {t('history.choose')}
        </Button>
      </div>
      <Dialog title={label} opened={listed} onClose={() => setListed(false)}>
        <div className={classes.ends}>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => choose({ seq: history.first.seq, step: 1 })}
          >
            {t('history.beginning')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => choose({ seq: history.last.seq, step: count })}
          >
            {t('history.now')}
          </Button>
        </div>
        <StretchList
          {...{ statement, history }}
          current={{ step: version ? null : step, version: version?.id ?? null }}
          onChoose={(chosen) => choose({ seq: chosen.seq, step: 'step' in chosen ? chosen.step : null })}
        />
      </Dialog>
    </fieldset>
  );
}
