import { ActionIcon, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEditorState, type Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { findKey, setQuery, step } from '../editor/find';
import classes from './FindBar.module.css';

/** Finds words in the text, without regard to case and accents. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('statements');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => findKey.getState(now.state) ?? null,
  });
  useEffect(
    () => () => {
      if (!editor.isDestroyed) setQuery(editor.view, '');
    },
    [editor],
  );
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const count = state?.found.length ?? 0;
  return (
    <div
      role="search"
      className={classes.find}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
        if (event.key === 'Enter') step(editor.view, event.shiftKey ? -1 : 1);
      }}
    >
      <TextInput
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={state?.query ?? ''}
        onChange={(event) => setQuery(editor.view, event.currentTarget.value)}
        autoFocus
        dir="auto"
      />
      <span role="status" className={classes.count}>
        {state?.query ? t('find.count', { at: state.current + 1, count }) : ''}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('find.before')}
        onClick={() => step(editor.view, -1)}
      >
        <IconChevronUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('find.next')}
        onClick={() => step(editor.view, 1)}
      >
        <IconChevronDown size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label={t('common:close')} onClick={close}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
