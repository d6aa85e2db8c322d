import type { DocumentProvider } from '@plenary/ground/collab/client';
import { currentImpersonation } from '@plenary/ground/web';
import type { StatementView } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { useReadTelling } from './read-telling';
import classes from './Reading.module.css';
import { useUnread } from './use-history';
import { writingHistory } from './words';

interface Props {
  statement: StatementView;
  provider: DocumentProvider;
  editor: Editor;
}

/** How much others changed since one last read, with the way to it; and tells the server what is read now. */
export function Reading({ statement, provider, editor }: Props) {
  const { t } = useTranslation(writingHistory);
  const unread = useUnread(statement.id);
  const count = unread.data?.count ?? 0;
  // What is read counts from what was asked before.
  const tells = unread.isSuccess && !currentImpersonation();
  useReadTelling(statement.id, provider, editor, tells);
  if (count === 0) return null;
  return (
    <Link
      to="/statements/$id/history"
      params={{ id: statement.id }}
      {...({ search: { view: 'unread' } } as object)}
      className={classes.unread}
    >
      {t('history.unread', { count })}
    </Link>
  );
}
