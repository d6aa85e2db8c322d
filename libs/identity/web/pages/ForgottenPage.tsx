import { Button, TextInput } from '@mantine/core';
import { answerOf } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/identity-api';
import { PublicPage, EmailNote } from '../components/PublicPage';
import { Fields } from '../components/Fields';
import classes from '../components/SignIn.module.css';
import { words } from '../words';

/** An e-mail with a link for a new password; the answer is the same for every address. */
export function ForgottenPage() {
  const { t } = useTranslation(words);
  const ask = useMutation({
    mutationFn: (email: string) => answerOf(api.POST('/api/password-resets', { body: { email } })),
  });
  const note = useContext(EmailNote);
  if (ask.isSuccess) {
    return (
      <PublicPage title={t('forgotten.sent')} lead={t('forgotten.sent.text', { email: ask.variables })}>
        {note}
        <Link to="/" className={classes.forgotten}>
          {t('forgotten.back')}
        </Link>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('forgotten.title')} lead={t('forgotten.lead')}>
      <Fields error={ask.error} onSubmit={(said) => ask.mutate(String(said.get('email')).trim())}>
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          required
          withAsterisk={false}
          dir="ltr"
        />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {t('forgotten.send')}
        </Button>
        <Link to="/" className={classes.forgotten}>
          {t('forgotten.back')}
        </Link>
      </Fields>
    </PublicPage>
  );
}
