import { Button, PasswordInput, TextInput } from '@mantine/core';
import { answerOf, say } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/identity-api';
import { words } from '../words';
import classes from './Account.module.css';
import { useFieldError } from './use-field-error';

/** Another address: e-mails go to both, and both have to say yes. */
export function EmailForm({ email }: { email: string }) {
  const { t } = useTranslation(words);
  const [wanted, setWanted] = useState('');
  const change = useMutation({
    mutationFn: (body: { email: string; password: string }) => answerOf(api.PUT('/api/me/email', { body })),
  });
  const wrong = useFieldError(change.error, { 'password.wrong': 'password' }, 'email');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const password = String(new FormData(form).get('email-password'));
    change.mutate(
      { email: wanted.trim(), password },
      {
        onSuccess: () => {
          form.reset();
          setWanted('');
          say(t('address.sent'));
        },
      },
    );
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        type="email"
        label={t('address.new')}
        placeholder={email}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        autoComplete="off"
        error={wrong('email')}
        required
        withAsterisk={false}
        dir="ltr"
      />
      <PasswordInput
        name="email-password"
        label={t('password.current')}
        autoComplete="current-password"
        error={wrong('password')}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <Button
        type="submit"
        variant="default"
        disabled={wanted.trim() === ''}
        loading={change.isPending}
        style={{ justifySelf: 'start' }}
      >
        {t('address.change')}
      </Button>
    </form>
  );
}
