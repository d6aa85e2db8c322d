import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { LanguagePicker, useErrorSentence, useFormat } from '@plenary/ground/web';
import { countries, organisationLimits, type OrganisationDetailView } from '@plenary/organisations/domain';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoalition } from '../api/use-coalition';
import type { OrganisationFields } from '../api/organisations-api';
import classes from '../components/forms.module.css';
import { managing } from '../managing';
import { useTerms } from '../use-terms';
import { useFieldErrors } from '../use-field-errors';

interface Props {
  organisation?: OrganisationDetailView;
  /** Focal points describe; coordinators say the rest, too. */
  whole: boolean;
  error: unknown;
  isPending: boolean;
  submit: string;
  onSubmit: (fields: Partial<OrganisationFields>) => void;
}

const fields = [
  ...['name', 'acronym', 'country', 'region', 'constituency'],
  ...['languages', 'website', 'email', 'description'],
];

/** What is known of an organisation. */
export function OrganisationForm({ organisation, whole, error, isPending, submit, onSubmit }: Props) {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const { data: coalition } = useCoalition();
  const [speech, setSpeech] = useState(i18n.language);
  const [description, setDescription] = useState<Record<string, string>>({ ...organisation?.description });
  const [languages, setLanguages] = useState<readonly string[]>(organisation?.languages ?? [i18n.language]);
  const wrong = useFieldErrors(error, fields);
  const { sentence } = useErrorSentence(wrong.rest);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name) ?? '').trim();
    const own = {
      acronym: text('acronym') || null,
      website: withScheme(text('website')) || null,
      email: text('email') || null,
      languages: [...languages],
      description: Object.fromEntries(Object.entries(description).filter(([, value]) => value.trim() !== '')),
    };
    const rest = {
      name: text('name'),
      country: text('country'),
      region: text('region') || null,
      constituency: text('constituency') || null,
      listing: text('listing') as 'listed',
    };
    onSubmit(whole ? { ...own, ...rest } : own);
  };
  return (
    <form onSubmit={send} className={classes.form}>
      {whole && (
        <TextInput
          name="name"
          label={t('column.name')}
          defaultValue={organisation?.name}
          maxLength={organisationLimits.nameLength}
          error={wrong.at('name')}
          required
          withAsterisk={false}
          dir="auto"
        />
      )}
      <div className={classes.pair}>
        <TextInput
          name="acronym"
          label={t('column.acronym')}
          defaultValue={organisation?.acronym ?? ''}
          maxLength={organisationLimits.acronymLength}
          error={wrong.at('acronym')}
          dir="auto"
        />
        {whole && (
          <NativeSelect
            name="country"
            label={t('column.country')}
            defaultValue={organisation?.country ?? ''}
            error={wrong.at('country')}
            required
            withAsterisk={false}
            data={[
              { value: '', label: t('choose') },
              ...countries
                .map((value) => ({ value, label: format.country(value) }))
                .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
            ]}
          />
        )}
      </div>
      {whole && (
        <div className={classes.pair}>
          {(['region', 'constituency'] as const).map((name) => {
            const choices = name === 'region' ? terms.regions : terms.constituencies;
            return choices.length === 0 ? null : (
              <NativeSelect
                key={name}
                name={name}
                label={t(name)}
                defaultValue={organisation?.[name] ?? ''}
                error={wrong.at(name)}
                data={[{ value: '', label: t('term.none') }, ...choices]}
              />
            );
          })}
        </div>
      )}
      <LanguagePicker
        label={t('languages')}
        value={languages}
        onChange={setLanguages}
        error={wrong.at('languages')}
      />
      <div className={classes.pair}>
        <TextInput
          name="website"
          label={t('website')}
          defaultValue={organisation?.website ?? ''}
          maxLength={organisationLimits.websiteLength}
          error={wrong.at('website')}
          inputMode="url"
          dir="ltr"
        />
        <TextInput
          name="email"
          type="email"
          label={t('contact')}
          defaultValue={organisation?.email ?? ''}
          error={wrong.at('email')}
          dir="ltr"
        />
      </div>
      <NativeSelect
        label={t('description.language')}
        value={speech}
        onChange={(event) => setSpeech(event.currentTarget.value)}
        data={[...new Set([...(coalition?.languages ?? []), i18n.language])].map((value) => ({
          value,
          label: format.language(value),
        }))}
      />
      <Textarea
        label={t('description')}
        value={description[speech] ?? ''}
        onChange={(event) => setDescription({ ...description, [speech]: event.currentTarget.value })}
        maxLength={organisationLimits.descriptionLength}
        error={wrong.at('description')}
        rows={4}
        lang={speech}
        dir="auto"
      />
      {whole && (
        <NativeSelect
          name="listing"
          label={t('listing')}
          description={t('listing.hint')}
          defaultValue={organisation?.listing ?? 'listed'}
          data={(['listed', 'unlisted'] as const).map((value) => ({ value, label: t(`listing.${value}`) }))}
        />
      )}
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      <Button type="submit" loading={isPending}>
        {submit}
      </Button>
    </form>
  );
}

/** People write `example.org`. */
const withScheme = (address: string): string =>
  address === '' || /^https?:\/\//i.test(address) ? address : `https://${address}`;
