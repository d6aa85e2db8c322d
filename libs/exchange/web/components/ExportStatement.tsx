import { Button, Checkbox, Radio } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Radio.css';
import { covers } from '@plenary/ground/kernel';
import { Dialog, say, useErrorSentence, useFormat, useOnline } from '@plenary/ground/web';
import { exportFormats, type ExportFormat } from '@plenary/exchange/domain';
import { useCoalition } from '@plenary/organisations/web';
import type { StatementView } from '@plenary/statements/domain';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExport } from '../api/use-export';
import classes from './ExportStatement.module.css';
import { MoreInWord, type MoreInFile } from './MoreInWord';

export { IconFileExport as ExportIcon } from '@tabler/icons-react';

/** EXC-1 to EXC-9, EXC-30 to EXC-33: a statement as a file: which one, and what is in it. */
export function ExportStatement({ statement, onClose }: { statement: StatementView; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [named, setNamed] = useState(false);
  const [more, setMore] = useState<MoreInFile>({ suggestions: false, comments: false, names: 'none' });
  const { data: coalition } = useCoalition();
  const online = useOnline();
  const write = useFormat();
  const download = useExport(statement);
  const { sentence } = useErrorSentence(download.error);
  // Plain text and Markdown have no place for it.
  const mayName = coalition && (format === 'docx' || format === 'html');
  const holdsMore = format === 'docx' && (more.suggestions || more.comments);
  const namesOthers = holdsMore && more.names !== 'none';
  const fetchFile = () =>
    download.mutate(
      { format, ...(named && mayName ? { by: 'coalition' as const } : {}), ...(holdsMore ? more : {}) },
      {
        onSuccess: (count) => {
          const number = write.number(count);
          say(count > 0 ? t('export.as-comments', { count, number }) : t('export.done'));
          onClose();
        },
      },
    );
  const printPage = () => {
    onClose();
    // Once the dialog is gone, so that it is not on the paper.
    setTimeout(() => print());
  };
  return (
    <Dialog
      title={t('export.title')}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>
            {t('export.print')}
          </Button>
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={download.isPending}
            disabled={!online}
            onClick={fetchFile}
          >
            {t('export.do')}
          </Button>
        </>
      }
    >
      <Radio.Group
        label={t('export.format')}
        value={format}
        onChange={(value) => setFormat(value as ExportFormat)}
      >
        <div className={classes.choices}>
          {exportFormats.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`format.${each}`)}
              description={t(`format.${each}.hint`)}
            />
          ))}
        </div>
      </Radio.Group>
      {format === 'docx' && <MoreInWord more={more} onMore={setMore} />}
      {mayName && (
        <Checkbox
          mt="lg"
          label={t('export.named', { coalition: coalition.name })}
          description={namesOthers ? undefined : t('export.named.hint')}
          checked={named}
          onChange={(event) => setNamed(event.currentTarget.checked)}
        />
      )}
      <p className={classes.note}>
        {t(!online ? 'export.offline' : holdsMore ? 'export.note.more' : 'export.note')}
      </p>
      {covers(statement.right, 'comment') && (
        <p className={classes.note}>
          {t('return.note')}{' '}
          <Link to="/statements/$id/returned" params={{ id: statement.id }} onClick={onClose}>
            {t('return')}
          </Link>
        </p>
      )}
      <p role="status" className={classes.note} hidden={!download.isPending}>
        {download.isPending && t('export.doing')}
      </p>
      {sentence && (
        <p role="alert" className={classes.problem}>
          {sentence}
        </p>
      )}
    </Dialog>
  );
}
