import { Button } from '@mantine/core';
import { currentImpersonation, EmptyState, Page, Section, useOnline } from '@plenary/ground/web';
import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeView } from '../api/identity-api';
import { useSignedInPerson } from '../api/use-me';
import classes from '../components/Account.module.css';
import { Devices } from '../components/Devices';
import { EmailForm } from '../components/EmailForm';
import { LookAndLanguage } from '../components/LookAndLanguage';
import { Leaving } from '../components/Leaving';
import { ProfileForm } from '../components/ProfileForm';
import { LostDevice, SignInWays } from '../components/sign-in-ways/SignInWays';
import { OnAccount } from '../on-account';
import { words } from '../words';
import { PasswordForm } from '../components/PasswordForm';
import { SignOutDialog } from '../components/SignOutDialog';
import { Tokens } from '../components/Tokens';

const parts = ['you', 'signing-in', 'devices', 'data'] as const;

/** The person's own page, in four parts with an index. */
export function AccountPage() {
  const { standing, ways } = useContext(OnAccount);
  const { t } = useTranslation(words);
  const person = useSignedInPerson();
  const [leaving, setLeaving] = useState(false);
  const online = useOnline();
  if (currentImpersonation()) {
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
      {online ? (
        <>
          <LostDevice />
          <nav aria-label={t('account.index')} className={classes.index}>
            {parts.map((part) => (
              <a key={part} href={`#${part}`}>
                {t(`account.part.${part}`)}
              </a>
            ))}
          </nav>
        </>
      ) : (
        <p role="status">{t('account.offline')}</p>
      )}
      <Part name="you">
        <Section level={3} title={t('account.you')}>
          <div className={classes.body}>
            <ProfileForm person={person} />
          </div>
        </Section>
        {standing && (
          <Section level={3} title={t('account.standing')}>
            {standing}
          </Section>
        )}
        <Section level={3} title={t('account.look')}>
          <LookAndLanguage />
        </Section>
      </Part>
      {online && <WithTheServer person={person} />}
      {ways}
      {leaving && <SignOutDialog personId={person.id} onClose={() => setLeaving(false)} />}
    </Page>
  );
}

/** What is on the server alone. */
function WithTheServer({ person }: { person: MeView['person'] }) {
  const { t } = useTranslation(words);
  return (
    <>
      <Part name="signing-in">
        <Section level={3} title={t('password')} note={t('password.note')}>
          <div className={classes.body}>
            <PasswordForm email={person.email} />
          </div>
        </Section>
        <Section level={3} title={t('ways.title')} note={t('ways.note')}>
          <SignInWays />
        </Section>
        <Section level={3} title={t('email')} note={t('address.note')}>
          <div className={classes.body}>
            <EmailForm email={person.email} />
          </div>
        </Section>
      </Part>
      <Part name="devices">
        <Section level={3} title={t('devices.title')} note={t('devices.note')}>
          <Devices />
        </Section>
        <Section level={3} title={t('tokens.title')} note={t('tokens.note')}>
          <Tokens />
        </Section>
      </Part>
      <Part name="data">
        <Section level={3} title={t('leaving.title')} note={t('leaving.note')}>
          <Leaving personId={person.id} />
        </Section>
      </Part>
    </>
  );
}

function Part({ name, children }: { name: (typeof parts)[number]; children: ReactNode }) {
  const { t } = useTranslation(words);
  return (
    <section id={name} aria-labelledby={`${name}-title`} className={classes.part}>
      <h2 id={`${name}-title`} className={classes.partTitle}>
        {t(`account.part.${name}`)}
      </h2>
      {children}
    </section>
  );
}
