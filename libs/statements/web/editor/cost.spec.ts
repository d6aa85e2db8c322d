import { FlatText } from '@plenary/ground/text';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { remoteCarets } from '@plenary/ground/web/editor';
import { Awareness } from 'y-protocols/awareness';
import { caretLooks } from './carets';
import { placeholder } from './placeholder';
import { Writer, tick } from './test/writer';

const many = 2_000;
const start = statementFromParagraphs(
  Array.from({ length: many }, (_, at) => ({ text: `Paragraph ${at} says what it says.` })),
  1,
);

/** How often the text was asked for a segment's characters, or for its whole order, while `act` ran. */
function counted(act: () => void): { characters: number; orders: number } {
  const characters = jest.spyOn(FlatText.prototype, 'contentOf');
  const orders = jest.spyOn(FlatText.prototype, 'forgetOrder');
  act();
  const found = { characters: characters.mock.calls.length, orders: orders.mock.calls.length };
  characters.mockRestore();
  orders.mockRestore();
  return found;
}

describe('the cost of a character among 2,000 paragraphs', () => {
  let [ana, bruno]: Writer[] = [];
  beforeAll(async () => {
    [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)];
    await tick();
  });
  afterAll(() => [ana, bruno].forEach((writer) => writer!.close()));

  it('TXT-7 a colleague’s character changes the DOM of its paragraph alone', async () => {
    ana!.caret(1_234, 3);
    ana!.editor.view.dispatch(ana!.editor.state.tr.insertText('x'));
    const changed: Node[] = [];
    const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)));
    const { dom } = bruno!.editor.view;
    observer.observe(dom, { childList: true, characterData: true, attributes: true, subtree: true });
    const work = counted(() => ana!.sent.splice(0).forEach((update) => bruno!.receive(update)));
    await tick();
    observer.disconnect();
    const paragraph = dom.querySelectorAll('[data-style]')[1_234]!;
    expect(paragraph.textContent).toBe('Parxagraph 1234 says what it says.');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter((each) => !paragraph.contains(each))).toEqual([]);
    expect(work.characters).toBeLessThanOrEqual(6);
    expect(work.orders).toBe(0);
  });

  it('TXT-7 a colleague’s caret moves with the characters: nothing is drawn for it but the characters', () => {
    jest.useFakeTimers();
    const awareness = new Awareness(bruno!.doc);
    const { view } = bruno!.editor;
    const stands = () => {
      const at = ana!.binding.caretOf(ana!.editor.state.selection.head);
      const user = { name: 'Ana', organisation: null, color: '#0b6e6e' };
      awareness.states.set(11, { user, cursor: { anchor: at, head: at } });
      awareness.emit('change', [{ added: [], updated: [11], removed: [] }, 'server']);
      jest.advanceTimersByTime(200);
    };
    bruno!.editor.registerPlugin(remoteCarets(bruno!.binding, awareness, caretLooks));
    ana!.caret(40, 5);
    stands();
    const dispatched = jest.spyOn(view, 'dispatch');
    for (const character of 'mixy') {
      ana!.type(character);
      ana!.sent.splice(0).forEach((update) => bruno!.receive(update));
      stands();
    }
    expect(dispatched).toHaveBeenCalledTimes(4);
    const paragraph = view.dom.querySelectorAll('[data-style]')[40]!;
    expect(paragraph.querySelector('.caret')!.previousSibling!.textContent).toBe('Paragmixy');
    ana!.caret(41, 0);
    stands();
    expect(dispatched).toHaveBeenCalledTimes(5);
    dispatched.mockRestore();
    awareness.destroy();
    jest.useRealTimers();
  });

  it('TXT-7 what an empty text says is not looked for in a long one', () => {
    const { doc } = ana!.editor.state;
    const descend = jest.spyOn(doc, 'descendants');
    const each = jest.spyOn(doc, 'forEach');
    expect(placeholder('Write').props.decorations!.call(placeholder('Write'), ana!.editor.state)).toBeNull();
    expect([descend, each].map((spy) => spy.mock.calls.length)).toEqual([0, 0]);
  });

  it('TXT-7 one’s own character asks for no other paragraph', () => {
    const work = counted(() => {
      ana!.caret(700, 5);
      ana!.editor.view.dispatch(ana!.editor.state.tr.insertText('y'));
    });
    expect(work.characters).toBeLessThanOrEqual(12);
    expect(work.orders).toBe(0);
  });
});
