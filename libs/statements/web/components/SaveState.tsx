import type { DocumentProvider, ProviderStatus } from '@plenary/ground/collab/client';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SaveState.module.css';

type Shown = 'saved' | 'sending' | 'on-device' | 'late' | 'not-kept';

const icons = {
  saved: IconCloudCheck,
  sending: IconCloudUp,
  'on-device': IconDeviceFloppy,
  late: IconAlertTriangle,
  'not-kept': IconAlertTriangle,
} as const;

/** Which of the truths about saving is said. */
export function shownState({ saving, late, connection }: ProviderStatus): Shown {
  if (saving === 'saved' || saving === 'not-kept') return saving;
  if (saving === 'sending' && late) return 'late';
  return saving === 'sending' && connection !== 'online' ? 'on-device' : saving;
}

/** Milliseconds without anything unsent after which "Saved" is said: not in the middle of a word. */
const calm = 300;

/** "Saved" is the truth: said only when the server has committed every word. Whoever closes the page before is asked. */
export function SaveState({ provider }: { provider: DocumentProvider }) {
  const { t } = useTranslation('statements');
  const shown = useShownState(provider);
  useLeaveWarning(provider);
  const Icon = icons[shown];
  return (
    <span className={classes.state} data-state={shown} title={t(`save.${shown}.hint`)}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span role="status" data-testid="save-state">
        {t(`save.${shown}`)}
      </span>
    </span>
  );
}

/**
 * Whatever is drawn while somebody writes costs a walk over the whole text, since React looks up where the caret
 * stands: while keys follow one another, the state stays as it is.
 */
function useShownState(provider: DocumentProvider): Shown {
  const [shown, setShown] = useState(() => shownState(provider.status));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = shownState(provider.status);
      // Told of other things meanwhile, for instance of a colleague's caret, it goes on waiting.
      if (now === 'saved') timer ??= setTimeout(() => setShown(now), calm);
      else {
        clearTimeout(timer);
        timer = undefined;
        setShown(now);
      }
    };
    look();
    const leave = provider.subscribe(look);
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [provider]);
  return shown;
}

/** Closing the page with words that the server does not have asks first. */
function useLeaveWarning(provider: DocumentProvider): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const look = () =>
      provider.status.pending > 0
        ? window.addEventListener('beforeunload', warn)
        : window.removeEventListener('beforeunload', warn);
    look();
    const leave = provider.subscribe(look);
    return () => {
      leave();
      window.removeEventListener('beforeunload', warn);
    };
  }, [provider]);
}
