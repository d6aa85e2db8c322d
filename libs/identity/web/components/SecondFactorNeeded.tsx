import { Button } from '@mantine/core';
import { useRefresh } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedInPerson } from '../api/use-me';
import { words } from '../words';
import { PublicPage } from './PublicPage';
import classes from './SignIn.module.css';
import { LostDevice, SignInWays } from './sign-in-ways/SignInWays';
import { SignOutDialog } from './SignOutDialog';

/** A role of this person asks for a second factor: they set one up, or sign out and in again with it. */
export function SecondFactorNeeded() {
  const { t } = useTranslation(words);
  const person = useSignedInPerson();
  const refresh = useRefresh({ kind: 'person', id: 'me' });
  const [leaving, setLeaving] = useState(false);
  return (
    <PublicPage title={t('needed.title')} lead={t('needed.lead')}>
      <div className={classes.fields}>
        <LostDevice />
        <SignInWays />
        <Button onClick={() => void refresh()}>{t('needed.go-on')}</Button>
        <Button variant="subtle" onClick={() => setLeaving(true)}>
          {t('sign-out')}
        </Button>
      </div>
      {leaving && <SignOutDialog personId={person.id} onClose={() => setLeaving(false)} />}
    </PublicPage>
  );
}
