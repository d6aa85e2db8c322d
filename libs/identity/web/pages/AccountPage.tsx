import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { Page, say, Section } from '@plenary/ground/web';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedInPerson } from '../api/use-me';
import { useUpdateMe } from '../api/use-update-me';
import classes from '../components/Account.module.css';
import { Devices } from '../components/Devices';
import { NameForm } from '../components/NameForm';
import { PasswordForm } from '../components/PasswordForm';
import { SignOutDialog } from '../components/SignOutDialog';
import { Tokens } from '../components/Tokens';

/** The person's own page. `standing` is what rooms above know of the person: organisations, roles, groups. */
export function AccountPage({ standing }: { standing?: ReactNode }) {
  const { t } = useTranslation('identity');
  const person = useSignedInPerson();
  const [leaving, setLeaving] = useState(false);
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
      <Section title={t('account.you')}>
        <div className={classes.body}>
          <NameForm name={person.displayName} />
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
      <Section title={t('devices.title')} note={t('devices.note')}>
        <Devices />
      </Section>
      <Section title={t('tokens.title')} note={t('tokens.note')}>
        <Tokens />
      </Section>
      {leaving && <SignOutDialog personId={person.id} onClose={() => setLeaving(false)} />}
    </Page>
  );
}

function LookAndLanguage() {
  const { t } = useTranslation();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.pair}>
      <LanguageSwitch
        visibleLabel
        onChoose={(language) => update.mutate({ language }, { onSuccess: () => say(t('saved')) })}
      />
      <div>
        <span id="colours" className={classes.label}>
          {t('colours')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="colours"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: t(`colours.${value}`),
          }))}
        />
      </div>
    </div>
  );
}
