import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state';
import { directionOfWords } from '@plenary/ground/kernel';
import {
  statementLimits,
  type ParagraphDirection,
  type ParagraphKind,
  type ParagraphStyle,
} from '@plenary/statements/domain';

type Attributes = Readonly<Record<string, unknown>>;

const plain: Attributes = { style: 'text', indent: 0, start: 0 };

const isList = (style: unknown): boolean => style === 'bullet' || style === 'numbered';

/** The paragraphs that the selection touches. */
export function selectedParagraphs(state: EditorState): { node: Node; pos: number }[] {
  const { from, to } = state.selection;
  const found: { node: Node; pos: number }[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    found.push({ node, pos });
    return false;
  });
  return found;
}

/** Changes attributes of every selected paragraph; only those that differ, so that nothing is written needlessly. */
function change(of: (attributes: Attributes) => Attributes): Command {
  return (state, dispatch) => {
    const { tr } = state;
    for (const { node, pos } of selectedParagraphs(state)) {
      for (const [name, value] of Object.entries(of(node.attrs))) {
        if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
      }
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Sets a style; asked for again, plain text. */
export function setStyle(style: ParagraphStyle, level = 1): Command {
  return (state, dispatch, view) => {
    const paragraphs = selectedParagraphs(state);
    const has = ({ attrs }: Node) =>
      attrs['style'] === style && (style !== 'heading' || attrs['level'] === level);
    const all = style !== 'text' && paragraphs.length > 0 && paragraphs.every(({ node }) => has(node));
    const next = all ? 'text' : style;
    const attributes = (now: Attributes): Attributes => ({
      style: next,
      ...(next === 'heading' ? { level } : {}),
      ...(next === 'numbered' ? {} : { start: 0 }),
      ...(isList(next)
        ? { indent: Math.min(Number(now['indent']), statementLimits.deepestIndent) }
        : { indent: 0 }),
    });
    return change(attributes)(state, dispatch, view);
  };
}

export const setKind = (kind: ParagraphKind): Command => change(() => ({ kind }));

/** Which way the selected paragraphs run. */
export const setDirection = (direction: ParagraphDirection): Command => change(() => ({ direction }));

/** Turns the selected paragraphs round, all as the first; back to what follows from the language, nothing is said. */
export function turnDirection(language: string): Command {
  return (state, dispatch, view) => {
    const first = selectedParagraphs(state)[0]?.node;
    if (!first) return false;
    const usual = directionOfWords(first.textContent, language);
    const now = first.attrs['direction'] === 'auto' ? usual : first.attrs['direction'];
    const turned = now === 'rtl' ? 'ltr' : 'rtl';
    return setDirection(turned === usual ? 'auto' : turned)(state, dispatch, view);
  };
}

/** Deeper or shallower list items; nothing else is indented. */
export function indentBy(step: 1 | -1): Command {
  return change(({ style, indent }) =>
    isList(style)
      ? { indent: Math.min(statementLimits.deepestIndent, Math.max(0, Number(indent) + step)) }
      : {},
  );
}

/** True inside a list; elsewhere Tab leaves the editor. */
export const inList = (state: EditorState): boolean =>
  selectedParagraphs(state).some(({ node }) => isList(node.attrs['style']));

/** Enter: the next paragraph of the same kind; an empty list item or quote ends its list; text follows a heading. */
export const enter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  if (!parent.isTextblock || $from.depth !== 1) return false;
  const { style, indent } = parent.attrs as { style: ParagraphStyle; indent: number };
  if (empty && parent.content.size === 0 && (style !== 'text' || indent > 0)) {
    return isList(style) && indent > 0 ? indentBy(-1)(state, dispatch) : change(() => plain)(state, dispatch);
  }
  if (!dispatch) return true;
  const tr = state.tr.deleteSelection();
  const at = tr.selection.$from;
  // Only the first of a list begins its count.
  const attributes = { ...at.parent.attrs, id: null, start: 0 };
  if (at.parentOffset === 0 && at.parent.content.size > 0) {
    // At its very beginning: the paragraph moves down whole, and keeps its id and comments.
    tr.insert(at.before(), at.parent.type.create(attributes));
  } else {
    const atEnd = at.parentOffset === at.parent.content.size;
    const next = style === 'heading' && atEnd ? { ...attributes, style: 'text', level: 1 } : attributes;
    tr.split(at.pos, 1, [{ type: at.parent.type, attrs: next }]);
  }
  dispatch(tr.scrollIntoView());
  return true;
};

/** Backspace at the beginning: first the indent goes, then the style; then paragraphs join as usual. */
export const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.depth !== 1) return false;
  const { style, indent } = $from.parent.attrs as { style: ParagraphStyle; indent: number };
  if (isList(style) && indent > 0) return indentBy(-1)(state, dispatch);
  if (style !== 'text' || indent > 0) return change(() => plain)(state, dispatch);
  return false;
};

/** Puts the caret at the start of a paragraph. */
export function goTo(pos: number): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos + 1))));
    return true;
  };
}
