import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meKey } from '../api/identity-api';
import { useSignedInPerson } from '../api/use-me';
import { managing } from '../managing';
import { Door } from './Door';
import classes from './SignIn.module.css';
import { LostDevice, SignInWays } from './sign-in-ways/SignInWays';
import { SignOutDialog } from './SignOutDialog';

/** A role of this person asks for a second factor: they set one up, or sign out and in again with it. */
export function SecondFactorNeeded() {
  const { t } = useTranslation(managing);
  const person = useSignedInPerson();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  return (
    <Door title={t('needed.title')} lead={t('needed.lead')}>
      <div className={classes.fields}>
        <LostDevice />
        <SignInWays />
        <Button onClick={() => void queries.invalidateQueries({ queryKey: meKey })}>
          {t('needed.go-on')}
        </Button>
        <Button variant="subtle" onClick={() => setLeaving(true)}>
          {t('sign-out')}
        </Button>
      </div>
      {leaving && <SignOutDialog personId={person.id} onClose={() => setLeaving(false)} />}
    </Door>
  );
}
