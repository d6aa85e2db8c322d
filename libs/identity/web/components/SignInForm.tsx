import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useErrorSentence } from '@plenary/ground/web';
import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../api/use-sign-in';
import classes from './SignIn.module.css';

export function SignInForm() {
  const { t } = useTranslation('identity');
  const signIn = useSignIn();
  const { sentence } = useErrorSentence(signIn.error);
  const problem = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (sentence) problem.current?.focus();
  }, [sentence]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  }

  return (
    <form onSubmit={submit} className={classes.fields}>
      {sentence && (
        <p role="alert" tabIndex={-1} ref={problem} className={classes.problem}>
          {sentence}
        </p>
      )}
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        required
        withAsterisk={false}
        dir="ltr"
      />
      <PasswordInput
        name="password"
        label={t('password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {t('sign-in')}
      </Button>
    </form>
  );
}
