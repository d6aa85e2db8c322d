import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './HistoryPage.module.css';
import { writingHistory } from './words';

interface Props {
  label: string;
  /** Where one is, for who does not see it. */
  spoken: string;
  value: number;
  /** Number of the last step. */
  last: number;
  /** Steps that can be chosen; all where nothing is said. */
  within?: { readonly least: number; readonly most: number };
  /** In front of the names of the buttons, where there are several sliders. */
  of?: string;
  onChange: (step: number) => void;
}

/** Steps of a history by hand, key and button; a native slider, so that phones and screen readers know it. */
export function StepSlider({ label, spoken, value, last, within, of, onChange }: Props) {
  const { t } = useTranslation(writingHistory);
  const { least, most } = within ?? { least: 1, most: last };
  const choose = (step: number) => onChange(Math.min(most, Math.max(least, step)));
  const named = (act: string) => (of ? `${of}: ${act}` : act);
  return (
    <div className={classes.slide}>
      <button
        type="button"
        className={classes.step}
        aria-label={named(t('history.step.before'))}
        disabled={value <= least}
        onClick={() => choose(value - 1)}
      >
        <IconChevronLeft size={20} stroke={1.75} className={classes.flips} aria-hidden />
      </button>
      <input
        type="range"
        className={classes.range}
        min={1}
        max={Math.max(1, last)}
        step={1}
        value={value}
        aria-label={label}
        aria-valuetext={spoken}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      />
      <button
        type="button"
        className={classes.step}
        aria-label={named(t('history.step.next'))}
        disabled={value >= most}
        onClick={() => choose(value + 1)}
      >
        <IconChevronRight size={20} stroke={1.75} className={classes.flips} aria-hidden />
      </button>
    </div>
  );
}
