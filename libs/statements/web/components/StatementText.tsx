import type { DocumentProvider } from '@plenary/ground/collab/client';
import { say } from '@plenary/ground/web';
import { TextBinding } from '@plenary/ground/web/editor';
import { statementRules, type StatementView } from '@plenary/statements/domain';
import { EditorContent, useEditor, type Editor, type Extensions } from '@tiptap/react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bindingOf, editorExtensions } from '../editor/extensions';
import { Clipboard } from '../editor/clipboard';
import { dropParagraphs } from '../editor/moving';
import { useUnsentMarks } from '../editor/unsent-marks';
import { useProviderValue } from '../editor/use-provider';
import { Margins } from '../slots/Margins';
import '../editor/text.css';
import { FootnoteDialog, type FootnotePlace } from './FootnoteDialog';
import { FindBar } from './FindBar';
import { HelpSheet } from './HelpSheet';
import { LinkDialog } from './LinkDialog';
import { Sources } from './Sources';
import classes from './StatementText.module.css';
import { Toolbar } from './Toolbar';

interface Props {
  statement: StatementView;
  provider: DocumentProvider;
  writable: boolean;
  /** Plugins of rooms above. */
  added: Extensions;
  onEditor: (editor: Editor | null) => void;
}

/** The text of a statement, to be read and written. */
export const StatementText = memo(function StatementText({
  statement,
  provider,
  writable,
  added,
  onEditor,
}: Props) {
  const { t } = useTranslation('statements');
  const [open, setOpen] = useState<'link' | 'find' | 'help' | null>(null);
  const [footnote, setFootnote] = useState<FootnotePlace | null>(null);
  const page = useMemo(
    () => ({
      openLink: () => setOpen('link'),
      openFind: () => setOpen('find'),
      openHelp: () => setOpen('help'),
      addFootnote: () => setFootnote({ id: null, text: '' }),
    }),
    [],
  );
  const binding = useMemo(() => new TextBinding(provider.doc, statementRules), [provider.doc]);
  const clipboard = useClipboard(binding);
  const editor = useEditor({
    extensions: [
      ...editorExtensions({
        binding,
        awareness: provider.awareness,
        placeholder: t('placeholder'),
        numberName: (label) => t('number.link', { label }),
        page,
      }),
      ...added,
    ],
    editable: writable,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('text.label', { title: statement.title }),
        class: 'statement-text',
        lang: statement.language,
        spellcheck: 'true',
      },
      ...clipboard.dragging,
      handlePaste: (view, event) => clipboard.paste(view, event.clipboardData),
      handleDrop: (view, event, _slice, moved) =>
        dropParagraphs(binding, view, event, moved) || clipboard.drop(view, event, moved),
      handleClickOn: (view, _pos, node, _nodePos, event) => {
        if (node.type.name !== 'footnote' || !node.attrs['id'] || !view.editable) return false;
        event.preventDefault();
        setFootnote({ id: node.attrs['id'] as string, text: String(node.attrs['text']) });
        return true;
      },
      handleDOMEvents: {
        click: (_view, event) => copyNumberLink(event, t('number.copied')),
        copy: (view, event) => clipboard.copy(view, event),
        cut: (view, event) => clipboard.cut(view, event),
      },
    },
  });

  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  useEffect(() => {
    if (editor.isEditable !== writable) editor.setEditable(writable, false);
    editor.view.dom.setAttribute('aria-readonly', String(!writable));
  }, [editor, writable]);
  useRedraw(editor, provider);
  useUnsentMarks(editor, provider);
  useHashTarget(editor);

  return (
    <>
      <div className={classes.bar}>
        <Toolbar
          editor={editor}
          statement={statement}
          writable={writable}
          onLink={page.openLink}
          onFootnote={page.addFootnote}
          onFind={page.openFind}
          onHelp={page.openHelp}
        />
        {open === 'find' && <FindBar editor={editor} onClose={() => setOpen(null)} />}
      </div>
      <div className={classes.text}>
        <EditorContent editor={editor} />
        <Margins statement={statement} editor={editor} />
      </div>
      <Sources editor={editor} onOpen={writable ? setFootnote : undefined} />
      <LinkDialog editor={editor} opened={open === 'link'} onClose={() => setOpen(null)} />
      <HelpSheet opened={open === 'help'} onClose={() => setOpen(null)} />
      <FootnoteDialog editor={editor} place={footnote} onClose={() => setFootnote(null)} />
    </>
  );
});

/** The clipboard of this page, in the person's words. */
function useClipboard(binding: TextBinding): Clipboard {
  const { t } = useTranslation('statements');
  return useMemo(
    () =>
      new Clipboard(binding, {
        notes: () => t('sources'),
        tooLarge: () => say(t('paste.too-large'), { tone: 'problem' }),
        leftOut: (kinds) => {
          const list = new Intl.ListFormat(document.documentElement.lang || 'en');
          say(t('paste.left-out', { things: list.format(kinds.map((kind) => t(`paste.left-out.${kind}`))) }));
        },
      }),
    [binding, t],
  );
}

/** A number in the margin is the paragraph's address: a click takes it along. */
function copyNumberLink(event: Event, sentence: string): boolean {
  const link = (event.target as Element).closest?.('a.paragraph-number') as HTMLAnchorElement | null;
  if (!link) return false;
  event.preventDefault();
  history.replaceState(history.state, '', link.hash);
  navigator.clipboard?.writeText(link.href).then(
    () => say(sentence),
    () => undefined, // The address stands in the address bar all the same.
  );
  return true;
}

/** Draws the whole text anew after the binding failed to follow a change. */
function useRedraw(editor: Editor, provider: DocumentProvider): void {
  const redraws = useProviderValue(provider, (each) => each.redraws);
  const before = useRef(redraws);
  useEffect(() => {
    if (before.current === redraws) return;
    before.current = redraws;
    bindingOf(editor)?.redraw();
  }, [editor, redraws]);
}

/** Opens at the paragraph that the address names, and shows which it is. */
function useHashTarget(editor: Editor): void {
  useEffect(() => {
    const show = () => {
      const target = location.hash.startsWith('#p-')
        ? editor.view.dom.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)
        : null;
      target?.scrollIntoView({ block: 'center' });
      target?.animate?.([{ background: 'var(--plenary-accent-soft)' }, { background: 'transparent' }], 2_500);
    };
    const timer = setTimeout(show, 100);
    window.addEventListener('hashchange', show);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('hashchange', show);
    };
  }, [editor]);
}
