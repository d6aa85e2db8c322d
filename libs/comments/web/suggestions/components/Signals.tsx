import type { Signal } from '@plenary/comments/domain';
import { currentImpersonation, useErrorSentence } from '@plenary/ground/web';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { suggestionsApi } from '../api/suggestions-api';
import { useSuggestionActs, type Suggestion } from '../api/use-suggestions';
import classes from './SuggestionsPanel.module.css';

const signs = { support: IconCircleCheck, concern: IconAlertTriangle } as const;

/** SUG-4: what organisations think of it; of one's own, by a button that can be taken back. */
export function Signals({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('comments-suggestions');
  const acts = useSuggestionActs();
  const { sentence } = useErrorSentence(acts.error);
  const { id, signals, mySignal, wording, may } = suggestion;
  const say = (signal: Signal) =>
    acts.mutate(() => suggestionsApi.signal(id, mySignal === signal ? null : signal));
  return (
    <div className={classes.signals}>
      {(['support', 'concern'] as const).map((signal) => {
        const given = signals.filter((each) => each.signal === signal);
        const Sign = signs[signal];
        if (given.length === 0 && !may.signal) return null;
        return (
          <div key={signal} className={classes.signal}>
            {may.signal && !currentImpersonation() ? (
              <button
                type="button"
                className={classes.say}
                aria-pressed={mySignal === signal}
                onClick={() => say(signal)}
              >
                <Sign size={16} aria-hidden /> {t(`signal.${signal}`)}
              </button>
            ) : (
              <span className={classes.say}>
                <Sign size={16} aria-hidden /> {t(`signal.${signal}`)}
              </span>
            )}
            {given.map(({ organisation, wording: of }) => (
              <bdi key={organisation.id} className={classes.organisation} title={organisation.name}>
                {organisation.acronym ?? organisation.name}
                {of < wording && <span className={classes.quiet}> {t('signal.earlier')}</span>}
              </bdi>
            ))}
          </div>
        );
      })}
      {sentence && <p role="alert">{sentence}</p>}
    </div>
  );
}
