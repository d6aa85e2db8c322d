import { Checkbox } from '@mantine/core';
import { Section, useFormat } from '@plenary/ground/web';
import type { ImportPreviewView } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '../api/use-import';
import { useTerms } from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import classes from './Import.module.css';

interface Props {
  changes: ImportPreviewView['changes'];
  keep: readonly string[];
  onChange: (keep: NonNullable<ImportChoices['keep']>) => void;
}

/** What would change of organisations that are there, field by field; each can be left as it is. */
export function ImportChanges({ changes, keep, onChange }: Props) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const said = (field: string, value: string | null): string => {
    if (!value) return t('import.change.empty');
    if (field === 'country') return format.country(value);
    if (field === 'region') return terms.region(value) || value;
    if (field === 'constituency') return terms.constituency(value) || value;
    if (field === 'languages') return value.split(', ').map(format.language).join(', ');
    return value;
  };
  const fieldName = (field: string) => t(`import.field.${field === 'email' ? 'contact' : field}`);
  if (changes.length === 0) return null;
  return (
    <Section title={t('import.changes')} note={t('import.changes.note')}>
      <ul className={classes.changes}>
        {changes.map(({ id, name, fields }) => (
          <li key={id}>
            <Checkbox
              label={<bdi>{name}</bdi>}
              checked={!keep.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? keep.filter((each) => each !== id) : [...keep, id])
              }
            />
            <dl className={classes.change}>
              {fields.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{fieldName(field)}</dt>
                  <dd>
                    <del>
                      <bdi>{said(field, before)}</bdi>
                    </del>{' '}
                    <ins>
                      <bdi>{said(field, after)}</bdi>
                    </ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Section>
  );
}
