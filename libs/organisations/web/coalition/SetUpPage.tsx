import { Button, FileInput, TextInput } from '@mantine/core';
import {
  asApiError,
  LanguagePicker,
  say,
  sentenceFor,
  useFormat,
  useLinkSecret,
  WaitingRows,
} from '@plenary/ground/web';
import { PublicPage, Fields, NewPassword, SignInForm, useSignIn } from '@plenary/identity/web';
import { organisationLimits } from '@plenary/organisations/domain';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../api/use-door';
import { useSetLogo } from '../api/use-mandates';
import { useSetUp } from '../api/use-set-up';
import { coalitionColours, ColourField, UsesFields } from './CoalitionFields';
import classes from '../components/forms.module.css';
import { BackToSignIn } from './BackToSignIn';
import { managing } from '../managing';
import { useFieldErrors } from '../use-field-errors';

const fields = ['code', 'name', 'languages', 'displayName', 'email'];

/** The first page of an empty installation: the coalition, its look, and its first coordinator, who then is in. */
export function SetUpPage() {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const navigate = useNavigate();
  const code = useLinkSecret();
  const door = useDoor();
  const setUp = useSetUp();
  const signIn = useSignIn();
  const setLogo = useSetLogo(null);
  const [colour, setColour] = useState<string>(coalitionColours[0]);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [logo, setLogoFile] = useState<File | null>(null);
  const [email, setEmail] = useState('');
  const wrong = useFieldErrors(setUp.error, fields);
  // Until somebody chooses, the language of the page, whichever it is by then.
  const languages = chosen ?? [i18n.language];
  const isTooLarge = logo !== null && logo.size > organisationLimits.pictureBytes;
  const sentence = (error: unknown) => {
    const refusal = asApiError(error);
    return sentenceFor(i18n, refusal.code, refusal.params);
  };

  const goIn = async () => {
    // The coalition stands; what a logo lacks can be mended in the settings.
    if (logo) await setLogo.mutateAsync(logo).catch((error) => say(sentence(error), { tone: 'problem' }));
    await navigate({ to: '/organisations' });
  };
  const begin = async (said: FormData) => {
    const text = (name: string) => String(said.get(name) ?? '').trim();
    const all = (name: string) => said.getAll(name).map(String) as never[];
    const password = String(said.get('password'));
    setEmail(text('email'));
    await setUp.mutateAsync({
      code: code || text('code'),
      coalition: {
        ...{ name: text('name'), languages: [...languages], colour },
        ...{ regions: all('regions'), constituencies: all('constituencies') },
      },
      coordinator: {
        ...{ displayName: text('displayName'), email: text('email') },
        ...{ password, language: i18n.language as 'en' },
      },
    });
    await signIn.mutateAsync({ email: text('email'), password });
    await goIn();
  };

  if (setUp.isSuccess) {
    return (
      <PublicPage title={t('set-up.done')} lead={signIn.isError ? t('set-up.done.text') : undefined}>
        {signIn.isError ? (
          <SignInForm email={email} onSignedIn={() => void goIn()} />
        ) : (
          <div className={classes.later}>
            <WaitingRows rows={3} />
          </div>
        )}
      </PublicPage>
    );
  }
  if (door.data?.coalition) {
    return (
      <PublicPage title={t('set-up.title')} lead={t('set-up.is')}>
        <BackToSignIn />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('set-up.title')} lead={t('set-up.lead')}>
      <Fields
        error={wrong.rest}
        // What is refused is shown by the mutations themselves.
        onSubmit={(said) => !isTooLarge && void begin(said).catch(() => undefined)}
      >
        {!code && (
          <TextInput
            name="code"
            label={t('set-up.code')}
            description={t('set-up.code.hint')}
            error={wrong.at('code')}
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
          error={wrong.at('name')}
          required
          withAsterisk={false}
          dir="auto"
        />
        <LanguagePicker
          label={t('set-up.languages')}
          description={t('set-up.languages.hint')}
          value={languages}
          onChange={setChosen}
          error={wrong.at('languages')}
        />
        <ColourField value={colour} onChange={setColour} />
        <FileInput
          label={t('set-up.logo')}
          description={t('logo.types')}
          placeholder={t('set-up.logo.choose')}
          accept="image/png,image/jpeg,image/webp"
          value={logo}
          onChange={setLogoFile}
          error={
            isTooLarge
              ? sentenceFor(i18n, 'picture.too-large', {
                  most: format.number(organisationLimits.pictureBytes / 1_000),
                })
              : undefined
          }
          clearable
        />
        <details className={classes.more}>
          <summary>{t('set-up.uses')}</summary>
          <p className={classes.hint}>{t('set-up.uses.hint')}</p>
          <UsesFields />
        </details>
        <h2 className={classes.part}>{t('set-up.you')}</h2>
        <TextInput
          name="displayName"
          label={t('set-up.your-name')}
          autoComplete="name"
          error={wrong.at('displayName')}
          required
          withAsterisk={false}
          dir="auto"
        />
        <TextInput
          name="email"
          type="email"
          label={t('set-up.email')}
          autoComplete="username"
          error={wrong.at('email')}
          required
          withAsterisk={false}
          dir="ltr"
        />
        <NewPassword label={t('set-up.password')} />
        <Button type="submit" fullWidth loading={setUp.isPending || signIn.isPending}>
          {t('set-up.do')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
