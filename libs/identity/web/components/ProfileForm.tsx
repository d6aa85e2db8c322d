import { Button, NativeSelect, TextInput } from '@mantine/core';
import { say, useErrorSentence } from '@plenary/ground/web';
import { identityLimits } from '@plenary/identity/domain';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeView } from '../api/identity-api';
import { useUpdateMe } from '../api/use-update-me';
import { managing } from '../managing';
import classes from './Account.module.css';

/** What a person says of themself. A pseudonym is as good as any name. */
export function ProfileForm({ person }: { person: MeView['person'] }) {
  const { t } = useTranslation(managing);
  const update = useUpdateMe();
  const { sentence } = useErrorSentence(update.error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    update.mutate(
      {
        displayName: text('displayName'),
        fullName: text('fullName') || null,
        languages: text('languages')
          .split(/[\s,;،؛]+/)
          .filter(Boolean),
        timeZone: text('timeZone') || null,
      },
      { onSuccess: () => say(t('common:saved')) },
    );
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        name="displayName"
        label={t('name')}
        description={t('name.note')}
        defaultValue={person.displayName}
        maxLength={identityLimits.displayNameLength}
        autoComplete="nickname"
        required
        withAsterisk={false}
        dir="auto"
      />
      <TextInput
        name="fullName"
        label={t('full-name')}
        description={t('full-name.note')}
        defaultValue={person.fullName ?? ''}
        maxLength={identityLimits.displayNameLength}
        autoComplete="name"
        dir="auto"
      />
      <TextInput
        name="languages"
        label={t('profile.languages')}
        description={t('profile.languages.note')}
        defaultValue={person.languages.join(', ')}
        dir="ltr"
      />
      <NativeSelect
        name="timeZone"
        label={t('time-zone')}
        defaultValue={person.timeZone ?? ''}
        data={[
          { value: '', label: t('time-zone.device') },
          ...Intl.supportedValuesOf('timeZone').map((value) => ({
            value,
            label: value.replaceAll('_', ' '),
          })),
        ]}
      />
      {sentence && <p role="alert">{sentence}</p>}
      <Button type="submit" variant="default" loading={update.isPending} style={{ justifySelf: 'start' }}>
        {t('common:save')}
      </Button>
    </form>
  );
}
