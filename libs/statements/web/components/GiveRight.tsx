import { Button, NativeSelect } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { useOrganisations, usePeople } from '@plenary/organisations/web';
import { coalitionRoles } from '@plenary/organisations/domain';
import {
  grantableRights,
  subjectKinds,
  type GrantableRight,
  type SubjectKind,
} from '@plenary/statements/domain';
import { SearchField } from '@plenary/ground/web';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeRights } from '../api/use-change-rights';
import classes from './GiveRight.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Gives a right to everyone, a role, a group, an organisation or a person. */
export function GiveRight({ statementId }: { statementId: string }) {
  const { t } = useTranslation('statements');
  const [kind, setKind] = useState<SubjectKind>('organisation');
  const [query, setQuery] = useState('');
  const [subject, setSubject] = useState('');
  const [right, setRight] = useState<GrantableRight>('edit');
  const choices = useChoices(kind, query);
  const { give } = useChangeRights(statementId);
  const { sentence } = useErrorSentence(give.error);
  const chosen = choices.find((choice) => choice.value === subject) ?? choices[0];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (kind !== 'everyone' && !chosen) return;
    const grant = { subjectKind: kind, right, ...(kind === 'everyone' ? {} : { subjectId: chosen!.value }) };
    give.mutate(grant, { onSuccess: () => say(t('rights.given')) });
  };
  const pickKind = (next: SubjectKind) => {
    setKind(next);
    setSubject('');
    setQuery('');
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <NativeSelect
        label={t('rights.to')}
        value={kind}
        onChange={(event) => pickKind(event.currentTarget.value as SubjectKind)}
        data={subjectKinds.map((value) => ({ value, label: t(`subject.kind.${value}`) }))}
      />
      {(kind === 'organisation' || kind === 'person') && (
        <SearchField label={t('rights.search')} value={query} onSearch={setQuery} />
      )}
      {kind !== 'everyone' && (
        <NativeSelect
          label={t(`subject.kind.${kind}`)}
          value={chosen?.value ?? ''}
          onChange={(event) => setSubject(event.currentTarget.value)}
          data={choices}
        />
      )}
      <NativeSelect
        label={t('column.right')}
        value={right}
        onChange={(event) => setRight(event.currentTarget.value as GrantableRight)}
        data={grantableRights.map((value) => ({ value, label: t(`right.${value}`) }))}
      />
      <Button type="submit" loading={give.isPending} disabled={kind !== 'everyone' && !chosen}>
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

function useChoices(kind: SubjectKind, query: string): readonly Choice[] {
  const { t } = useTranslation('statements');
  const filter = query ? { query } : {};
  const groups = useGroups();
  const organisations = useOrganisations(kind === 'organisation' ? filter : {});
  const people = usePeople(kind === 'person' ? filter : {});
  switch (kind) {
    case 'role':
      return coalitionRoles.map((role) => ({ value: role, label: t(`subject.role.${role}`) }));
    case 'group':
      return (groups.data ?? []).map((group) => ({ value: group.id, label: group.name }));
    case 'organisation':
      return (organisations.data ?? []).map((each) => ({ value: each.id, label: each.name }));
    case 'person':
      return (people.data ?? []).map((each) => ({ value: each.id, label: each.name }));
    case 'everyone':
      return [];
  }
}
