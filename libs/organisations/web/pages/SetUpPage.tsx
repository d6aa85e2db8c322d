import { Button, Checkbox, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useFormat, useLinkSecret } from '@plenary/ground/web';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { Door, Fields, NewPassword, SignInForm } from '@plenary/identity/web';
import { constituencies, organisationLimits, regions } from '@plenary/organisations/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { useSetUp } from '../api/use-set-up';
import classes from '../components/Invite.module.css';
import { ToTheDoor } from '../components/ToTheDoor';
import { managing } from '../managing';

const colours = ['#1f5c4d', '#1d4e79', '#7a1f3d', '#6b4a12', '#4b3b8f', '#a3341f', '#2f5d1e', '#343a40'];

/** The first page of an empty installation: the coalition, and its first coordinator. */
export function SetUpPage() {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const navigate = useNavigate();
  const code = useLinkSecret();
  const door = useDoor();
  const setUp = useSetUp();
  const [colour, setColour] = useState(colours[0]!);
  const [email, setEmail] = useState('');

  if (setUp.isSuccess) {
    return (
      <Door title={t('set-up.done')} lead={t('set-up.done.text')}>
        <SignInForm email={email} onSignedIn={() => void navigate({ to: '/organisations' })} />
      </Door>
    );
  }
  if (door.data?.coalition) {
    return (
      <Door title={t('set-up.title')} lead={t('set-up.is')}>
        <ToTheDoor />
      </Door>
    );
  }
  return (
    <Door title={t('set-up.title')} lead={t('set-up.lead')}>
      <Fields
        error={setUp.error}
        onSubmit={(said) => {
          const text = (name: string) => String(said.get(name) ?? '').trim();
          const all = (name: string) => said.getAll(name).map(String) as never[];
          const languages = [i18n.language, ...all('languages').filter((each) => each !== i18n.language)];
          setEmail(text('email'));
          setUp.mutate({
            code: code || text('code'),
            coalition: {
              ...{ name: text('name'), languages, colour },
              regions: all('regions'),
              constituencies: all('constituencies'),
            },
            coordinator: {
              ...{ displayName: text('displayName'), email: text('email') },
              ...{ password: String(said.get('password')), language: i18n.language as 'en' },
            },
          });
        }}
      >
        {!code && (
          <TextInput
            name="code"
            label={t('set-up.code')}
            description={t('set-up.code.hint')}
            required
            withAsterisk={false}
            autoComplete="off"
            dir="ltr"
          />
        )}
        <TextInput
          name="name"
          label={t('set-up.name')}
          description={t('set-up.name.hint')}
          maxLength={organisationLimits.nameLength}
          required
          withAsterisk={false}
          dir="auto"
        />
        <Checkbox.Group
          label={t('set-up.languages')}
          description={t('set-up.languages.hint', { language: format.language(i18n.language) })}
        >
          <div className={classes.choices}>
            {interfaceLanguages
              .filter((each) => each !== i18n.language)
              .map((value) => (
                <Checkbox key={value} name="languages" value={value} label={format.language(value)} />
              ))}
          </div>
        </Checkbox.Group>
        <details className={classes.more}>
          <summary>{t('set-up.uses')}</summary>
          <p className={classes.hint}>{t('set-up.uses.hint')}</p>
          <Checkbox.Group label={t('region')}>
            <div className={classes.choices}>
              {regions.map((value) => (
                <Checkbox key={value} name="regions" value={value} label={t(`region.${value}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <Checkbox.Group label={t('constituency')} mt="md">
            <div className={classes.choices}>
              {constituencies.map((value) => (
                <Checkbox
                  key={value}
                  name="constituencies"
                  value={value}
                  label={t(`constituency.${value}`)}
                />
              ))}
            </div>
          </Checkbox.Group>
        </details>
        <fieldset className={classes.colours}>
          <legend>{t('set-up.colour')}</legend>
          {colours.map((value, place) => (
            <label key={value} className={classes.colour} style={{ '--colour': value } as object}>
              <input
                type="radio"
                name="colour"
                value={value}
                checked={colour === value}
                onChange={() => setColour(value)}
                aria-label={t('set-up.colour-named', { number: format.number(place + 1) })}
              />
            </label>
          ))}
        </fieldset>
        <h2 className={classes.part}>{t('set-up.you')}</h2>
        <TextInput
          name="displayName"
          label={t('set-up.your-name')}
          autoComplete="name"
          required
          withAsterisk={false}
          dir="auto"
        />
        <TextInput
          name="email"
          type="email"
          label={t('set-up.email')}
          autoComplete="username"
          required
          withAsterisk={false}
          dir="ltr"
        />
        <NewPassword label={t('set-up.password')} />
        <Button type="submit" fullWidth loading={setUp.isPending}>
          {t('set-up.do')}
        </Button>
      </Fields>
    </Door>
  );
}
