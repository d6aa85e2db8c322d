import { say } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { managing } from '../managing';

/** Says how many e-mails were written, out of how many that were asked for. */
export function useSayWritten() {
  const { t } = useTranslation(managing);
  const waits = useDoor().data?.emails === 'waiting';
  return (written: number, asked: number) => {
    const said = [
      written > 0 && t(waits ? 'write-again.waits' : 'write-again.done', { count: written }),
      asked > written && t('write-again.lately', { count: asked - written }),
    ];
    say(said.filter(Boolean).join(' '));
  };
}
