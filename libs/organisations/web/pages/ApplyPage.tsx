import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useFormat } from '@plenary/ground/web';
import { Door, Fields } from '@plenary/identity/web';
import {
  constituencies,
  countries,
  organisationLimits,
  regions,
  type Constituency,
  type Region,
} from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApply } from '../api/use-applications';
import { useDoor } from '../api/use-door';
import classes from '../components/Invite.module.css';
import { ToTheDoor } from '../components/ToTheDoor';
import { managing } from '../managing';

/** The public form of an organisation that wants to be taken in. */
export function ApplyPage() {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const { data: door } = useDoor();
  const apply = useApply();
  const [email, setEmail] = useState('');
  const coalition = door?.coalition;
  if (door && coalition?.applications !== 'open')
    return (
      <Door title={t('apply')} lead={t('apply.closed')}>
        <ToTheDoor />
      </Door>
    );
  if (apply.isSuccess)
    return (
      <Door
        title={t('join.letter')}
        lead={t(door?.letters === 'waiting' ? 'apply.waits' : 'apply.sent', { email })}
      >
        <ToTheDoor />
      </Door>
    );
  const choices = (options: { value: string; label: string }[]) => [
    { value: '', label: t('choose') },
    ...options,
  ];
  return (
    <Door title={t('apply')} lead={coalition && t('apply.lead', { coalition: coalition.name })}>
      <Fields
        error={apply.error}
        onSubmit={(said) => {
          const text = (name: string) => String(said.get(name) ?? '').trim();
          const website = text('website');
          setEmail(text('email'));
          apply.mutate({
            ...{ name: text('name'), country: text('country'), languages: [i18n.language] },
            region: text('region') as Region,
            constituency: text('constituency') as Constituency,
            ...(website ? { website: /^https?:/i.test(website) ? website : `https://${website}` } : {}),
            ...(text('description') ? { description: { [i18n.language]: text('description') } } : {}),
            ...{ applicantName: text('person'), applicantEmail: text('email') },
            ...{ language: i18n.language as 'en', note: text('note') },
          });
        }}
      >
        <TextInput
          name="name"
          label={t('apply.name')}
          maxLength={organisationLimits.nameLength}
          required
          withAsterisk={false}
          dir="auto"
        />
        <NativeSelect
          name="country"
          label={t('column.country')}
          required
          withAsterisk={false}
          data={choices(
            countries
              .map((value) => ({ value, label: format.country(value) }))
              .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
          )}
        />
        <NativeSelect
          name="region"
          label={t('region')}
          required
          withAsterisk={false}
          data={choices(regions.map((value) => ({ value, label: t(`region.${value}`) })))}
        />
        <NativeSelect
          name="constituency"
          label={t('constituency')}
          required
          withAsterisk={false}
          data={choices(constituencies.map((value) => ({ value, label: t(`constituency.${value}`) })))}
        />
        <TextInput name="website" label={t('website')} inputMode="url" dir="ltr" />
        <Textarea
          name="description"
          label={t('apply.description')}
          maxLength={organisationLimits.descriptionLength}
          rows={4}
          dir="auto"
        />
        <h2 className={classes.part}>{t('apply.you')}</h2>
        <TextInput name="person" label={t('set-up.your-name')} required withAsterisk={false} dir="auto" />
        <TextInput
          name="email"
          type="email"
          label={t('set-up.email')}
          autoComplete="email"
          required
          withAsterisk={false}
          dir="ltr"
        />
        <Textarea
          name="note"
          label={t('apply.note')}
          maxLength={organisationLimits.reasonLength}
          rows={3}
          required
          withAsterisk={false}
          dir="auto"
        />
        <Button type="submit" fullWidth loading={apply.isPending}>
          {t('apply.do')}
        </Button>
      </Fields>
    </Door>
  );
}
