import { Button, Checkbox, FileInput, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Page, say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import type { ImportPreviewView } from '@plenary/organisations/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExport, useImport, useImportPreview, type ImportChoices } from '../api/use-import';
import { ImportColumns } from '../components/ImportColumns';
import { ImportProblems } from '../components/ImportProblems';
import classes from '../components/Import.module.css';
import { ForCoordinators } from '../components/ForCoordinators';
import { managing } from '../managing';

const encodings = ['utf-8', 'windows-1252', 'windows-1256', 'macintosh', 'utf-16le', 'utf-16be'];
const separators = [',', ';', '\t', '|'];

/** Organisations and people out of a spreadsheet: looked at first, line by line, then taken whole or not at all. */
export function ImportPage() {
  const { t } = useTranslation(managing);
  return (
    <ForCoordinators title={t('import')}>
      <ImportForCoordinators />
    </ForCoordinators>
  );
}

function ImportForCoordinators() {
  const { t } = useTranslation(managing);
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  const [welcome, setWelcome] = useState(false);
  const preview = useImportPreview();
  const take = useImport();
  const download = useExport();
  const { sentence } = useErrorSentence(take.error ?? preview.error ?? download.error);
  const found = preview.data as ImportPreviewView | undefined;

  const look = (next: File | null, chosen: ImportChoices) => {
    setFile(next);
    setChoices(chosen);
    take.reset();
    if (next) preview.mutate({ file: next, choices: chosen });
    else preview.reset();
  };
  const run = () =>
    take.mutate(
      { file: file!, choices, welcome },
      {
        onSuccess: () => {
          say(t('import.done'));
          void navigate({ to: '/organisations' });
        },
      },
    );
  return (
    <Page
      title={t('import')}
      lead={t('import.lead')}
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
      actions={
        <Button
          variant="default"
          loading={download.isPending}
          onClick={() => download.mutate({ unlisted: false, addresses: true })}
        >
          {t('export')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <FileInput
          className={classes.file}
          label={t('import.file')}
          description={t('import.file.hint')}
          placeholder={t('import.file.choose')}
          accept=".csv,.txt,.tsv,text/csv"
          value={file}
          onChange={(next) => look(next, {})}
        />
        {found && (
          <>
            <NativeSelect
              label={t('import.encoding')}
              value={found.encoding}
              onChange={(event) => look(file, { ...choices, encoding: event.currentTarget.value })}
              data={encodings}
            />
            <NativeSelect
              label={t('import.separator')}
              value={found.separator}
              onChange={(event) => look(file, { separator: event.currentTarget.value })}
              data={separators.map((value) => ({ value, label: value === '\t' ? t('import.tab') : value }))}
            />
          </>
        )}
      </div>
      {preview.isPending && <p role="status">{t('import.reading')}</p>}
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      {found && (
        <>
          <ImportColumns preview={found} onChange={(mapping) => look(file, { ...choices, mapping })} />
          {found.problemCount > 0 ? (
            <ImportProblems preview={found} />
          ) : (
            <Section title={t('import.would')}>
              <Would preview={found} />
              <Checkbox
                mt="lg"
                label={t('import.welcome')}
                description={t('import.welcome.hint')}
                checked={welcome}
                onChange={(event) => setWelcome(event.currentTarget.checked)}
              />
              <Button mt="lg" loading={take.isPending} onClick={run}>
                {t('import.do')}
              </Button>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Would({ preview }: { preview: ImportPreviewView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const lines = (
    ['newOrganisations', 'changedOrganisations', 'newPeople', 'newRepresentatives'] as const
  ).filter((key) => preview[key] > 0);
  if (lines.length === 0) return <p>{t('import.nothing')}</p>;
  return (
    <ul className={classes.would}>
      {lines.map((key) => (
        <li key={key}>{t(`import.${key}`, { count: preview[key], number: format.number(preview[key]) })}</li>
      ))}
    </ul>
  );
}
