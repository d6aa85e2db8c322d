import { Button, TextInput } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { identityLimits } from '@plenary/identity/domain';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateMe } from '../api/use-update-me';
import classes from './Account.module.css';

/** The name that others see. A pseudonym is as good as any. */
export function NameForm({ name }: { name: string }) {
  const { t } = useTranslation('identity');
  const update = useUpdateMe();
  const [displayName, setDisplayName] = useState(name);
  const { sentence } = useErrorSentence(update.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    update.mutate({ displayName: displayName.trim() }, { onSuccess: () => say(t('common:saved')) });
  }

  return (
    <form onSubmit={submit} className={classes.inline}>
      <TextInput
        label={t('name')}
        description={t('name.note')}
        value={displayName}
        onChange={(event) => setDisplayName(event.currentTarget.value)}
        error={sentence || undefined}
        maxLength={identityLimits.displayNameLength}
        autoComplete="nickname"
        required
        withAsterisk={false}
      />
      <Button
        type="submit"
        variant="default"
        disabled={displayName.trim() === name}
        loading={update.isPending}
      >
        {t('common:save')}
      </Button>
    </form>
  );
}
