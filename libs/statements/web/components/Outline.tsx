import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '../editor/commands';
import { outlineOf } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import classes from './Side.module.css';

/** Headings and numbered paragraphs; the way to each. */
export function Outline({ editor, onGo }: { editor: Editor; onGo?: () => void }) {
  const { t } = useTranslation('statements');
  const entries = useDerived(editor, outlineOf);
  const go = (pos: number) => {
    onGo?.();
    goTo(pos)(editor.state, editor.view.dispatch);
    editor.view.focus();
    const element = editor.view.nodeDOM(pos) as HTMLElement | null;
    element?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav aria-label={t('outline')} className={classes.side}>
      <h2 className={classes.title}>{t('outline')}</h2>
      {entries.length === 0 && <p className={classes.quiet}>{t('outline.none')}</p>}
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <li key={entry.id} data-level={entry.level}>
            <button type="button" className={classes.entry} onClick={() => go(entry.pos)}>
              {entry.label && (
                <span className={classes.label}>
                  <bdi dir="ltr">{entry.label}</bdi>
                </span>
              )}
              <span className={classes.text} dir="auto">
                {entry.text}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
