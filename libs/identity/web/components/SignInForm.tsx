import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../api/use-sign-in';
import { Fields } from './Fields';
import classes from './SignIn.module.css';

/** `email`: who is expected, for instance after an invitation. */
export function SignInForm({ email, onSignedIn }: { email?: string; onSignedIn?: () => void }) {
  const { t } = useTranslation('identity');
  const signIn = useSignIn();
  return (
    <Fields
      error={signIn.error}
      onSubmit={(said) =>
        signIn.mutate(
          { email: String(said.get('email')).trim(), password: String(said.get('password')) },
          { onSuccess: onSignedIn },
        )
      }
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
      <Button type="submit" fullWidth loading={signIn.isPending}>
        {t('sign-in')}
      </Button>
      <Link to="/forgotten" className={classes.forgotten}>
        {t('forgotten')}
      </Link>
    </Fields>
  );
}
