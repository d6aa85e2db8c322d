import { Button, Textarea, TextInput } from '@mantine/core';
import { Dialog, say, useErrorSentence, useFormat } from '@plenary/ground/web';
import { historyLimits, type MomentRefView } from '@plenary/statements/domain';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameVersion } from './use-history';
import { writingHistory } from './words';

interface Props {
  statementId: string;
  moment: MomentRefView;
  opened: boolean;
  onClose: () => void;
}

/** Gives a moment a name under which everybody finds it again. */
export function NameVersion({ statementId, moment, opened, onClose }: Props) {
  const { t } = useTranslation(writingHistory);
  const format = useFormat();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const naming = useNameVersion(statementId);
  const { sentence } = useErrorSentence(naming.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    naming.mutate(
      { name, note, seq: moment.seq },
      {
        onSuccess: (version) => {
          say(t('history.named', { name: version.name }));
          setName('');
          setNote('');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t('history.name')} opened={opened} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{t('history.name.moment', { moment: format.moment(moment.at) })}</p>
        <TextInput
          label={t('history.name.label')}
          description={t('history.name.hint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={naming.error ? sentence : undefined}
          maxLength={2 * historyLimits.versionName}
          autoFocus
          dir="auto"
        />
        <Textarea
          mt="md"
          label={t('history.name.note')}
          description={t('history.name.note.hint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={historyLimits.versionNote}
          minRows={3}
          dir="auto"
        />
        <Button type="submit" mt="lg" loading={naming.isPending}>
          {t('history.name')}
        </Button>
      </form>
    </Dialog>
  );
}
