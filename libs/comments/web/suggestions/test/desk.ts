import { readText } from '@plenary/ground/text';
import { TextBinding, textPlugin } from '@plenary/ground/web/editor';
import { attributeNames, paragraphAnchor, statementRules, usualAttributes } from '@plenary/statements/domain';
import { Editor, Extension, Node } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Text from '@tiptap/extension-text';
import type { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';

const Statement = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });
const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes: () =>
    Object.fromEntries(
      Object.entries({ id: null, ...usualAttributes }).map(([name, usual]) => [name, { default: usual }]),
    ),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node }) => ['p', { id: paragraphAnchor(String(node.attrs['id'])) }, 0],
});

/** An editor on a text of statements, as far as specs of suggestions need one. */
export class Desk {
  readonly binding: TextBinding;
  readonly editor: Editor;

  constructor(
    readonly doc: Y.Doc,
    plugins: (binding: TextBinding) => readonly Plugin[] = () => [],
  ) {
    this.binding = new TextBinding(doc, statementRules);
    const all = () => [textPlugin(this.binding), ...plugins(this.binding)];
    this.editor = new Editor({
      element: document.createElement('div'),
      extensions: [
        Statement,
        Paragraph,
        Text,
        Bold,
        Extension.create({ name: 'desk', addProseMirrorPlugins: () => [...all()] }),
      ],
    });
  }

  get dom(): HTMLElement {
    return this.editor.view.dom;
  }

  /** A place in a paragraph, by its index, so many characters from its beginning. */
  at(index: number, offset: number): number {
    const { doc } = this.editor.state;
    let pos = 0;
    for (let each = 0; each < index; each++) pos += doc.child(each).nodeSize;
    return pos + 1 + offset;
  }

  type(index: number, offset: number, words: string): void {
    [...words].forEach((sign, at) => {
      const pos = this.at(index, offset + at);
      this.editor.view.dispatch(this.editor.state.tr.insertText(sign, pos, pos));
    });
  }

  delete(index: number, from: number, to: number): void {
    this.editor.view.dispatch(this.editor.state.tr.delete(this.at(index, from), this.at(index, to)));
  }

  replace(index: number, from: number, to: number, words: string): void {
    this.editor.view.dispatch(
      this.editor.state.tr.insertText(words, this.at(index, from), this.at(index, to)),
    );
  }

  /** Presses Enter. */
  split(index: number, offset: number): void {
    const { state, view } = this.editor;
    const attrs = { ...state.doc.child(index).attrs, id: null };
    const type = state.schema.nodes['paragraph']!;
    view.dispatch(state.tr.split(this.at(index, offset), 1, [{ type, attrs }]));
  }

  remove(index: number): void {
    const { doc, tr } = this.editor.state;
    const from = this.at(index, 0) - 1;
    this.editor.view.dispatch(tr.delete(from, from + doc.child(index).nodeSize));
  }

  close(): void {
    this.editor.destroy();
  }
}

/** The words of each paragraph of a text. */
export const wordsIn = (doc: Y.Doc): string[] =>
  readText(doc, attributeNames).map(({ content }) =>
    content.map((inline) => ('text' in inline ? inline.text : '*')).join(''),
  );

/** Lets what is due with the next turn run. */
export const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
