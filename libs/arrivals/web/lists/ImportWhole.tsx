import { NativeSelect, TextInput } from '@mantine/core';
import { Section } from '@plenary/ground/web';
import { organisationLimits } from '@plenary/organisations/domain';
import { wholeFields, type ImportPreviewView, type WholeField } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '../api/use-import';
import { managing } from '../managing';
import { useImportOptions } from './use-import-options';
import classes from './Import.module.css';

interface Props {
  preview: ImportPreviewView;
  choices: ImportChoices;
  onChange: (whole: NonNullable<ImportChoices['whole']>) => void;
}

/** What the list has no column for, or leaves out, said once for all of it. */
export function ImportWhole({ preview, choices, onChange }: Props) {
  const { t } = useTranslation(managing);
  const options = useImportOptions();
  const whole = choices.whole ?? {};
  const { mapping } = preview;
  const hasPeople = ['person', 'givenName', 'email'].some((field) => field in mapping);
  const asked = wholeFields.filter((field) => {
    // A country that some lines leave out can be said for those, too.
    const isMissed =
      field === 'country' &&
      preview.problems.some((each) => each.field === field && each.problem === 'needed');
    if (field in mapping && !isMissed && !whole[field]) return false;
    if (field === 'role' || field === 'language') return hasPeople;
    return field === 'organisation' || options(field).length > 0;
  });
  if (asked.length === 0) return null;
  const set = (field: WholeField, value: string) => {
    const { [field]: _before, ...others } = whole;
    onChange(value === '' ? others : { ...others, [field]: value });
  };
  return (
    <Section title={t('import.whole')} note={t('import.whole.note')}>
      <div className={classes.whole}>
        {asked.map((field) =>
          field === 'organisation' ? (
            <TextInput
              key={field}
              label={t('import.field.organisation')}
              defaultValue={whole.organisation ?? ''}
              maxLength={organisationLimits.nameLength}
              onBlur={(event) => set(field, event.currentTarget.value.trim())}
              dir="auto"
            />
          ) : (
            <NativeSelect
              key={field}
              label={t(`import.field.${field}`)}
              value={whole[field] ?? ''}
              onChange={(event) => set(field, event.currentTarget.value)}
              data={[
                { value: '', label: t(field === 'country' ? 'choose' : 'term.none') },
                ...options(field),
              ]}
            />
          ),
        )}
      </div>
    </Section>
  );
}
