import { Button, Textarea } from '@mantine/core';
import { withoutUnseen } from '@plenary/ground/kernel';
import { Dialog } from '@plenary/ground/web';
import { statementLimits } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOfFootnote } from '../editor/outline';
import { writing } from '../writing';

export interface FootnotePlace {
  /** Its id, since where it stands changes while others write; null for one that is still to be made at the caret. */
  readonly id: string | null;
  readonly text: string;
}

/** The source that a footnote names. */
export function FootnoteDialog({
  editor,
  place,
  onClose,
}: {
  editor: Editor;
  place: FootnotePlace | null;
  onClose: () => void;
}) {
  const { t } = useTranslation(writing);
  const [text, setText] = useState('');
  const [gone, setGone] = useState(false);
  useEffect(() => {
    setText(place?.text ?? '');
    setGone(false);
  }, [place]);

  const save = () => {
    const clean = withoutUnseen(text).trim();
    if (!place || clean === '') return;
    const { state, view } = editor;
    const pos = place.id === null ? null : placeOfFootnote(state.doc, place.id);
    if (place.id === null) {
      editor
        .chain()
        .focus()
        .insertContent({ type: 'footnote', attrs: { text: clean } })
        .run();
    } else if (pos === null) {
      // Somebody deleted it meanwhile: what was written stays here, to be taken along.
      return setGone(true);
    } else view.dispatch(state.tr.setNodeAttribute(pos, 'text', clean));
    onClose();
  };
  const remove = () => {
    const { state, view } = editor;
    const pos = place?.id ? placeOfFootnote(state.doc, place.id) : null;
    if (pos !== null) view.dispatch(state.tr.delete(pos, pos + 1));
    onClose();
  };
  return (
    <Dialog
      title={t('footnote.title')}
      opened={place !== null}
      onClose={onClose}
      actions={
        <>
          {place?.id && (
            <Button variant="default" onClick={remove}>
              {t('footnote.remove')}
            </Button>
          )}
          <Button onClick={save} disabled={text.trim() === ''}>
            {t('footnote.save')}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('footnote.label')}
        description={t('footnote.hint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={statementLimits.footnoteLength}
        error={gone ? t('footnote.gone') : undefined}
        rows={4}
        dir="auto"
        autoFocus
      />
    </Dialog>
  );
}
