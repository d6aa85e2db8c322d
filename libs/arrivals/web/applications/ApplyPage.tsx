import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { LanguagePicker, useFormat } from '@plenary/ground/web';
import { PublicPage, Fields } from '@plenary/identity/web';
import { countries, organisationLimits, type Constituency, type Region } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApply } from '../api/use-applications';
import {
  useDoor,
  EmailsKept,
  BackToSignIn,
  useTerms,
  useFieldErrors,
  forms as classes,
} from '@plenary/organisations/web/parts';
import { managing } from '../managing';

const fields = [
  ...['name', 'acronym', 'country', 'region', 'constituency', 'languages', 'website'],
  ...['description', 'person', 'email', 'note'],
];
/** What the server calls otherwise. */
const asked = { applicantName: 'person', applicantEmail: 'email', displayName: 'person' };

/** The public form of an organisation that wants to join. */
export function ApplyPage() {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const { data: door } = useDoor();
  const apply = useApply();
  const [email, setEmail] = useState('');
  const coalition = door?.coalition;
  const terms = useTerms(coalition);
  const wrong = useFieldErrors(apply.error, fields, asked);
  const [languages, setLanguages] = useState<readonly string[] | null>(null);
  const [speech, setSpeech] = useState<string | null>(null);
  if (door && coalition?.applications !== 'open') {
    return (
      <PublicPage title={t('apply')} lead={t('apply.closed')}>
        {coalition?.email && (
          <p>
            {t('apply.closed.contact')}:{' '}
            <a href={`mailto:${coalition.email}`}>
              <bdi dir="ltr">{coalition.email}</bdi>
            </a>
          </p>
        )}
        <BackToSignIn />
      </PublicPage>
    );
  }
  const said = speech ?? i18n.language;
  const worksIn = languages ?? [i18n.language];
  if (apply.isSuccess)
    return (
      <PublicPage
        title={t('join.email')}
        lead={t(door?.emails === 'waiting' ? 'apply.waits' : 'apply.sent', { email })}
      >
        {door?.emails === 'mailbox' && <EmailsKept />}
        <BackToSignIn />
      </PublicPage>
    );
  const choices = (options: { value: string; label: string }[]) => [
    { value: '', label: t('choose') },
    ...options,
  ];
  return (
    <PublicPage title={t('apply')} lead={coalition && t('apply.lead', { coalition: coalition.name })}>
      <Fields
        error={wrong.rest}
        onSubmit={(form) => {
          const text = (name: string) => String(form.get(name) ?? '').trim();
          const website = text('website');
          setEmail(text('email'));
          apply.mutate({
            ...{ name: text('name'), country: text('country'), languages: [...worksIn] },
            ...(text('acronym') ? { acronym: text('acronym') } : {}),
            region: text('region') as Region,
            constituency: text('constituency') as Constituency,
            ...(website ? { website: /^https?:/i.test(website) ? website : `https://${website}` } : {}),
            ...(text('description') ? { description: { [said]: text('description') } } : {}),
            ...{ applicantName: text('person'), applicantEmail: text('email') },
            ...{ language: i18n.language as 'en', note: text('note') },
          });
        }}
      >
        <TextInput
          name="name"
          label={t('apply.name')}
          maxLength={organisationLimits.nameLength}
          error={wrong.at('name')}
          required
          withAsterisk={false}
          dir="auto"
        />
        <TextInput
          name="acronym"
          label={t('column.acronym')}
          maxLength={organisationLimits.acronymLength}
          error={wrong.at('acronym')}
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
        {(['region', 'constituency'] as const).map((name) => {
          const own = name === 'region' ? terms.regions : terms.constituencies;
          return own.length === 0 ? null : (
            <NativeSelect
              key={name}
              name={name}
              label={t(name)}
              error={wrong.at(name)}
              required
              withAsterisk={false}
              data={choices([...own])}
            />
          );
        })}
        <LanguagePicker
          label={t('languages')}
          value={worksIn}
          onChange={setLanguages}
          error={wrong.at('languages')}
        />
        <TextInput
          name="website"
          label={t('website')}
          maxLength={organisationLimits.websiteLength}
          error={wrong.at('website')}
          inputMode="url"
          dir="ltr"
        />
        <NativeSelect
          label={t('description.language')}
          value={said}
          onChange={(event) => setSpeech(event.currentTarget.value)}
          data={[...new Set([i18n.language, ...worksIn, ...(coalition?.languages ?? [])])].map((value) => ({
            value,
            label: format.language(value),
          }))}
        />
        <Textarea
          name="description"
          label={t('apply.description')}
          lang={said}
          maxLength={organisationLimits.descriptionLength}
          rows={4}
          dir="auto"
        />
        <h2 className={classes.part}>{t('apply.you')}</h2>
        <TextInput
          name="person"
          label={t('set-up.your-name')}
          error={wrong.at('person')}
          required
          withAsterisk={false}
          dir="auto"
        />
        <TextInput
          name="email"
          type="email"
          label={t('set-up.email')}
          autoComplete="email"
          error={wrong.at('email')}
          required
          withAsterisk={false}
          dir="ltr"
        />
        <Textarea
          name="note"
          label={t('apply.note')}
          error={wrong.at('note')}
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
    </PublicPage>
  );
}
