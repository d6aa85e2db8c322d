import { Button, PasswordInput, TextInput } from '@mantine/core';
import { ApiError, useErrorSentence } from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../api/use-sign-in';
import { Fields } from './Fields';
import { OtherWays } from './OtherWays';
import classes from './SignIn.module.css';

/** `email`: who is expected, for instance after an invitation. */
export function SignInForm({ email, onSignedIn }: { email?: string; onSignedIn?: () => void }) {
  const { t } = useTranslation('identity-public');
  const signIn = useSignIn();
  // Asked for once the password was right, and kept open while codes are tried.
  const code = signIn.error instanceof ApiError ? signIn.error.code : '';
  const needsCode = code.startsWith('session.code-');
  const [asked, setAsked] = useState(false);
  if (needsCode && !asked) setAsked(true);
  const codeField = useRef<HTMLInputElement>(null);
  const { sentence } = useErrorSentence(signIn.error);
  // Being asked for a code is the next step and no mistake; a wrong one is told at its field.
  const isWrongCode = needsCode && code !== 'session.code-needed';
  useEffect(() => {
    if (needsCode) codeField.current?.focus();
  }, [needsCode, signIn.error]);
  return (
    <Fields
      error={needsCode ? null : signIn.error}
      onSubmit={(said) => {
        const code = String(said.get('code') ?? '').trim();
        const who = { email: String(said.get('email')).trim(), password: String(said.get('password')) };
        signIn.mutate({ ...who, ...(code ? { code } : {}) }, { onSuccess: onSignedIn });
      }}
    >
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        defaultValue={email}
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
      {asked && (
        <TextInput
          name="code"
          label={t('code')}
          ref={codeField}
          autoComplete="one-time-code"
          description={needsCode && !isWrongCode ? sentence : undefined}
          error={isWrongCode ? sentence : undefined}
          required
          withAsterisk={false}
          dir="ltr"
        />
      )}
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {t('sign-in')}
      </Button>
      <Link to="/forgotten" className={classes.forgotten}>
        {t('forgotten')}
      </Link>
      <OtherWays onSignedIn={onSignedIn} />
    </Fields>
  );
}
