import { covers } from '@plenary/ground/kernel';
import { asApiError, currentImpersonation, say } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { useTranslation } from 'react-i18next';
import classes from './SuggestTool.module.css';
import { useMode } from './use-mode';

/** SUG-2: whether what one does goes into the text, or is a suggestion. Who may only comment reads or suggests. */
export function SuggestTool({ statement }: InStatement) {
  const { t } = useTranslation('comments-suggest');
  const mode = useMode(statement);
  if (currentImpersonation()) return null;
  const suggests = mode.opened !== null;
  const begin = () =>
    void mode.write().catch((reason: unknown) => {
      const { isUnreached } = asApiError(reason);
      say(t(isUnreached ? 'begin.unreached' : 'begin.failed'), { tone: 'problem' });
    });
  return (
    <div role="group" aria-label={t('mode')} className={classes.switch}>
      <button type="button" tabIndex={-1} aria-pressed={!suggests} onClick={() => void mode.end()}>
        {t(covers(statement.right, 'edit') ? 'mode.write' : 'mode.read')}
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={suggests}
        aria-busy={mode.isOpening || undefined}
        onClick={() => {
          if (!suggests && !mode.isOpening) begin();
        }}
      >
        {t('mode.suggest')}
      </button>
    </div>
  );
}
