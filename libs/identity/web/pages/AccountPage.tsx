import { Button } from '@mantine/core';
import { currentLook, EmptyState, Page, Section } from '@plenary/ground/web';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedInPerson } from '../api/use-me';
import classes from '../components/Account.module.css';
import { Devices } from '../components/Devices';
import { EmailForm } from '../components/EmailForm';
import { LookAndLanguage } from '../components/LookAndLanguage';
import { Leaving } from '../components/Leaving';
import { ProfileForm } from '../components/ProfileForm';
import { SignInWays } from '../components/sign-in-ways/SignInWays';
import { managing } from '../managing';
import { PasswordForm } from '../components/PasswordForm';
import { SignOutDialog } from '../components/SignOutDialog';
import { Tokens } from '../components/Tokens';

/** The person's own page. `standing` is what rooms above know of the person: organisations, roles, groups. */
export function AccountPage({ standing, ways }: { standing?: ReactNode; ways?: ReactNode }) {
  const { t } = useTranslation(managing);
  const person = useSignedInPerson();
  const [leaving, setLeaving] = useState(false);
  if (currentLook()) {
    return (
      <Page title={t('account.title')} width="reading">
        <EmptyState title={t('account.closed', { name: person.displayName })}>
          {t('account.closed.text')}
        </EmptyState>
        {standing}
        {ways}
      </Page>
    );
  }
  return (
    <Page
      title={t('account.title')}
      lead={<span dir="ltr">{person.email}</span>}
      width="reading"
      actions={
        <Button variant="default" onClick={() => setLeaving(true)}>
          {t('sign-out')}
        </Button>
      }
    >
      {ways}
      <Section title={t('account.you')}>
        <div className={classes.body}>
          <ProfileForm person={person} />
        </div>
        {standing}
      </Section>
      <Section title={t('account.look')}>
        <LookAndLanguage />
      </Section>
      <Section title={t('password')} note={t('password.note')}>
        <div className={classes.body}>
          <PasswordForm email={person.email} />
        </div>
      </Section>
      <Section title={t('ways.title')} note={t('ways.note')}>
        <SignInWays />
      </Section>
      <Section title={t('email')} note={t('address.note')}>
        <div className={classes.body}>
          <EmailForm email={person.email} />
        </div>
      </Section>
      <Section title={t('devices.title')} note={t('devices.note')}>
        <Devices />
      </Section>
      <Section title={t('tokens.title')} note={t('tokens.note')}>
        <Tokens />
      </Section>
      <Section title={t('leaving.title')} note={t('leaving.note')}>
        <Leaving personId={person.id} />
      </Section>
      {leaving && <SignOutDialog personId={person.id} onClose={() => setLeaving(false)} />}
    </Page>
  );
}
