import { memo, useCallback } from 'react';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { goTo } from '../editor/commands';
import { outlineOf, placeOfEntry, type OutlineEntry } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import classes from './Side.module.css';

/** Headings and numbered paragraphs; the way to each. */
export const Outline = memo(function Outline({ editor, onGo }: { editor: Editor; onGo?: () => void }) {
  const { t } = useTranslation('statements');
  const entries = useDerived(editor, outlineOf);
  const go = useCallback(
    (id: string) => {
      onGo?.();
      const pos = placeOfEntry(editor.state.doc, id);
      if (pos === null) return;
      goTo(pos)(editor.state, editor.view.dispatch);
      editor.view.focus();
      const element = editor.view.nodeDOM(pos) as HTMLElement | null;
      element?.scrollIntoView({ block: 'start' });
    },
    [editor, onGo],
  );
  return (
    <nav aria-label={t('outline')} className={classes.side}>
      <h2 className={classes.title}>{t('outline')}</h2>
      {entries.length === 0 && <p className={classes.quiet}>{t('outline.none')}</p>}
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={entry.id} {...entry} go={go} />
        ))}
      </ol>
    </nav>
  );
});

/** Drawn anew only where it changed: a text may have thousands. */
const Entry = memo(function Entry({
  id,
  level,
  label,
  text,
  go,
}: OutlineEntry & { go: (id: string) => void }) {
  return (
    <li data-level={level}>
      <button type="button" className={classes.entry} onClick={() => go(id)}>
        {label && (
          <span className={classes.label}>
            <bdi dir="ltr">{label}</bdi>
          </span>
        )}
        <span className={classes.text} dir="auto">
          {text}
        </span>
      </button>
    </li>
  );
});
