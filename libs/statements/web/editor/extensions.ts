import { Node, type Editor, type Extensions } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import StarterKit from '@tiptap/starter-kit';
import type { TextBinding } from '@plenary/ground/web/editor';
import type { Awareness } from 'y-protocols/awareness';
import { find } from './find';
import { Footnote, Link } from './inline-nodes';
import { margin } from './margin';
import { Paragraph } from './paragraph-node';
import { SharedText } from './shared-text';
import { StatementKeys, type PageKeys } from './statement-keys';

/** A statement is a list of paragraphs, and at least one. */
const Statement = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

/** Everything the text may consist of; must agree with `statementRules`, by which the server judges. */
export const schemaExtensions: Extensions = [
  Statement,
  Paragraph,
  Link,
  Footnote,
  StarterKit.configure({
    document: false,
    paragraph: false,
    heading: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    codeBlock: false,
    code: false,
    strike: false,
    underline: false,
    link: false,
    horizontalRule: false,
    undoRedo: false,
    trailingNode: false,
  }),
];

export interface EditorParts {
  readonly binding: TextBinding;
  readonly awareness: Awareness | null;
  readonly placeholder: string;
  readonly numberName: (label: string) => string;
  readonly page: PageKeys;
}

export function editorExtensions({
  binding,
  awareness,
  placeholder,
  numberName,
  page,
}: EditorParts): Extensions {
  return [
    ...schemaExtensions,
    SharedText.configure({ binding, awareness }),
    StatementKeys.configure(page),
    Placeholder.configure({ placeholder, showOnlyCurrent: false }),
    Extension.create({ name: 'margin', addProseMirrorPlugins: () => [margin(numberName), find()] }),
  ];
}

/** The binding of an editor to its text; null for an editor without one. */
export function bindingOf(editor: Editor): TextBinding | null {
  const shared = editor.extensionManager.extensions.find(({ name }) => name === SharedText.name);
  return (shared?.options as { binding?: TextBinding } | undefined)?.binding ?? null;
}
