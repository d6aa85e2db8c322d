import { ActionIcon, Button, TextInput } from '@mantine/core';
import { say, useFormat } from '@plenary/ground/web';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { replaceAll, replaceOne, setQuery, step } from '../editor/find';
import { findKey } from '../editor/find-marks';
import { useEditorValue } from '../editor/use-editor';
import { writing } from '../writing';
import classes from './FindBar.module.css';

interface Props {
  editor: Editor;
  writable: boolean;
  onClose: () => void;
}

/** Finds words in the text, without regard to case, accents and vowel signs; who writes replaces them. */
export function FindBar({ editor, writable, onClose }: Props) {
  const { t } = useTranslation(writing);
  const format = useFormat();
  const { query, at, count } = useEditorValue(editor, (now) => {
    const state = findKey.getState(now.state);
    return { query: state?.query ?? '', at: (state?.current ?? -1) + 1, count: state?.found.length ?? 0 };
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
  return (
    <div
      role="search"
      className={classes.find}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={classes.row}>
        <TextInput
          className={classes.field}
          aria-label={t('find.label')}
          placeholder={t('find.label')}
          value={query}
          onChange={(event) => setQuery(editor.view, event.currentTarget.value)}
          onKeyDown={onEnter((event) => step(editor.view, event.shiftKey ? -1 : 1))}
          autoFocus
          dir="auto"
        />
        <span role="status" className={classes.count}>
          {query && t('find.count', { at: format.number(at), count: format.number(count) })}
        </span>
        <ActionIcon aria-label={t('find.before')} onClick={() => step(editor.view, -1)}>
          <IconChevronUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={t('find.next')} onClick={() => step(editor.view, 1)}>
          <IconChevronDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={t('common:close')} onClick={close}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
      {writable && <Replace editor={editor} count={count} />}
    </div>
  );
}

/** Writes other words in the place of what was found. */
function Replace({ editor, count }: { editor: Editor; count: number }) {
  const { t } = useTranslation(writing);
  const [words, setWords] = useState('');
  const all = () => {
    const done = replaceAll(editor.view, words);
    if (done === null) return say(t('replace.too-many'), { tone: 'problem' });
    if (done > 0) say(t('replace.done', { count: done }));
  };
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.field}
        aria-label={t('replace.label')}
        placeholder={t('replace.label')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={onEnter(() => replaceOne(editor.view, words))}
        dir="auto"
      />
      <Button
        variant="default"
        size="xs"
        disabled={count === 0}
        onClick={() => replaceOne(editor.view, words)}
      >
        {t('replace.one')}
      </Button>
      <Button variant="default" size="xs" disabled={count === 0} onClick={all}>
        {t('replace.all')}
      </Button>
    </div>
  );
}

const onEnter = (act: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  act(event);
};
