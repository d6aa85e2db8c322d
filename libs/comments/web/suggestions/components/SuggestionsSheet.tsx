import { Dialog } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { useTranslation } from 'react-i18next';
import { SuggestionsPanel } from './SuggestionsPanel';

/** Where there is no side beside the text: a suggestion that somebody asked for, among the others. */
export function SuggestionsSheet({ onClose, ...at }: InStatement & { onClose: () => void }) {
  const { t } = useTranslation('comments-suggestions');
  return (
    <Dialog title={t('title')} opened onClose={onClose}>
      <SuggestionsPanel {...at} onGo={onClose} />
    </Dialog>
  );
}
