import { Node, type Extensions } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import HardBreak from '@tiptap/extension-hard-break';
import Italic from '@tiptap/extension-italic';
import Text from '@tiptap/extension-text';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import type { TextBinding } from '@plenary/ground/web/editor';
import type { Awareness } from 'y-protocols/awareness';
import { directions } from './directions';
import { find } from './find-marks';
import { Footnote, Link } from './inline-nodes';
import { margin } from './margin';
import { Paragraph } from './paragraph-node';
import { placeholder } from './placeholder';
import { SharedText } from './shared-text';
import { TypographicSigns } from './signs';
import { StatementKeys, type PageKeys } from './statement-keys';

/** A statement is a list of paragraphs, and at least one. */
const Statement = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });

/** Everything the text may consist of; must agree with `statementRules`, by which the server judges. */
export const schemaExtensions: Extensions = [
  Statement,
  Paragraph,
  Link,
  Footnote,
  Text,
  Bold,
  Italic,
  HardBreak,
  Dropcursor,
];

/** The same for a statement of this language, which says how paragraphs run. */
export const schemaIn = (language: string): Extensions =>
  schemaExtensions.map((each) => (each === Paragraph ? Paragraph.configure({ language }) : each));

export interface EditorParts {
  readonly binding: TextBinding;
  readonly awareness: Awareness | null;
  /** Of the statement. */
  readonly language: string;
  readonly placeholder: string;
  readonly numberName: (label: string) => string;
  readonly page: PageKeys;
}

export function editorExtensions({
  binding,
  awareness,
  language,
  placeholder: words,
  numberName,
  page,
}: EditorParts): Extensions {
  return [
    ...schemaIn(language),
    SharedText.configure({ binding, awareness }),
    StatementKeys.configure(page),
    TypographicSigns.configure({ language }),
    Extension.create({
      name: 'margin',
      addProseMirrorPlugins: () => [margin(numberName), find(), placeholder(words), ...directions(language)],
    }),
  ];
}
