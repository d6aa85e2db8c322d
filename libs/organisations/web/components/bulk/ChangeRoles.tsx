import { NativeSelect } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { useMe } from '@plenary/identity/web';
import { coalitionRoles, type CoalitionRole, type PersonView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBulkRoles } from '../../api/use-bulk';
import { managing } from '../../managing';
import { Affected } from './Affected';
import { BulkDialog } from './BulkDialog';
import classes from './bulk.module.css';
import { useSayDone } from './use-say-done';

interface Props {
  give: boolean;
  rows: readonly PersonView[];
  onClose: () => void;
  onDone: () => void;
}

/** Gives one role in the coalition to several people, or takes it: from all of them or from none. */
export function ChangeRoles({ give, rows, onClose, onDone }: Props) {
  const { t } = useTranslation(managing);
  const [role, setRole] = useState<CoalitionRole | ''>('');
  const change = useBulkRoles();
  const sayDone = useSayDone();
  const me = useMe();
  const { sentence } = useErrorSentence(change.error);
  const action = give ? 'roles.give' : 'roles.take';
  const has = (row: PersonView, one: CoalitionRole) => row.coalitionRoles.includes(one);
  const choices = coalitionRoles.filter((one) => rows.some((row) => has(row, one) !== give));
  const going = role === '' ? [] : rows.filter((row) => has(row, role) !== give);
  const same = role === '' ? 0 : rows.length - going.length;
  // Who is no coordinator any more cannot undo anything.
  const locksOut = !give && role === 'coordinator' && going.some(({ id }) => id === me.data?.person.id);

  const decide = () =>
    change.mutate(
      { role: role as CoalitionRole, personIds: going.map(({ id }) => id), give },
      {
        onSuccess: ({ changed }) => {
          onDone();
          if (changed.length === 0) return say(t('bulk.nothing'));
          const text = t(`${action}.done`, {
            count: changed.length,
            role: t(`role.${role as CoalitionRole}`),
          });
          if (locksOut) return say(text);
          const back = { role: role as CoalitionRole, personIds: changed, give: !give };
          sayDone(text, async () => (await change.mutateAsync(back)).changed.length);
        },
      },
    );
  return (
    <BulkDialog
      title={t(`${action}.title`, { count: rows.length })}
      action={t(`${action}.do`)}
      danger={!give}
      disabled={going.length === 0}
      pending={change.isPending}
      problem={sentence}
      onClose={onClose}
      onDo={decide}
    >
      {choices.length === 0 ? (
        <p>{t(`${action}.none`)}</p>
      ) : (
        <NativeSelect
          name="role"
          label={t('role')}
          description={role === '' ? t('role.note') : t(`role.${role}.text`)}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as CoalitionRole | '')}
          data={[
            { value: '', label: t('choose') },
            ...choices.map((one) => ({ value: one, label: t(`role.${one}`) })),
          ]}
        />
      )}
      <Affected rows={going} />
      {same > 0 && <p className={classes.hint}>{t(`${action}.same`, { count: same })}</p>}
      {locksOut && <p>{t('roles.take.self')}</p>}
    </BulkDialog>
  );
}
