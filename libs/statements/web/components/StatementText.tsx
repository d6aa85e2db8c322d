import type { DocumentProvider } from '@plenary/ground/collab/client';
import { directionOf } from '@plenary/ground/kernel';
import { say } from '@plenary/ground/web';
import { bindingIn, TextBinding } from '@plenary/ground/web/editor';
import { paragraphAnchor, statementRules, type StatementView } from '@plenary/statements/domain';
import type { Editor, Extensions } from '@tiptap/core';
import type { EditorProps } from '@tiptap/pm/view';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editorExtensions } from '../editor/extensions';
import { Clipboard } from '../editor/clipboard';
import { goTo } from '../editor/commands';
import { dropParagraphs } from '../editor/moving';
import { useUnsentMarks } from '../editor/unsent-marks';
import { useEditor } from '../editor/use-editor';
import { useProviderValue } from '../editor/use-provider';
import { Fill } from '../slots/Fill';
import { Margins } from '../slots/Margins';
import type { TextInstead } from '../slots/statement-slots';
import '../editor/text.css';
import { writing } from '../writing';
import { copyLink } from './copy-link';
import type { FootnotePlace } from './FootnoteDialog';
import { Sources } from './Sources';
import classes from './StatementText.module.css';
import { Toolbar } from './Toolbar';
import { useBesideText } from './use-beside-text';

/** What is open beside the text. */
export type OpenBeside = 'link' | 'find' | 'help' | null;

interface Props {
  statement: StatementView;
  provider: DocumentProvider;
  /** A copy of the text, to be shown in its place. */
  instead: TextInstead | null;
  writable: boolean;
  /** Plugins of rooms above. */
  added: Extensions;
  open: OpenBeside;
  onOpen: (what: OpenBeside) => void;
  onEditor: (editor: Editor | null) => void;
}

/** The text of a statement, to be read and written. */
export const StatementText = memo(function StatementText({
  statement,
  provider,
  instead,
  writable,
  added,
  open,
  onOpen,
  onEditor,
}: Props) {
  const { t } = useTranslation(writing);
  const [footnote, setFootnote] = useState<FootnotePlace | null>(null);
  const page = useMemo(
    () => ({
      openLink: () => onOpen('link'),
      openFind: () => onOpen('find'),
      openHelp: () => onOpen('help'),
      addFootnote: () => setFootnote({ id: null, text: '' }),
      tellTabLeaves: () => say(t('act.tab-leaves')),
    }),
    [onOpen, t],
  );
  const doc = instead?.doc ?? provider.doc;
  const binding = useMemo(() => new TextBinding(doc, statementRules), [doc]);
  const clipboard = useClipboard(binding);
  const place = useRef<HTMLDivElement>(null);
  const editor = useEditor(place, {
    extensions: () => [
      ...editorExtensions({
        binding,
        // Where others stand in the text is no place in a copy.
        awareness: instead ? null : provider.awareness,
        language: statement.language,
        placeholder: t('placeholder'),
        numberName: (label) => t('number.link', { label }),
        page,
      }),
      ...added,
      ...(instead?.extensions ?? []),
    ],
    editable: writable,
    props: useEditorProps(statement, binding, clipboard, setFootnote),
  });
  const close = useCallback(() => {
    onOpen(null);
    setFootnote(null);
  }, [onOpen]);
  const missing = useCallback(() => {
    close();
    say(t('late.not-loaded'), { tone: 'problem' });
  }, [close, t]);
  const beside = useBesideText(editor, open !== null || footnote !== null, missing);

  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);

  return (
    <>
      {instead && (
        <Fill>
          <instead.Head />
        </Fill>
      )}
      <div className={classes.writing}>
        <div className={classes.bar} data-finds={open === 'find' || undefined}>
          <div className={classes.tools}>
            {editor && (
              <Toolbar
                editor={editor}
                statement={statement}
                writable={writable}
                onLink={page.openLink}
                onFootnote={page.addFootnote}
              />
            )}
          </div>
          {editor && beside && open === 'find' && (
            <beside.FindBar editor={editor} writable={writable} onClose={close} />
          )}
        </div>
        <div className={classes.text} dir={directionOf(statement.language)}>
          <div ref={place} />
          {editor && <Margins statement={statement} editor={editor} />}
        </div>
      </div>
      {editor &&
        (instead ? <FollowsPage editor={editor} /> : <Follows editor={editor} provider={provider} />)}
      <div dir={directionOf(statement.language)}>
        {editor && <Sources editor={editor} onOpen={writable ? setFootnote : undefined} />}
      </div>
      {editor && beside && (
        <>
          <beside.LinkDialog editor={editor} opened={open === 'link'} onClose={close} />
          <beside.HelpSheet opened={open === 'help'} onClose={close} />
          <beside.FootnoteDialog editor={editor} place={footnote} onClose={close} />
        </>
      )}
    </>
  );
});

