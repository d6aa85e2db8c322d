import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Dialog, useErrorSentence } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateStatement } from '../api/use-create-statement';

/** Title and owner: all that a statement needs to begin. */
export function BeginStatement({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation('statements');
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState('');
  const create = useCreateStatement();
  const { data: groups } = useGroups();
  const navigate = useNavigate();
  const { sentence } = useErrorSentence(create.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      {
        title,
        language: i18n.language,
        ...(owner ? { ownerKind: 'group' as const, groupId: owner } : { ownerKind: 'coalition' as const }),
      },
      { onSuccess: (id) => void navigate({ to: '/statements/$id', params: { id } }) },
    );
  };

  return (
    <Dialog title={t('begin')} opened={opened} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextInput
          label={t('begin.title')}
          description={t('begin.title.hint')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={create.error ? sentence : undefined}
          maxLength={400}
          autoFocus
          dir="auto"
        />
        <NativeSelect
          mt="md"
          label={t('begin.owner')}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
          data={[
            { value: '', label: t('owner.coalition') },
            ...(groups ?? []).map((group) => ({ value: group.id, label: group.name })),
          ]}
        />
        <Button type="submit" mt="lg" loading={create.isPending}>
          {t('begin.submit')}
        </Button>
      </form>
    </Dialog>
  );
}
