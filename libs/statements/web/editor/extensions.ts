import { Node, type Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import { Extension } from '@tiptap/core';
import Placeholder from '@tiptap/extension-placeholder';
import StarterKit from '@tiptap/starter-kit';
import { bodyRoot } from '@plenary/statements/domain';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { Carets } from './carets';
import { find } from './find';
import { Footnote, Link } from './inline-nodes';
import { margin } from './margin';
import { Paragraph } from './paragraph-node';
import { StatementKeys, type PageKeys } from './statement-keys';

/** A statement is a list of paragraphs, and at least one. */
const Statement = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

/** Everything the text may consist of; must agree with `statement.schema.ts`, by which the server judges. */
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
  readonly doc: Y.Doc;
  readonly awareness: Awareness | null;
  readonly placeholder: string;
  readonly numberName: (label: string) => string;
  readonly page: PageKeys;
}

export function editorExtensions({ doc, awareness, placeholder, numberName, page }: EditorParts): Extensions {
  return [
    ...schemaExtensions,
    Collaboration.configure({ document: doc, field: bodyRoot }),
    Carets.configure({ awareness }),
    StatementKeys.configure(page),
    Placeholder.configure({ placeholder, showOnlyCurrent: false }),
    Extension.create({ name: 'margin', addProseMirrorPlugins: () => [margin(numberName), find()] }),
  ];
}
