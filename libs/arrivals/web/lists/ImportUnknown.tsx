import { NativeSelect } from '@mantine/core';
import { Section, useFormat } from '@plenary/ground/web';
import type { ChosenField, ImportPreviewView } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '../api/use-import';
import { managing } from '../managing';
import classes from './Import.module.css';
import { useImportOptions } from './use-import-options';

interface Props {
  preview: ImportPreviewView;
  choices: ImportChoices;
  onChange: (words: NonNullable<ImportChoices['words']>) => void;
}

const notChosen = '?';

/** Words of the list that Plenary does not know: what each means is chosen once, for all lines that say it. */
export function ImportUnknown({ preview, choices, onChange }: Props) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const options = useImportOptions();
  if (preview.unknown.length === 0) return null;
  const choose = (field: ChosenField, key: string, value: string) => {
    const { [key]: _before, ...others } = choices.words?.[field] ?? {};
    const ofField = value === notChosen ? others : { ...others, [key]: value };
    onChange({ ...choices.words, [field]: ofField });
  };
  return (
    <Section title={t('import.unknown')} note={t('import.unknown.note')}>
      <ul className={classes.words}>
        {preview.unknown.map(({ field, key, said, lines, chosen }) => (
          <li key={`${field} ${key}`}>
            <NativeSelect
              label={
                <>
                  {t(`import.field.${field}`)}: <bdi>“{said}”</bdi>
                </>
              }
              description={t('import.unknown.lines', { count: lines, number: format.number(lines) })}
              value={chosen ?? notChosen}
              onChange={(event) => choose(field, key, event.currentTarget.value)}
              data={[
                { value: notChosen, label: t('choose') },
                { value: '', label: t('import.unknown.nothing') },
                ...options(field),
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
