import { Button, NativeSelect } from '@mantine/core';
import { Picker, say, useErrorSentence, type PickerOption } from '@plenary/ground/web';
import { groupRoles, type GroupRole } from '@plenary/groups/domain';
import { usePeople } from '@plenary/organisations/web';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroupMember, type GroupDetail } from '../api/use-managing-groups';
import classes from './groups.module.css';

const shown = 12;

/** Coordinators and leads bring somebody in, as member or as lead. */
export function AddToGroup({ group }: { group: GroupDetail }) {
  const { t } = useTranslation('groups');
  const [query, setQuery] = useState('');
  const [person, setPerson] = useState<PickerOption | null>(null);
  const [role, setRole] = useState<GroupRole>('member');
  const { data: found } = usePeople(query ? { query } : {});
  const add = useGroupMember(group.id);
  const { sentence } = useErrorSentence(add.error);
  const options = useMemo(() => {
    const there = new Set(group.members.map(({ personId }) => personId));
    return (found ?? [])
      .filter(({ id }) => !there.has(id))
      .slice(0, shown)
      .map((each) => ({ value: each.id, label: each.name, note: each.organisations[0]?.name }));
  }, [found, group.members]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!person) return;
    add.mutate(
      { personId: person.value, role },
      {
        onSuccess: () => {
          say(t('accepted.done', { name: person.label }));
          setPerson(null);
          setQuery('');
        },
      },
    );
  }
  return (
    <form onSubmit={submit} className={classes.add}>
      <Picker
        label={t('add.who')}
        placeholder={t('add.search')}
        options={options}
        chosen={person}
        error={sentence || undefined}
        onSearch={setQuery}
        onChoose={(option) => {
          add.reset();
          setPerson(option);
        }}
      />
      <NativeSelect
        label={t('add.as')}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as GroupRole)}
        data={[...groupRoles].reverse().map((value) => ({ value, label: t(`as.${value}`) }))}
      />
      <Button type="submit" variant="default" disabled={!person} loading={add.isPending}>
        {t('add.do')}
      </Button>
    </form>
  );
}
