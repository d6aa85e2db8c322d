import { Button, Textarea } from '@mantine/core';
import { commentLimits, outcomes, type Outcome, type OutcomeView } from '@plenary/comments/domain';
import { ErrorNotice, useFormat } from '@plenary/ground/web';
import { IconCheck, IconCircleDot, IconCircleHalf2, IconCircleX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useResolveThread } from '../api/use-thread-acts';
import classes from './Outcomes.module.css';

const signs = {
  taken: IconCheck,
  taken_in_part: IconCircleHalf2,
  not_taken: IconCircleX,
  noted: IconCircleDot,
} as const;

/** A sign and a word, so that neither colour nor shape alone says it. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('comments-threads');
  const Sign = signs[outcome];
  return (
    <span className={classes.mark} data-outcome={outcome}>
      <Sign size={14} stroke={2} aria-hidden />
      {t(`outcome.${outcome}`)}
    </span>
  );
}

/** What came of a thread, by whom and when. */
export function OutcomeLine({ outcome }: { outcome: OutcomeView }) {
  const { t } = useTranslation('comments-threads');
  const format = useFormat();
  return (
    <div className={classes.line}>
      <OutcomeMark outcome={outcome.outcome} />
      {outcome.note && (
        <p className={classes.note} dir="auto">
          {outcome.note}
        </p>
      )}
      <p className={classes.quiet} title={format.moment(outcome.at)}>
        {t('outcome.by', { name: outcome.by.name, when: format.ago(outcome.at) })}
      </p>
    </div>
  );
}

/** Resolves a thread: what came of it, and why. */
export function ResolveForm({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const { t } = useTranslation('comments-threads');
  const [outcome, setOutcome] = useState<Outcome>('taken');
  const [note, setNote] = useState('');
  const resolve = useResolveThread(threadId);
  const name = useId();
  return (
    <form
      className={classes.form}
      aria-label={t('resolve')}
      onSubmit={(event) => {
        event.preventDefault();
        resolve.mutate({ outcome, note }, { onSuccess: onClose });
      }}
    >
      <fieldset className={classes.choices}>
        <legend className={classes.legend}>{t('resolve.question')}</legend>
        {outcomes.map((each, place) => (
          <label key={each} className={classes.choice}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={outcome === each}
              // The form comes where somebody asked for it.
              autoFocus={place === 0}
              onChange={() => setOutcome(each)}
            />
            <OutcomeMark outcome={each} />
          </label>
        ))}
      </fieldset>
      <Textarea
        label={t('resolve.note')}
        size="xs"
        value={note}
        rows={2}
        maxLength={commentLimits.noteLength}
        dir="auto"
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {resolve.error && <ErrorNotice error={resolve.error} />}
      <div className={classes.buttons}>
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" size="compact-sm" loading={resolve.isPending}>
          {t('resolve')}
        </Button>
      </div>
    </form>
  );
}
