import { Button } from '@mantine/core';
import { Dialog, say, useErrorSentence, useFormat } from '@plenary/ground/web';
import type { MomentRefView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';
import { useRestore } from './use-history';
import { writingHistory } from './words';

/** What is to be restored: a paragraph, or all of the text; null while nothing is. */
export type ToRestore = { readonly paragraphId: string | null } | null;

interface Props {
  statementId: string;
  moment: MomentRefView;
  what: ToRestore;
  onClose: () => void;
  /** The text is another now. */
  onRestored: () => void;
}

/** Asks before it makes the text, or one paragraph, read again as it did; it can be taken back. */
export function Restore({ statementId, moment, what, onClose, onRestored }: Props) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const restoring = useRestore(statementId);
  const { sentence } = useErrorSentence(restoring.error);
  const paragraph = what?.paragraphId ? { paragraphId: what.paragraphId } : {};
  const undo = (to: number) =>
    restoring.mutate({ to, ...paragraph }, { onSuccess: () => void say(t('history.restore.undone')) });
  const restore = () =>
    restoring.mutate(
      { to: moment.seq, ...paragraph },
      {
        onSuccess: ({ before, seq }) => {
          onClose();
          if (seq === before) return void say(t('history.restore.same'));
          say(t('history.restored'), {
            action: { label: t('history.restore.undo'), run: () => undo(before) },
          });
          onRestored();
        },
      },
    );
  return (
    <Dialog
      title={t(what?.paragraphId ? 'history.restore.paragraph' : 'history.restore')}
      opened={what !== null}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('history.restore.cancel')}
          </Button>
          <Button onClick={restore} loading={restoring.isPending}>
            {t('history.restore.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {t(what?.paragraphId ? 'history.restore.paragraph.text' : 'history.restore.text', {
          moment: format.moment(moment.at),
        })}
      </p>
      <p>{t('history.restore.kept')}</p>
      {restoring.error && <p role="alert">{sentence}</p>}
    </Dialog>
  );
}
