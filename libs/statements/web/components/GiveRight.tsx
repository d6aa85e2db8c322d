import { Button, NativeSelect } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { WhomPicker, type Whom } from '@plenary/groups/web';
import { coalitionRoles } from '@plenary/organisations/domain';
import {
  grantableRights,
  subjectKinds,
  type GrantableRight,
  type SubjectKind,
} from '@plenary/statements/domain';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeRights } from '../api/use-change-rights';
import classes from './GiveRight.module.css';

/** Gives a right to everyone, a role, a group, an organisation or a person. Nothing is chosen beforehand. */
export function GiveRight({ statementId }: { statementId: string }) {
  const { t } = useTranslation('statements');
  const [whom, setWhom] = useState<Whom | null>(null);
  const [right, setRight] = useState<GrantableRight | ''>('');
  const { give } = useChangeRights(statementId);
  const { sentence } = useErrorSentence(give.error);
  const kinds = useMemo(
    () =>
      Object.fromEntries(subjectKinds.map((kind) => [kind, t(`subject.kind.${kind}`)])) as Record<
        SubjectKind,
        string
      >,
    [t],
  );
  const others = useMemo(
    () => [
      { kind: 'everyone', id: '', name: t('subject.everyone') },
      ...coalitionRoles.map((id) => ({ kind: 'role', id, name: t(`subject.role.${id}`) })),
    ],
    [t],
  );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!whom || right === '') return;
    const { kind, id } = whom;
    give.mutate(
      { subjectKind: kind as SubjectKind, right, ...(id ? { subjectId: id } : {}) },
      {
        onSuccess: () => {
          say(t('rights.given'));
          setWhom(null);
          setRight('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <WhomPicker
        label={t('rights.to')}
        placeholder={t('rights.search')}
        others={others}
        kinds={kinds}
        chosen={whom}
        onChoose={setWhom}
      />
      <NativeSelect
        label={t('rights.may')}
        value={right}
        onChange={(event) => setRight(event.currentTarget.value as GrantableRight | '')}
        data={[
          { value: '', label: t('rights.may.choose') },
          ...grantableRights.map((value) => ({ value, label: t(`right.${value}`) })),
        ]}
      />
      <Button type="submit" loading={give.isPending} disabled={!whom || right === ''}>
        {t('rights.give.submit')}
      </Button>
      {give.error && (
        <p role="alert" className={classes.error}>
          {sentence}
        </p>
      )}
    </form>
  );
}
