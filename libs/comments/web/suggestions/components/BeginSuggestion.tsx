import { Button } from '@mantine/core';
import { asApiError, say } from '@plenary/ground/web';
import { IconPencilPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Mode } from '../mode';

/** SUG-2: begins a suggestion, or goes on with the one that was left here. */
export function BeginSuggestion({ mode, onBegun }: { mode: Mode; onBegun?: () => void }) {
  const { t } = useTranslation('comments-suggest');
  const begin = async () => {
    try {
      await mode.write();
      onBegun?.();
    } catch (reason) {
      say(t(asApiError(reason).isUnreached ? 'begin.unreached' : 'begin.failed'), { tone: 'problem' });
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={mode.isOpening}
      leftSection={<IconPencilPlus size={16} aria-hidden />}
      onClick={() => void begin()}
    >
      {t('begin')}
    </Button>
  );
}
