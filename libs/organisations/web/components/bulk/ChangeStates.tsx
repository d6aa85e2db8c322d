import { say, useErrorSentence } from '@plenary/ground/web';
import { mayGo, needsReason, type OrganisationView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../ReasonField';
import { useBulkStates, useUndoStates } from '../../api/use-bulk';
import { managing } from '../../managing';
import { Affected } from './Affected';
import { BulkDialog } from './BulkDialog';
import classes from './bulk.module.css';
import { useSayDone } from './use-say-done';

/** Where coordinators lead several organisations at once. */
export const bulkStates = ['suspended', 'active', 'left'] as const;
export type BulkState = (typeof bulkStates)[number];

interface Props {
  state: BulkState;
  rows: readonly OrganisationView[];
  onClose: () => void;
  onDone: () => void;
}

/** Says whom it changes and whom not, asks why, and does it to all of them or to none. */
export function ChangeStates({ state, rows, onClose, onDone }: Props) {
  const { t } = useTranslation(managing);
  const [reason, setReason] = useState('');
  const change = useBulkStates();
  const undo = useUndoStates();
  const sayDone = useSayDone();
  const { sentence } = useErrorSentence(change.error);
  const going = rows.filter((row) => mayGo(row.state, state));
  const same = rows.filter((row) => row.state === state);
  const cannot = rows.filter((row) => row.state !== state && !mayGo(row.state, state));
  const asks = needsReason(state);

  const decide = () =>
    change.mutate(
      { ids: going.map(({ id }) => id), state, reason },
      {
        onSuccess: ({ changed }) => {
          onDone();
          if (changed.length === 0) return say(t('bulk.nothing'));
          sayDone(
            t(`bulk.${state}.done`, { count: changed.length }),
            async () => (await undo.mutateAsync(changed)).changed.length,
          );
        },
      },
    );
  return (
    <BulkDialog
      title={t(`bulk.${state}.title`, { count: going.length })}
      action={t(`bulk.${state}`)}
      danger={state !== 'active'}
      pending={change.isPending}
      onClose={onClose}
      onDo={decide}
    >
      <Affected rows={going} />
      <p className={classes.hint}>{t(`bulk.${state}.text`)}</p>
      {same.length > 0 && <p className={classes.hint}>{t('bulk.same', { count: same.length })}</p>}
      {cannot.length > 0 && <p className={classes.hint}>{t('bulk.cannot', { count: cannot.length })}</p>}
      <ReasonField
        label={t(asks ? 'decide.reason' : 'decide.note')}
        value={reason}
        onChange={setReason}
        problem={sentence}
      />
    </BulkDialog>
  );
}
