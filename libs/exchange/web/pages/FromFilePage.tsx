import { FileInput } from '@mantine/core';
import { Page, useErrorSentence, WaitingRows } from '@plenary/ground/web';
import { importLimits, type ReturnOutcome, type TrackedIn } from '@plenary/exchange/domain';
import { IconFileImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadFile } from '../api/use-read-file';
import { BeginWithText } from '../components/BeginWithText';
import classes from '../components/FromFile.module.css';
import { Understood } from '../components/Understood';
import type { FileRead } from '../reading/read-file';
import { Outcome } from '../returned/Outcome';

const accept = '.docx,.odt,.md,.markdown,.html,.htm,.txt';

/** A file as it was read last. */
interface Shown extends FileRead {
  readonly file: File;
  readonly tracked: TrackedIn;
}

/** EXC-10 to EXC-15, EXC-24: a file as a statement: what was understood of it is shown before anything is made of it. */
export function FromFilePage() {
  const { t } = useTranslation('exchange');
  const [file, setFile] = useState<File | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [keepsComments, setKeepsComments] = useState(true);
  const [begun, setBegun] = useState<ReturnOutcome | null>(null);
  const read = useReadFile();
  const navigate = useNavigate();
  const { sentence } = useErrorSentence(read.error);
  const look = (next: File, tracked: TrackedIn) =>
    read.mutate(
      { file: next, tracked },
      { onSuccess: (found) => setShown({ ...found, file: next, tracked }) },
    );
  const choose = (next: File | null) => {
    setFile(next);
    setShown(null);
    setKeepsComments(true);
    if (next) look(next, 'accepted');
    else read.reset();
  };
  const begin = useCallback(
    (outcome: ReturnOutcome) => {
      // What found no place is told first.
      if (outcome.unplacedCount > 0) setBegun(outcome);
      else void navigate({ to: '/statements/$id', params: { id: outcome.statementId } });
    },
    [navigate],
  );
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      above={<Link to="/statements">{t('common:back-to', { place: t('import.statements') })}</Link>}
    >
      {begun ? (
        <>
          <Outcome outcome={begun} notCarried={{}} />
          <p>
            <Link to="/statements/$id" params={{ id: begun.statementId }}>
              {t('import.open')}
            </Link>
          </p>
        </>
      ) : (
        <FileInput
          className={classes.file}
          label={t('import.file')}
          description={t('import.file.hint', { most: importLimits.bytes / 1_000_000 })}
          placeholder={t('import.file.choose')}
          leftSection={<IconFileImport size={16} aria-hidden />}
          accept={accept}
          value={file}
          clearable
          clearButtonProps={{ 'aria-label': t('import.file.clear'), className: classes.clear! }}
          onChange={choose}
        />
      )}
      {read.isPending && !shown && <WaitingRows rows={8} />}
      {read.isPending && (
        <p role="status" className={classes.quiet}>
          {t('import.reading')}
        </p>
      )}
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
      {shown && !begun && (
        <>
          <Understood
            read={shown}
            tracked={read.isPending ? read.variables.tracked : shown.tracked}
            onTracked={(tracked) => look(shown.file, tracked)}
            keepsComments={keepsComments}
            onKeepsComments={setKeepsComments}
          />
          <BeginWithText
            key={`${shown.file.name} ${shown.file.size} ${shown.file.lastModified}`}
            read={shown}
            fileName={shown.file.name}
            keepsComments={keepsComments}
            isReading={read.isPending}
            onBegun={begin}
          />
        </>
      )}
    </Page>
  );
}
