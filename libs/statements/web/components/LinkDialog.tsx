import { Button, TextInput } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import { linkFromInput } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { writing } from '../writing';

/** The address of a link; without a selection the address itself is written. */
export function LinkDialog({
  editor,
  opened,
  onClose,
}: {
  editor: Editor;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(writing);
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const isLink = opened && editor.isActive('link');
  useEffect(() => {
    if (!opened) return;
    setAddress(String(editor.getAttributes('link')['href'] ?? ''));
    setWrong(false);
  }, [editor, opened]);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const href = linkFromInput(address);
    if (!href) return setWrong(true);
    const chain = editor.chain().focus();
    if (isLink) chain.extendMarkRange('link').setMark('link', { href }).run();
    else if (editor.state.selection.empty) {
      chain
        .insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain.setMark('link', { href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onClose();
  };
  return (
    <Dialog title={t('link.title')} opened={opened} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <TextInput
          label={t('link.label')}
          description={t('link.hint')}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={wrong ? t('link.wrong') : undefined}
          dir="ltr"
          autoFocus
        />
        <Button type="submit" mt="lg">
          {t('link.save')}
        </Button>
        {isLink && (
          <Button variant="default" mt="lg" ms="sm" onClick={remove}>
            {t('link.remove')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}
