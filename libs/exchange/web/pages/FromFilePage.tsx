import { FileInput } from '@mantine/core';
import { Page, useErrorSentence, WaitingRows } from '@plenary/ground/web';
import { importLimits, type TrackedAs } from '@plenary/exchange/domain';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadFile } from '../api/use-read-file';
import { BeginWithText } from '../components/BeginWithText';
import classes from '../components/FromFile.module.css';
import { Understood } from '../components/Understood';

const accept = '.docx,.odt,.md,.markdown,.html,.htm,.txt';

/** EXC-10 to EXC-15: a file as a statement: what was understood of it is shown before anything is made of it. */
export function FromFilePage() {
  const { t } = useTranslation('exchange');
  const [file, setFile] = useState<File | null>(null);
  const [tracked, setTracked] = useState<TrackedAs>('accepted');
  const read = useReadFile();
  const { sentence } = useErrorSentence(read.error);
  const look = (next: File | null, as: TrackedAs) => {
    setFile(next);
    setTracked(as);
    if (next) read.mutate({ file: next, tracked: as });
    else read.reset();
  };
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      above={<Link to="/statements">{t('common:back-to', { place: t('import.statements') })}</Link>}
    >
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
        onChange={(next) => look(next, 'accepted')}
      />
      {read.isPending && !read.data && <WaitingRows rows={8} />}
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
      {file && read.data && (
        <>
          <Understood incoming={read.data} tracked={tracked} onTracked={(as) => look(file, as)} />
          <BeginWithText key={file.name + file.size} incoming={read.data} fileName={file.name} />
        </>
      )}
    </Page>
  );
}
