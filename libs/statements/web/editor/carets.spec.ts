import { Plugin } from '@tiptap/pm/state';
import { remoteCarets } from '@plenary/ground/web/editor';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { Awareness } from 'y-protocols/awareness';
import { caretLooks } from './carets';
import { tick, Writer } from './test/writer';

describe('carets of others', () => {
  afterEach(() => jest.useRealTimers());

  it('leave one’s own where it was just put, also before the editor has heard of it', async () => {
    const start = statementFromParagraphs([{ text: 'First one.' }, { text: 'The second.' }], 1);
    const writer = new Writer(start, 7);
    await tick();
    jest.useFakeTimers();
    const { view } = writer.editor;
    document.body.append(view.dom.parentElement!);
    const awareness = new Awareness(writer.doc);
    writer.editor.registerPlugin(remoteCarets(writer.binding, awareness, caretLooks));
    writer.caret(1, 4);
    view.focus();
    jest.advanceTimersByTime(100);

    // The event that tells the editor of a click stands in a queue, behind what the line brings.
    const late = (event: Event) => event.stopImmediatePropagation();
    document.addEventListener('selectionchange', late, true);
    const there = view.domAtPos(3);
    document.getSelection()!.collapse(there.node, there.offset);
    const at = writer.binding.caretOf(16);
    const user = { name: 'Ana', organisation: null, color: '#0b6e6e' };
    awareness.states.set(11, { user, cursor: { anchor: at, head: at } });
    awareness.emit('change', [{ added: [11], updated: [], removed: [] }, 'server']);
    jest.advanceTimersByTime(200);

    expect(view.dom.querySelectorAll('.caret')).toHaveLength(1);
    expect(view.state.selection.head).toBe(3);
    const { anchorNode, anchorOffset } = document.getSelection()!;
    expect(view.posAtDOM(anchorNode!, anchorOffset)).toBe(3);
    document.removeEventListener('selectionchange', late, true);
    awareness.destroy();
    writer.close();
  });

  it('are told where they stand at last, whatever comes into the editor or goes while one types', async () => {
    const writer = new Writer(statementFromParagraphs([{ text: 'First one.' }], 1), 7);
    await tick();
    jest.useFakeTimers();
    const { view } = writer.editor;
    document.body.append(view.dom.parentElement!);
    const awareness = new Awareness(writer.doc);
    writer.editor.registerPlugin(remoteCarets(writer.binding, awareness, caretLooks));
    writer.caret(0, 9);
    view.focus();
    writer.type(' qui');
    jest.advanceTimersByTime(500);
    const told = () => (awareness.getLocalState() as { cursor: { head: unknown } }).cursor.head;
    expect(told()).toEqual(writer.binding.caretOf(view.state.selection.head));

    writer.type('ckly');
    // As marks of unsent words do, when the server is late.
    writer.editor.registerPlugin(new Plugin({}));
    jest.advanceTimersByTime(500);
    expect(writer.paragraphs[0]!.text).toBe('First one quickly.');
    expect(told()).toEqual(writer.binding.caretOf(view.state.selection.head));
    awareness.destroy();
    writer.close();
  });
});
