import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import {
  Answer,
  LanguagePicker,
  Page,
  say,
  Section,
  useErrorSentence,
  WaitingParts,
} from '@plenary/ground/web';
import { organisationLimits, strictRoles, termLists } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeCoalition } from '../api/use-change-coalition';
import { useCoalition } from '../api/use-coalition';
import { ColourField } from './CoalitionFields';
import { TermsField } from './TermsField';
import classes from '../components/forms.module.css';
import { LogoField, pictureAddress } from '../organisations/Logo';
import { ForCoordinators } from '../components/ForCoordinators';
import { managing } from '../managing';
import { useFieldErrors } from '../use-field-errors';

/** What coordinators settle for the coalition as a whole. */
export function SettingsPage() {
  const { t } = useTranslation(managing);
  return (
    <ForCoordinators title={t('settings')}>
      <SettingsForCoordinators />
    </ForCoordinators>
  );
}

function SettingsForCoordinators() {
  const { t } = useTranslation(managing);
  const coalition = useCoalition();
  return (
    <Page
      title={t('settings')}
      lead={t('settings.lead')}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={coalition} waiting={<WaitingParts />}>
        {(found) => <Settings coalition={found} />}
      </Answer>
    </Page>
  );
}

type Coalition = NonNullable<ReturnType<typeof useCoalition>['data']>;

function Settings({ coalition }: { coalition: Coalition }) {
  const { t } = useTranslation(managing);
  const change = useChangeCoalition();
  const wrong = useFieldErrors(change.error, ['name', 'languages', 'email']);
  const { sentence } = useErrorSentence(wrong.rest);
  const [languages, setLanguages] = useState<readonly string[]>(coalition.languages);
  const [colour, setColour] = useState(coalition.colour);
  const saved = { onSuccess: () => say(t('common:saved')) };
  // What was just ticked shows at once, not after the next answer; a refusal takes it back.
  const [strict, setStrict] = useState<readonly string[]>(coalition.secondFactorRoles);
  const toggle = (role: (typeof strictRoles)[number], on: boolean) => {
    const before = strict;
    const secondFactorRoles = strictRoles.filter((each) => (each === role ? on : before.includes(each)));
    setStrict(secondFactorRoles);
    change.mutate({ secondFactorRoles }, { ...saved, onError: () => setStrict(before) });
  };
  return (
    <>
      <Section title={t('settings.look')}>
        <form
          className={`${classes.form} ${classes.roles}`}
          onSubmit={(event) => {
            event.preventDefault();
            const said = new FormData(event.currentTarget);
            const text = (name: string) => String(said.get(name)).trim();
            change.mutate(
              {
                ...{ name: text('name'), colour, languages: [...languages], email: text('email') || null },
              },
              saved,
            );
          }}
        >
          <TextInput
            name="name"
            label={t('set-up.name')}
            defaultValue={coalition.name}
            maxLength={organisationLimits.nameLength}
            error={wrong.at('name')}
            required
            withAsterisk={false}
            dir="auto"
          />
          <LanguagePicker
            label={t('set-up.languages')}
            description={t('set-up.languages.hint')}
            value={languages}
            onChange={setLanguages}
            error={wrong.at('languages')}
          />
          <ColourField value={colour} onChange={setColour} />
          <TextInput
            name="email"
            type="email"
            label={t('settings.email')}
            description={t('settings.email.hint')}
            defaultValue={coalition.email ?? ''}
            error={wrong.at('email')}
            dir="ltr"
          />
          {sentence && (
            <p role="alert" className={classes.problem}>
              {sentence}
            </p>
          )}
          <Button type="submit" variant="default" loading={change.isPending} style={{ justifySelf: 'start' }}>
            {t('common:save')}
          </Button>
        </form>
      </Section>
      <Section title={t('logo')} note={t('logo.note')}>
        <div className={classes.roles}>
          {coalition.logoId && (
            <img
              src={pictureAddress(coalition.logoId)}
              alt={t('logo.of', { name: coalition.name })}
              className={classes.logo}
            />
          )}
          <LogoField id={null} logoId={coalition.logoId} />
        </div>
      </Section>
      {termLists.map((list) => (
        <TermsField key={list} coalition={coalition} list={list} />
      ))}
      <Section title={t('settings.strict')} note={t('settings.strict.note')}>
        <div className={`${classes.form} ${classes.roles}`}>
          {strictRoles.map((role) => (
            <Checkbox
              key={role}
              label={t(role === 'focal_point' ? 'representative.focal_point' : `role.${role}`)}
              checked={strict.includes(role)}
              disabled={change.isPending}
              onChange={(event) => toggle(role, event.currentTarget.checked)}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
