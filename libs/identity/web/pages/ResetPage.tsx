import { Button } from '@mantine/core';
import { answerOf, useLinkSecret } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/identity-api';
import { PublicPage } from '../components/PublicPage';
import { Fields } from '../components/Fields';
import { NewPassword } from '../components/NewPassword';
import classes from '../components/SignIn.module.css';
import { words } from '../words';

/** Where the link of an e-mail leads: a new password. Nothing is used up before it is sent. */
export function ResetPage() {
  const { t } = useTranslation(words);
  const secret = useLinkSecret();
  const reset = useMutation({
    mutationFn: (password: string) =>
      answerOf(api.POST('/api/password-resets/complete', { body: { secret, password } })),
  });
  if (reset.isSuccess) {
    return (
      <PublicPage title={t('reset.done')} lead={t('reset.done.text')}>
        <div className={classes.fields}>
          <Button component={Link} {...({ to: '/' } as object)} fullWidth>
            {t('sign-in')}
          </Button>
        </div>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('reset.title')} lead={t('reset.lead')}>
      <Fields error={reset.error} onSubmit={(said) => reset.mutate(String(said.get('password')))}>
        <NewPassword />
        <Button type="submit" fullWidth loading={reset.isPending}>
          {t('reset.set')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
