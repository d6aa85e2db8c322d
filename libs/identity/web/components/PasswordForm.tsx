import { Button, PasswordInput } from '@mantine/core';
import { say } from '@plenary/ground/web';
import type { FormEvent } from 'react';
import { identityLimits } from '@plenary/identity/domain';
import { useTranslation } from 'react-i18next';
import { useChangePassword } from '../api/use-change-password';
import { words } from '../words';
import classes from './Account.module.css';
import { useFieldError } from './use-field-error';

export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation(words);
  const change = useChangePassword();
  const wrong = useFieldError(change.error, { 'password.wrong': 'current' }, 'next');
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('password.show') } };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    change.mutate(
      { current: String(said.get('current')), next: String(said.get('next')) },
      {
        onSuccess: () => {
          form.reset();
          say(t('password.changed'));
        },
      },
    );
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      {/* Password managers need to know whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordInput
        name="current"
        label={t('password.current')}
        autoComplete="current-password"
        error={wrong('current')}
        required
        withAsterisk={false}
        {...eye}
      />
      <PasswordInput
        name="next"
        label={t('password.next')}
        description={t('password.rule')}
        autoComplete="new-password"
        minLength={identityLimits.passwordLeast}
        error={wrong('next')}
        required
        withAsterisk={false}
        {...eye}
      />
      <Button type="submit" variant="default" loading={change.isPending} style={{ justifySelf: 'start' }}>
        {t('password.change')}
      </Button>
    </form>
  );
}
