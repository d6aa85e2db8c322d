import { TextInput } from '@mantine/core';
import { directionOf, directionOfWords } from '@plenary/ground/kernel';
import { useErrorSentence } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRenameStatement } from '../api/use-rename-statement';
import classes from './StatementTitle.module.css';

/** The title, changed where it stands; Escape brings the old one back. */
export function StatementTitle({ statement, editable }: { statement: StatementView; editable: boolean }) {
  const { t } = useTranslation('statements');
  const [title, setTitle] = useState(statement.title);
  const [changing, setChanging] = useState(false);
  const rename = useRenameStatement(statement.id);
  const { sentence } = useErrorSentence(rename.error);
  useEffect(() => setTitle(statement.title), [statement.title]);

  const save = () => {
    if (title.trim() === statement.title) return setChanging(false);
    rename.mutate(title, { onSuccess: () => setChanging(false) });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') {
      setTitle(statement.title);
      setChanging(false);
      rename.reset();
    }
  };
  if (changing) {
    return (
      <div className={classes.title} dir={directionOf(statement.language)}>
        <TextInput
          className={classes.field}
          aria-label={t('begin.title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={onKey}
          error={rename.error ? sentence : undefined}
          maxLength={400}
          size="md"
          dir={directionOfWords(title, statement.language)}
          autoFocus
        />
      </div>
    );
  }
  return (
    <div className={classes.title} dir={directionOf(statement.language)}>
      <h1
        className={classes.heading}
        lang={statement.language}
        dir={directionOfWords(statement.title, statement.language)}
        tabIndex={-1}
      >
        {statement.title}
      </h1>
      {editable && (
        <button
          type="button"
          className={classes.change}
          aria-label={t('rename')}
          title={t('rename')}
          onClick={() => setChanging(true)}
        >
          <IconPencil size={18} stroke={1.75} aria-hidden />
        </button>
      )}
    </div>
  );
}
