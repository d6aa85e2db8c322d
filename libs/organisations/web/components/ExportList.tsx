import { Button, Checkbox } from '@mantine/core';
import { Section, useErrorSentence } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExport } from '../api/use-import';
import { managing } from '../managing';
import classes from './Import.module.css';

/** The list as an import reads it, and what of it is taken along. */
export function ExportList() {
  const { t } = useTranslation(managing);
  const [choices, setChoices] = useState({ unlisted: false, addresses: true });
  const download = useExport();
  const { sentence } = useErrorSentence(download.error);
  return (
    <Section title={t('export.title')} note={t('export.note')}>
      <div className={classes.choices}>
        {(['addresses', 'unlisted'] as const).map((key) => (
          <Checkbox
            key={key}
            label={t(`export.${key}`)}
            description={t(`export.${key}.hint`)}
            checked={choices[key]}
            onChange={(event) => setChoices({ ...choices, [key]: event.currentTarget.checked })}
          />
        ))}
      </div>
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate(choices)}>
        {t('export')}
      </Button>
    </Section>
  );
}
