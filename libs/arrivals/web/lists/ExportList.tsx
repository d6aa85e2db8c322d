import { Button, Checkbox } from '@mantine/core';
import { Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { fileOf, isUnderWay, usePutAway, WorkProgress, WorkRefused } from '@plenary/ground/web/long-work';
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
  const putAway = usePutAway();
  const format = useFormat();
  const { work } = download;
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
      <Button variant="default" loading={download.isPending} onClick={() => download.begin(choices)}>
        {t('export')}
      </Button>
      {work && isUnderWay(work) && <WorkProgress work={work} doing={t('export.doing')} />}
      {work?.state === 'failed' && <WorkRefused work={work} />}
      {work?.state === 'done' && (
        <div className={classes.acts}>
          <span>{t('export.ready', { moment: format.moment(work.endedAt!) })}</span>
          <a href={fileOf(work)} download={work.fileName ?? ''}>
            {t('export.fetch')}
          </a>
          <Button variant="subtle" loading={putAway.isPending} onClick={() => putAway.mutate(work.id)}>
            {t('work-managing:work.seen')}
          </Button>
        </div>
      )}
    </Section>
  );
}
