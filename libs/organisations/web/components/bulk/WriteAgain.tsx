import { useErrorSentence } from '@plenary/ground/web';
import type { PersonView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useWriteAgain } from '../../api/use-write-again';
import { managing } from '../../managing';
import { useSayWritten } from '../../members/use-say-written';
import { Affected } from './Affected';
import { BulkDialog } from './BulkDialog';
import classes from './bulk.module.css';

interface Props {
  rows: readonly PersonView[];
  onClose: () => void;
  onDone: () => void;
}

/** An e-mail to those of the chosen who have not come yet. E-mails cannot be recalled, so it says first to whom. */
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
    <BulkDialog
      title={t('write-again.title', { count: going.length })}
      action={t('write-again.do')}
      pending={write.isPending}
      problem={sentence}
      onClose={onClose}
      onDo={decide}
    >
      <Affected rows={going} />
      <p className={classes.hint}>{t('write-again.text')}</p>
      {here > 0 && <p className={classes.hint}>{t('write-again.here', { count: here })}</p>}
    </BulkDialog>
  );
}
