import { forkOf, fromText, type Layer } from '@plenary/ground/text';
import { bindingIn } from '@plenary/ground/web/editor';
import { useMe } from '@plenary/identity/web';
import { useShownText, type InStatement, type TextInstead } from '@plenary/statements/web';
import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useReducer } from 'react';
import * as Y from 'yjs';
import type { Opened } from '../drafts/suggesting';
import { draftMarks } from '../editor/draft-marks';
import '../editor/marks.css';
import type { MarkWords } from '../editor/mark-looks';
import { marksOf, suggestionMarks, suggestionsKey } from '../editor/suggestion-marks';
import { sameLayers } from '../editor/upon-text';
import type { Mode } from '../mode';
import { AcceptedHead } from './AcceptedHead';
import { DraftHead } from './DraftHead';
import { DraftSaving } from './DraftSaving';
import { useMarkWords } from './use-mark-words';
import { useUpon } from './use-upon';

type Props = InStatement & { mode: Mode };

/** What the page shows beside, or instead of, the text as it stands. */
export function ShownSuggestions(props: Props) {
  if (props.mode.opened) return <Draft {...props} opened={props.mode.opened} />;
  return props.mode.view === 'accepted' ? <Accepted {...props} /> : <Marks {...props} />;
}

let made = 0;
const insteads = new WeakMap<Opened, TextInstead>();

function insteadOf(opened: Opened, make: () => Omit<TextInstead, 'key' | 'doc' | 'writable'>): TextInstead {
  const writable = opened.keeper !== null && opened.draft.isWhole;
  const known = insteads.get(opened);
  if (known?.writable === writable) return known;
  const { key, ...rest } = known ?? { key: `draft ${made++}`, ...make() };
  const now: TextInstead = { ...rest, key, doc: opened.draft.fork, writable };
  insteads.set(opened, now);
  return now;
}

/** A suggestion is written: the editor has the copy in which that is done. */
function Draft({ statement, mode, opened }: Props & { opened: Opened }) {
  const words = useMarkWords();
  const { text, instead, show } = useShownText();
  const colour = useMe().data?.person.colour;
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const { isWhole } = opened.draft;
  useEffect(() => {
    if (isWhole) return;
    text.on('afterTransaction', look);
    return () => text.off('afterTransaction', look);
  }, [text, isWhole]);
  const wanted = insteadOf(opened, () => ({
    extensions: [
      Extension.create({
        name: 'draft',
        addProseMirrorPlugins: () => [draftMarks(text, opened.draft.client, words, colour)],
      }),
    ],
    Head: () => <DraftHead mode={mode} opened={opened} statement={statement} />,
    Saving: () => <DraftSaving opened={opened} />,
  }));
  useEffect(() => {
    if (instead !== wanted) show(wanted);
  }, [instead, wanted, show]);
  return null;
}

/** The text with all open suggestions in it, to be read. */
function Accepted({ statement, mode }: Props) {
  const { text, instead, show } = useShownText();
  const { layers, query } = useUpon(statement.id, text);
  const isThere = query.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const wanted = acceptedUpon(text, layers, mode);
    if (instead !== wanted) show(wanted);
  }, [isThere, text, layers, instead, show, mode]);
  return null;
}

interface Preview {
  readonly layers: readonly Layer[];
  readonly instead: TextInstead;
  readonly close: () => void;
}

const previews = new WeakMap<Mode, Preview>();

/** The same as long as nothing else is suggested: editors come and go meanwhile. */
function acceptedUpon(text: Y.Doc, layers: readonly Layer[], mode: Mode): TextInstead {
  const known = previews.get(mode);
  if (known && sameLayers(known.layers, layers)) return known.instead;
  known?.close();
  const doc = forkOf(text, layers);
  const follow = (update: Uint8Array) => Y.applyUpdate(doc, update, fromText);
  text.on('update', follow);
  const close = () => {
    previews.delete(mode);
    text.off('update', follow);
    // The editor that shows it goes first.
    setTimeout(() => doc.destroy(), 1_000);
  };
  mode.onLeave = close;
  const Head = () => <AcceptedHead mode={mode} />;
  const instead = { key: `accepted ${made++}`, doc, writable: false, extensions: [], Head };
  previews.set(mode, { layers, instead, close });
  return instead;
}

/** All open suggestions, marked upon the text. */
function Marks({ statement, editor, mode }: Props) {
  const words = useMarkWords();
  const { text, instead } = useShownText();
  const { upon, marked } = useUpon(statement.id, text);
  useEffect(() => {
    editor.registerPlugin(suggestionMarks((id) => mode.choose(id)));
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(suggestionsKey);
    };
  }, [editor, mode]);
  const { chosen } = mode;
  useEffect(() => {
    if (!instead) return drawWhenCalm(editor, () => draw(editor, marked, chosen, words));
  }, [editor, instead, marked, chosen, words, upon]);
  return null;
}

function draw(
  editor: Editor,
  marked: Parameters<typeof marksOf>[2],
  chosen: string | null,
  words: MarkWords,
) {
  const binding = bindingIn(editor.state);
  if (!binding) return;
  const marks = marksOf(editor.state.doc, binding.text, marked, chosen, words);
  editor.view.dispatch(editor.state.tr.setMeta(suggestionsKey, marks).setMeta('addToHistory', false));
}

/** Decorations beside what is composed would break the composition. */
function drawWhenCalm(editor: Editor, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = () => {
    timer = null;
    if (editor.isDestroyed) return;
    if (editor.view.composing) timer = setTimeout(look, 200);
    else act();
  };
  timer = setTimeout(look, 0);
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}
