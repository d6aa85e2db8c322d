import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Answer, Page, say, Section, useErrorSentence } from '@plenary/ground/web';
import { organisationLimits, strictRoles } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useChangeCoalition } from '../api/use-applications';
import { useCoalition } from '../api/use-coalition';
import classes from '../components/Invite.module.css';
import { LogoField, pictureAddress } from '../components/Logo';
import { managing } from '../managing';

/** What coordinators settle for the coalition as a whole. */
export function SettingsPage() {
  const { t } = useTranslation(managing);
  const coalition = useCoalition();
  return (
    <Page
      title={t('settings')}
      lead={t('settings.lead')}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={coalition}>{(found) => <Settings coalition={found} />}</Answer>
    </Page>
  );
}

type Coalition = NonNullable<ReturnType<typeof useCoalition>['data']>;

function Settings({ coalition }: { coalition: Coalition }) {
  const { t } = useTranslation(managing);
  const change = useChangeCoalition();
  const { sentence } = useErrorSentence(change.error);
  const saved = { onSuccess: () => say(t('common:saved')) };
  const strict = change.variables?.secondFactorRoles ?? coalition.secondFactorRoles;
  const toggle = (role: (typeof strictRoles)[number], on: boolean) =>
    change.mutate(
      {
        secondFactorRoles: strictRoles.filter((each) =>
          each === role ? on : coalition.secondFactorRoles.includes(each),
        ),
      },
      saved,
    );
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
                name: text('name'),
                colour: text('colour').toLowerCase(),
                languages: text('languages')
                  .split(/[\s,;،؛]+/)
                  .filter(Boolean),
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
            required
            withAsterisk={false}
            dir="auto"
          />
          <TextInput
            name="languages"
            label={t('languages')}
            description={t('languages.hint')}
            defaultValue={coalition.languages.join(', ')}
            required
            withAsterisk={false}
            dir="ltr"
          />
          <TextInput name="colour" type="color" label={t('set-up.colour')} defaultValue={coalition.colour} />
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
