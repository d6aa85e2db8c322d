import { Editor, Extension } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { TextBinding } from '@plenary/ground/web/editor';
import { readParagraphs, statementRules, type Paragraph } from '@plenary/statements/domain';
import * as Y from 'yjs';
import { directions } from '../directions';
import { schemaIn } from '../extensions';
import { margin } from '../margin';
import { SharedText } from '../shared-text';
import { TypographicSigns } from '../signs';
import { StatementKeys } from '../statement-keys';

/** An editor without a page, on a text of its own, and the updates that it would send. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly sent: Uint8Array[] = [];
  readonly binding: TextBinding;
  readonly editor: Editor;

  constructor(start: Uint8Array, clientId: number, language = 'en') {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, start, this);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sent.push(update);
    });
    this.binding = new TextBinding(this.doc, statementRules);
    this.editor = new Editor({
      element: document.createElement('div'),
      extensions: [
        ...schemaIn(language),
        SharedText.configure({ binding: this.binding, awareness: null }),
        StatementKeys.configure({
          openLink: () => undefined,
          openFind: () => undefined,
          openHelp: () => undefined,
          addFootnote: () => undefined,
          tellTabLeaves: () => undefined,
        }),
        TypographicSigns.configure({ language }),
        Extension.create({
          name: 'margin',
          addProseMirrorPlugins: () => [margin((label) => label), ...directions(language)],
        }),
      ],
    });
  }

  /** Takes what another wrote. */
  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this);
  }

  run(command: Command): boolean {
    return command(this.editor.state, this.editor.view.dispatch, this.editor.view);
  }

  /** Places the caret in a paragraph, by its index, at an offset from its beginning. */
  caret(index: number, offset: number): void {
    const { doc } = this.editor.state;
    let pos = 0;
    for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize;
    this.editor.commands.setTextSelection(pos + 1 + Math.min(offset, doc.child(index).content.size));
  }

  /** Types as a keyboard does, one sign after the other. */
  type(words: string): void {
    const { view } = this.editor;
    for (const sign of words) {
      const { from, to } = view.state.selection;
      const usual = () => view.state.tr.insertText(sign, from, to);
      const isHandled = view.someProp('handleTextInput', (handle) => handle(view, from, to, sign, usual));
      if (!isHandled) view.dispatch(usual());
    }
  }

  /** Presses a key; answers what the page would do with it: true when the editor took it. */
  press(key: string, held: KeyboardEventInit = {}): boolean {
    const { view } = this.editor;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
    return view.someProp('handleKeyDown', (handle) => handle(view, event)) ?? false;
  }

  get paragraphs(): Paragraph[] {
    return readParagraphs(this.doc);
  }

  close(): void {
    this.editor.destroy();
    this.doc.destroy();
  }
}

/** Lets what is due run: an editor draws its first text, and ids of new paragraphs, a moment later. */
export const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
