import { bindingIn, paragraphName, TextBinding, textPlugin } from '@plenary/ground/web/editor';
import { anchorOf, printOf } from '@plenary/ground/text';
import type { PlaceView } from '@plenary/comments/domain';
import { paragraphAnchor, statementFromParagraphs, statementRules } from '@plenary/statements/domain';
import { Editor, Extension, Node } from '@tiptap/core';
import * as Y from 'yjs';

/** An editor as the page of a statement has one, as far as threads know it: paragraphs with ids, and their text. */
export function textOf(words: readonly string[]): Editor {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    statementFromParagraphs(
      words.map((text) => ({ text })),
      1,
    ),
  );
  doc.clientID = 9;
  const binding = new TextBinding(doc, statementRules);
  const attributes = Object.entries({ id: null, ...statementRules.usual });
  return new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [
      Node.create({ name: 'doc', topNode: true, content: 'paragraph+' }),
      Node.create({ name: 'text', group: 'inline' }),
      Node.create({
        name: paragraphName,
        content: 'inline*',
        addAttributes: () =>
          Object.fromEntries(attributes.map(([name, usual]) => [name, { default: usual }])),
        renderHTML: ({ node }) => ['p', { id: paragraphAnchor(String(node.attrs['id'])) }, 0],
      }),
      Extension.create({ name: 'shared', addProseMirrorPlugins: () => [textPlugin(binding)] }),
    ],
    editorProps: { attributes: { class: 'statement-text', tabindex: '0' } },
  });
}

/** What a thread on some words of a paragraph is about, as the server would have read it. */
export function placeOf(editor: Editor, paragraph: number, quote: string): PlaceView {
  const { text } = bindingIn(editor.state)!;
  const its = text.page[paragraph]!;
  const from = its.text.indexOf(quote);
  const anchor = anchorOf(
    text,
    { paragraph: its, offset: from },
    { paragraph: its, offset: from + quote.length },
  );
  return {
    ...{ kind: 'passage', anchor, print: printOf(text, anchor) },
    ...{ suggestionId: null, paragraphId: its.id, quote, before: '', after: '' },
  };
}