/** What follows what happens to the text and to the page. */
function Follows({ editor, provider }: { editor: Editor; provider: DocumentProvider }) {
  useRedraw(editor, provider);
  useUnsentMarks(editor, provider);
  return <FollowsPage editor={editor} />;
}

function FollowsPage({ editor }: { editor: Editor }) {
  useHashTarget(editor);
  return null;
}

/** What the editor is on this page, and what happens to what is brought to it. */
function useEditorProps(
  { title, language }: StatementView,
  binding: TextBinding,
  clipboard: Clipboard,
  onFootnote: (place: FootnotePlace) => void,
): EditorProps {
  const { t } = useTranslation(writing);
  return useMemo(
    () => ({
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('text.label', { title }),
        class: 'statement-text',
        lang: language,
        // Who reads gets here by Tab, too.
        tabindex: '0',
        spellcheck: 'true',
      },
      ...clipboard.dragging,
      handlePaste: (view, event) => clipboard.paste(view, event.clipboardData),
      handleDrop: (view, event, _slice, moved) =>
        dropParagraphs(binding, view, event, moved) || clipboard.drop(view, event, moved),
      handleClickOn: (view, _pos, node, _nodePos, event) => {
        if (node.type.name !== 'footnote' || !node.attrs['id'] || !view.editable) return false;
        event.preventDefault();
        onFootnote({ id: node.attrs['id'] as string, text: String(node.attrs['text']) });
        return true;
      },
      handleDOMEvents: {
        click: (_view, event) => copyNumberLink(event, t('number.copied')),
        copy: (view, event) => clipboard.copy(view, event),
        cut: (view, event) => clipboard.cut(view, event),
      },
    }),
    [title, language, binding, clipboard, onFootnote, t],
  );
}

/** The clipboard of this page, in the person's words. */
function useClipboard(binding: TextBinding): Clipboard {
  const { t } = useTranslation(writing);
  return useMemo(
    () =>
      new Clipboard(binding, {
        notes: () => t('sources'),
        tooLarge: () => say(t('paste.too-large'), { tone: 'problem' }),
        notRead: (came) => say(t(came ? 'paste.plain' : 'paste.not-loaded'), { tone: 'problem' }),
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
  copyLink(link.hash.slice(1 + paragraphAnchor('').length), sentence);
  return true;
}

/** Draws the whole text anew after the binding failed to follow a change. */
function useRedraw(editor: Editor, provider: DocumentProvider): void {
  const redraws = useProviderValue(provider, (each) => each.redraws);
  const before = useRef(redraws);
  useEffect(() => {
    if (before.current === redraws) return;
    before.current = redraws;
    bindingIn(editor.state)?.redraw();
  }, [editor, redraws]);
}

/** Opens at the paragraph that the address names, shows which it is, and gives it the focus. */
function useHashTarget(editor: Editor): void {
  useEffect(() => {
    const show = () => {
      const { dom } = editor.view;
      const target = location.hash.startsWith(`#${paragraphAnchor('')}`)
        ? dom.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)
        : null;
      if (!target) return;
      goTo(editor.view.posAtDOM(target, 0) - 1)(editor.state, editor.view.dispatch);
      dom.focus({ preventScroll: true });
      // An editor that is only read leaves the caret where it is.
      if (!editor.view.editable) getSelection()?.collapse(target, 0);
      target.scrollIntoView({ block: 'center' });
      target.animate?.([{ background: 'var(--plenary-accent-soft)' }, { background: 'transparent' }], 2_500);
    };
    const timer = setTimeout(show, 100);
    window.addEventListener('hashchange', show);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('hashchange', show);
    };
  }, [editor]);
}
