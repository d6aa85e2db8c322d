import type { InStatement } from '@plenary/statements/web';
import { namedKeys } from '@plenary/statements/web/parts';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './CommentTool.module.css';
import { beginAt, besideOf } from './thread-marks';

/** Comments on the selected words, or on the paragraph with the caret. */
export function CommentTool({ statement, editor, writable }: InStatement & { writable: boolean }) {
  const { t } = useTranslation('comments-beside');
  const beside = besideOf(editor, statement);
  return (
    <button
      type="button"
      className={classes.tool}
      aria-label={t('comment.on')}
      title={`${t('comment.on')} (${namedKeys('Mod+Alt+M')})`}
      aria-keyshortcuts="Control+Alt+M Meta+Alt+M"
      tabIndex={-1}
      // The selection in the text stays while the button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => beginAt(beside, editor.view)}
    >
      <IconMessagePlus size={18} stroke={1.75} aria-hidden />
      {!writable && <span>{t('comment')}</span>}
    </button>
  );
}
