import { Button } from '@mantine/core';
import { Dialog, say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnedFiles, useTakeBackReturn, type ReturnedFileAnswer } from '../api/use-returned';
import classes from './Returned.module.css';

/** Files that came back to a statement; whoever brought one takes it back. */
export function ReturnedFiles({ statementId }: { statementId: string }) {
  const { t, i18n } = useTranslation('exchange-return');
  const { data: files = [] } = useReturnedFiles(statementId);
  const [asked, setAsked] = useState<ReturnedFileAnswer | null>(null);
  const takeBack = useTakeBackReturn(statementId);
  const { sentence } = useErrorSentence(takeBack.error);
  if (files.length === 0) return null;
  const close = () => setAsked(null);
  return (
    <Section title={t('files')}>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <File file={file} onTakeBack={() => setAsked(file)} />
          </li>
        ))}
      </ul>
      <Dialog
        title={t('take-back.title')}
        opened={asked !== null}
        onClose={close}
        actions={
          <>
            <Button variant="default" onClick={close}>
              {i18n.t('common:cancel')}
            </Button>
            <Button
              color="red"
              loading={takeBack.isPending}
              onClick={() =>
                takeBack.mutate(asked!.id, {
                  onSuccess: () => {
                    say(t('taken-back'));
                    close();
                  },
                })
              }
            >
              {t('take-back')}
            </Button>
          </>
        }
      >
        <p className={classes.called}>
          <bdi>{asked?.fileName}</bdi>
        </p>
        <p>{t('take-back.text')}</p>
        {sentence && <p role="alert">{sentence}</p>}
      </Dialog>
    </Section>
  );
}

function File({ file, onTakeBack }: { file: ReturnedFileAnswer; onTakeBack: () => void }) {
  const { t } = useTranslation('exchange-return');
  const format = useFormat();
  const line = (key: string, count: number) => t(key, { count, number: format.number(count) });
  return (
    <>
      <div>
        <span className={classes.called}>
          <bdi>{file.fileName}</bdi>
        </span>{' '}
        <span className={classes.quiet}>
          {t('files.by', { name: file.by.name })} · {format.ago(file.at)} ·{' '}
          {line('becomes.suggestions', file.suggestions)} · {line('becomes.comments', file.comments)}
          {file.takenBackAt && <> · {t('files.taken-back')}</>}
        </span>
      </div>
      {file.may.takeBack && (
        <Button variant="default" size="compact-sm" onClick={onTakeBack}>
          {t('take-back')}
        </Button>
      )}
    </>
  );
}
