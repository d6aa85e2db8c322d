import { Button, NativeSelect, TextInput } from '@mantine/core';
import { LanguagePicker, say } from '@plenary/ground/web';
import { identityLimits } from '@plenary/identity/domain';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeView } from '../api/identity-api';
import { useUpdateMe } from '../api/use-update-me';
import { words } from '../words';
import classes from './Account.module.css';
import { zonesByRegion } from './time-zones';
import { useFieldError } from './use-field-error';

/** What a person says of themself. A pseudonym is as good as any name. */
export function ProfileForm({ person }: { person: MeView['person'] }) {
  const { t, i18n } = useTranslation(words);
  const update = useUpdateMe();
  const wrong = useFieldError(update.error, { 'person.name-empty': 'name' }, 'form');
  const [languages, setLanguages] = useState<readonly string[]>(person.languages);
  const [timeZone, setTimeZone] = useState(person.timeZone ?? '');
  // Some hundred names take a while on a small phone: the page stands before they do.
  const [zones, setZones] = useState<ReturnType<typeof zonesOf>>([]);
  useEffect(() => {
    const timer = setTimeout(() => setZones(zonesOf(i18n.language, person.timeZone)), 50);
    return () => clearTimeout(timer);
  }, [i18n.language, person.timeZone]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    update.mutate(
      {
        displayName: text('displayName'),
        fullName: text('fullName') || null,
        languages: [...languages],
        timeZone: timeZone || null,
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
        error={wrong('name')}
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
      <LanguagePicker
        label={t('profile.languages')}
        value={languages}
        onChange={setLanguages}
        most={identityLimits.languagesPerPerson}
      />
      <NativeSelect
        name="timeZone"
        label={t('time-zone')}
        value={timeZone}
        onChange={(event) => setTimeZone(event.currentTarget.value)}
        data={[
          { value: '', label: t('time-zone.device') },
          ...(zones.length === 0 && timeZone
            ? [{ value: timeZone, label: timeZone.replaceAll('_', ' ') }]
            : []),
          ...zones.map(([region, items]) => ({ group: t(`zone.${region}`), items: [...items] })),
        ]}
      />
      {wrong('form') && <p role="alert">{wrong('form')}</p>}
      <Button type="submit" variant="default" loading={update.isPending} style={{ justifySelf: 'start' }}>
        {t('common:save')}
      </Button>
    </form>
  );
}

const zonesOf = (language: string, known: string | null) =>
  [...zonesByRegion(language, known)].filter(([, some]) => some.length > 0);
