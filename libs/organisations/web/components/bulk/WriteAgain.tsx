import { Button } from '@mantine/core';
import { Dialog, useErrorSentence } from '@plenary/ground/web';
import type { PersonView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useWriteAgain } from '../../api/use-write-again';
import { managing } from '../../managing';
import { useSayWritten } from '../use-say-written';
import { Affected } from './Affected';
import classes from './bulk.module.css';

interface Props {
  rows: readonly PersonView[];
  onClose: () => void;
  onDone: () => void;
}

/** A letter to those of the chosen who have not come yet. Letters cannot be taken back, so it says first to whom. */
export function WriteAgain({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation(managing);
  const write = useWriteAgain();
  const sayWritten = useSayWritten();
  const { sentence } = useErrorSentence(write.error);
  const going = rows.filter((row) => row.awaited);
  const here = rows.length - going.length;
  const decide = () =>
    write.mutate(
      going.map(({ id }) => id),
      {
        onSuccess: ({ changed }) => {
          onDone();
          sayWritten(changed.length, going.length);
        },
      },
    );
  return (
    <Dialog
      title={t('write-again.title', { count: going.length })}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button loading={write.isPending} onClick={decide}>
            {t('write-again.do')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <Affected rows={going} />
        <p className={classes.hint}>{t('write-again.text')}</p>
        {here > 0 && <p className={classes.hint}>{t('write-again.here', { count: here })}</p>}
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
      </div>
    </Dialog>
  );
}
