import type { DocumentProvider, ProviderStatus } from '@plenary/ground/collab/client';
import { useFormat } from '@plenary/ground/web';
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudUp,
  IconDeviceFloppy,
  IconFileText,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProviderValue } from '../editor/use-provider';
import classes from './SaveState.module.css';

type Shown = ProviderStatus['saving'] | 'late';

const icons = {
  opening: IconFileText,
  copy: IconFileText,
  saved: IconCloudCheck,
  sending: IconCloudUp,
  'on-device': IconDeviceFloppy,
  late: IconAlertTriangle,
  'not-kept': IconAlertTriangle,
  held: IconDeviceFloppy,
} as const;

/** Which of the truths about saving is said. */
export const shownState = ({ saving, late }: ProviderStatus): Shown =>
  saving === 'sending' && late ? 'late' : saving;

/** Milliseconds without anything unsent after which "Saved" is said: not in the middle of a word. */
const calm = 300;
/** A line that breaks for so many milliseconds is nobody's business. */
const brief = 1_500;
/** A text that is there is shown as the copy it is when the server is silent for longer. Milliseconds. */
const patience = 3_000;

/**
 * "Saved" is the truth: said only when the server has committed every word that this device held. Whoever closes the
 * page before is asked. Without a network the head says so, and of when the text is.
 */
export function SaveState({ provider }: { provider: DocumentProvider }) {
  const { t } = useTranslation('statements');
  const format = useFormat();
  const shown = useShownState(provider);
  const copyOf = useProviderValue(provider, ({ status }) => status.copyOf);
  const isOver = useProviderValue(provider, ({ status }) => status.closed !== null && status.pending === 0);
  useLeaveWarning(provider);
  if (isOver) return null;
  const Icon = icons[shown];
  const isOffline = shown === 'copy' || shown === 'on-device';
  const words =
    shown !== 'copy'
      ? t(`save.${shown}`)
      : copyOf === null
        ? t('save.copy.undated')
        : t('save.copy', { time: format.time(copyOf) });
  return (
    <span className={classes.state} data-state={shown} title={t(`save.${shown}.hint`)}>
      {isOffline ? (
        <IconPlugConnectedX size={18} stroke={1.75} aria-hidden />
      ) : (
        <Icon size={18} stroke={1.75} aria-hidden />
      )}
      <span role="status" className={classes.words} data-testid="save-state">
        {isOffline && <span className={classes.offline}>{t('save.offline')}</span>}
        {words}
      </span>
    </span>
  );
}

/** Milliseconds until something else is said. */
function waitFor(now: Shown, said: Shown, { loaded }: ProviderStatus): number {
  if (now === 'saved') return calm;
  if (said === 'opening') return now === 'opening' ? (loaded ? patience : Infinity) : 0;
  return now === 'opening' || now === 'copy' ? brief : 0;
}

/**
 * Whatever is drawn while somebody writes costs a walk over the whole text, since React looks up where the caret
 * stands: while keys follow one another, the state stays as it is.
 */
function useShownState(provider: DocumentProvider): Shown {
  const [shown, setShown] = useState(() => shownState(provider.status));
  useEffect(() => {
    let said = shownState(provider.status);
    let due: Shown | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (now: Shown) => {
      clearTimeout(timer);
      due = null;
      // The server is silent: what is seen is a copy.
      said = now === 'opening' ? 'copy' : now;
      setShown(said);
    };
    const look = () => {
      const now = shownState(provider.status);
      // Told of other things meanwhile, for instance of a colleague's caret, it goes on waiting.
      if (now === due) return;
      clearTimeout(timer);
      due = null;
      const wait = waitFor(now, said, provider.status);
      if (wait === 0) say(now);
      else if (wait < Infinity) {
        due = now;
        timer = setTimeout(() => say(now), wait);
      }
    };
    setShown(said);
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
