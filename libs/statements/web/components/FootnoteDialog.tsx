import { Button, Textarea } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import { statementLimits } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface FootnotePlace {
  /** Where it stands; null for one that is still to be made at the caret. */
  readonly pos: number | null;
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
  const { t } = useTranslation('statements');
  const [text, setText] = useState('');
  useEffect(() => setText(place?.text ?? ''), [place]);

  const save = () => {
    const clean = text.trim();
    if (!place || clean === '') return;
    const { state, view } = editor;
    if (place.pos === null) {
      editor
        .chain()
        .focus()
        .insertContent({ type: 'footnote', attrs: { text: clean } })
        .run();
    } else if (state.doc.nodeAt(place.pos)?.type.name === 'footnote') {
      view.dispatch(state.tr.setNodeAttribute(place.pos, 'text', clean));
    }
    onClose();
  };
  const remove = () => {
    const { state, view } = editor;
    const pos = place?.pos ?? null;
    if (pos !== null && state.doc.nodeAt(pos)?.type.name === 'footnote')
      view.dispatch(state.tr.delete(pos, pos + 1));
    onClose();
  };
  return (
    <Dialog
      title={t('footnote.title')}
      opened={place !== null}
      onClose={onClose}
      actions={
        <>
          {place?.pos !== null && place && (
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
        rows={4}
        dir="auto"
        autoFocus
      />
    </Dialog>
  );
}
