import { directionOfWords } from '@plenary/ground/kernel';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo } from '../editor/commands';
import { headingsOf, outlineOf, placeOfEntry, type OutlineEntry } from '../editor/outline';
import { useDerived } from '../editor/use-derived';
import { usePlaceRead } from '../editor/use-place-read';
import { writing } from '../writing';
import classes from './Side.module.css';
import { useRoving } from './use-roving';

interface Props {
  editor: Editor;
  /** Of the statement. */
  language: string;
  onGo?: () => void;
}

/** Where there are headings they say enough; and whoever writes changes no line of what is shown. */
const headingsFirst = (doc: Node): OutlineEntry[] => {
  const headings = headingsOf(doc);
  return headings.length > 0 ? headings : outlineOf(doc);
};

/** Headings, and numbered paragraphs on demand or where there are no headings; the way to each. */
export const Outline = memo(function Outline({ editor, language, onGo }: Props) {
  const { t } = useTranslation(writing);
  const [all, setAll] = useState(false);
  const entries = useDerived(editor, all ? outlineOf : headingsFirst);
  const here = usePlaceRead(editor, entries);
  const list = useRef<HTMLOListElement>(null);
  const roving = useRoving(list, 'block');
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
      <div className={classes.head}>
        <h2 className={classes.title}>{t('outline')}</h2>
        {entries.some(({ level }) => level > 0) && (
          <button
            type="button"
            className={classes.more}
            aria-pressed={all}
            title={t('outline.paragraphs')}
            aria-label={t('outline.paragraphs')}
            onClick={() => setAll(!all)}
          >
            ¶
          </button>
        )}
      </div>
      {entries.length === 0 && <p className={classes.quiet}>{t('outline.none')}</p>}
      <ol ref={list} className={classes.entries} {...roving}>
        {entries.map((entry) => (
          <Entry key={entry.id} {...entry} language={language} isHere={entry.id === here} go={go} />
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
  language,
  isHere,
  go,
}: OutlineEntry & { language: string; isHere: boolean; go: (id: string) => void }) {
  return (
    <li data-level={level}>
      <button
        type="button"
        className={classes.entry}
        tabIndex={-1}
        aria-current={isHere ? 'location' : undefined}
        onClick={() => go(id)}
      >
        {label && (
          <span className={classes.label}>
            <bdi dir="ltr">{label}</bdi>
          </span>
        )}
        <span className={classes.text} dir={directionOfWords(text, language)}>
          {text}
        </span>
      </button>
    </li>
  );
});
