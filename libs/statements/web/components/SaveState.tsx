import type { ProviderStatus } from '@plenary/ground/collab/client';
import { IconAlertTriangle, IconCloudCheck, IconCloudUp, IconDeviceFloppy } from '@tabler/icons-react';
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

/** "Saved" is the truth: said only when the server has committed every word. */
export function SaveState({ status }: { status: ProviderStatus }) {
  const { t } = useTranslation('statements');
  const shown = shownState(status);
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
