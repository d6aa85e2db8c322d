import { Button, Checkbox, FileInput, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Page, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { importFields, importProblems, type ImportPreviewView } from '@plenary/arrivals/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnderWay, useWork } from '@plenary/ground/web/long-work';
import { importKind, undoKind, useImport, type ImportChoices } from '../api/use-import';
import { useImportPreview } from '../api/use-import-preview';
import { ExportList } from './ExportList';
import { ImportWhole } from './ImportWhole';
import { ImportUnknown } from './ImportUnknown';
import { ImportQuestions } from './ImportQuestions';
import { ImportChanges } from './ImportChanges';
import { ImportHelp } from './ImportHelp';
import { ImportColumns } from './ImportColumns';
import { ImportLooking } from './ImportLooking';
import { ImportWork } from './ImportWork';
import { ImportProblems } from './ImportProblems';
import classes from './Import.module.css';
import { ForCoordinators } from '@plenary/organisations/web/parts';
import { managing } from '../managing';

const encodings = ['utf-8', 'windows-1252', 'windows-1256', 'macintosh', 'utf-16le', 'utf-16be'];
const separators = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** Organisations and people out of a spreadsheet: checked first, line by line, then imported whole or not at all. */
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
  const work = useWork(importKind, undoKind);
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  const [welcome, setWelcome] = useState(false);
  const format = useFormat();
  const preview = useImportPreview();
  const { found } = preview;
  const take = useImport();
  const { sentence } = useErrorSentence(take.error ?? preview.error);

  const look = (next: File | null, chosen: ImportChoices) => {
    setFile(next);
    setChoices(chosen);
    take.reset();
    if (next !== file) preview.forget();
    if (next) preview.look({ file: next, choices: chosen });
  };
  const run = (more: ImportChoices = {}) =>
    take.mutate(
      { file: file!, choices: { ...choices, welcome, ...more } },
      {
        onSuccess: () => {
          setFile(null);
          preview.forget();
        },
      },
    );
  const runRight = () => run({ takeRight: true, reasons: reasonsIn(t) });
  const say = (more: Partial<ImportChoices>) => look(file, { ...choices, ...more });
  return (
    <Page
      title={t('import')}
      lead={t('import.lead')}
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      {work && <ImportWork work={work} />}
      {!(work && isUnderWay(work)) && (
        <>
          <ImportHelp />
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
            {file && (
              <>
                <NativeSelect
                  label={t('import.encoding')}
                  value={choices.encoding ?? found?.encoding ?? ''}
                  onChange={(event) => look(file, withEncoding(choices, found, event.currentTarget.value))}
                  data={[
                    ...(found ? [] : [{ value: '', label: t('import.recognised') }]),
                    ...encodings.map((value) => ({ value, label: t(`import.encoding.${value}`) })),
                  ]}
                />
                <NativeSelect
                  label={t('import.separator')}
                  value={choices.separator ?? found?.separator ?? ''}
                  // Other separators make other columns: what was said of them falls.
                  onChange={(event) =>
                    look(file, {
                      ...choices,
                      separator: event.currentTarget.value as ',',
                      mapping: undefined,
                    })
                  }
                  data={[
                    ...(found ? [] : [{ value: '', label: t('import.recognised') }]),
                    ...Object.entries(separators).map(([value, key]) => ({
                      value,
                      label: t(`import.separator.${key}`),
                    })),
                  ]}
                />
              </>
            )}
          </div>
          <ImportLooking work={preview.work} isPending={preview.isPending} />
          {sentence && (
            <p role="alert" className={classes.problem}>
              {sentence}
            </p>
          )}
          {found && (
            <>
              <ImportColumns preview={found} onChange={(mapping) => say({ mapping })} />
              <ImportWhole preview={found} choices={choices} onChange={(whole) => say({ whole })} />
              <ImportUnknown preview={found} choices={choices} onChange={(words) => say({ words })} />
              <ImportQuestions preview={found} choices={choices} onChange={(answers) => say({ answers })} />
              <ImportProblems preview={found} />
              <ImportChanges
                changes={found.changes}
                keep={choices.keep ?? []}
                // What is left is still shown, so that it can be taken after all: it is not read anew.
                onChange={(keep) => setChoices({ ...choices, keep })}
              />
              <Section title={t('import.would')}>
                <Would preview={found} />
                {found.newPeople > 0 && (
                  <Checkbox
                    mt="lg"
                    label={t('import.welcome')}
                    description={t('import.welcome.hint')}
                    checked={welcome}
                    onChange={(event) => setWelcome(event.currentTarget.checked)}
                  />
                )}
                <div className={classes.acts}>
                  {found.problemCount === 0 && changesOf(found).length > 0 && (
                    <Button loading={take.isPending} disabled={preview.isPending} onClick={() => run()}>
                      {t('import.do')}
                    </Button>
                  )}
                  {found.problemCount > 0 && found.wrongLines > 0 && found.wrongLines < found.lines && (
                    <>
                      <Button loading={take.isPending} disabled={preview.isPending} onClick={runRight}>
                        {t('import.do-right')}
                      </Button>
                      <span>
                        {t('import.do-right.note', {
                          count: found.wrongLines,
                          number: format.number(found.wrongLines),
                        })}
                      </span>
                    </>
                  )}
                </div>
              </Section>
            </>
          )}
        </>
      )}
      <ExportList />
    </Page>
  );
}

/** Where the columns may have become others, what was said of them falls. */
function withEncoding(
  choices: ImportChoices,
  found: ImportPreviewView | null,
  encoding: string,
): ImportChoices {
  const isWide = (name = '') => name.startsWith('utf-16');
  const same = found !== null && isWide(found.encoding) === isWide(encoding);
  const said = encoding as NonNullable<ImportChoices['encoding']>;
  return same ? { ...choices, encoding: said } : { encoding: said };
}

const changesOf = (preview: ImportPreviewView) =>
  (['newOrganisations', 'changedOrganisations', 'newPeople', 'newRepresentatives'] as const).filter(
    (key) => preview[key] > 0,
  );

function Would({ preview }: { preview: ImportPreviewView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const lines = changesOf(preview);
  if (lines.length === 0) return <p>{t('import.nothing')}</p>;
  return (
    <ul className={classes.would}>
      {lines.map((key) => (
        <li key={key}>{t(`import.${key}`, { count: preview[key], number: format.number(preview[key]) })}</li>
      ))}
    </ul>
  );
}

/** What is wrong, in words, for the file of the lines that were not taken. */
const reasonsIn = (t: (key: never) => string): Record<string, string> => ({
  head: t('import.problem' as never),
  ...Object.fromEntries(importFields.map((field) => [`field.${field}`, t(`import.field.${field}` as never)])),
  ...Object.fromEntries(importProblems.map((each) => [each, t(`import.problem.${each}` as never)])),
});
