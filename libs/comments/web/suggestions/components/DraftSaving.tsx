import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudUp,
  IconDeviceFloppy,
  IconEye,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opened } from '../drafts/suggesting';
import classes from './DraftHead.module.css';
import { useKeeper } from './use-keeper';

const icons = {
  saved: IconCloudCheck,
  sending: IconCloudUp,
  'on-device': IconDeviceFloppy,
  'not-kept': IconAlertTriangle,
  refused: IconAlertTriangle,
  elsewhere: IconEye,
} as const;

/** SUG-3: "Saved" is the truth of what is suggested, too. */
export function DraftSaving({ opened }: { opened: Opened }) {
  const { t } = useTranslation('comments-suggestions');
  const saving = useKeeper(opened, (keeper) => keeper.saving) ?? 'elsewhere';
  useLeaveWarning(saving === 'not-kept');
  const Icon = icons[saving];
  return (
    <span className={classes.state} data-state={saving} title={t(`save.${saving}.hint`)}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span data-testid="save-state" role="status">
        {t(`save.${saving}`)}
      </span>
    </span>
  );
}

/** What is on the device is safe; what is in the page alone goes with it. */
function useLeaveWarning(warns: boolean): void {
  useEffect(() => {
    if (!warns) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [warns]);
}
