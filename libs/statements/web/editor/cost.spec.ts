import { FlatText } from '@plenary/ground/text';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { Writer, tick } from './test/writer';

const many = 2_000;
const start = statementFromParagraphs(
  Array.from({ length: many }, (_, at) => ({ text: `Paragraph ${at} says what it says.` })),
  1,
);

/** How often the text was asked for a segment's letters, or for its whole order, while `act` ran. */
function counted(act: () => void): { letters: number; orders: number } {
  const letters = jest.spyOn(FlatText.prototype, 'contentOf');
  const orders = jest.spyOn(FlatText.prototype, 'forgetOrder');
  act();
  const found = { letters: letters.mock.calls.length, orders: orders.mock.calls.length };
  letters.mockRestore();
  orders.mockRestore();
  return found;
}

describe('the cost of a letter among 2,000 paragraphs', () => {
  let [ana, bruno]: Writer[] = [];
  beforeAll(async () => {
    [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)];
    await tick();
  });
  afterAll(() => [ana, bruno].forEach((writer) => writer!.close()));

  it('TXT-7 a colleague’s letter changes the DOM of its paragraph alone', async () => {
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
    expect(work.letters).toBeLessThanOrEqual(6);
    expect(work.orders).toBe(0);
  });

  it('TXT-7 one’s own letter asks for no other paragraph', () => {
    const work = counted(() => {
      ana!.caret(700, 5);
      ana!.editor.view.dispatch(ana!.editor.state.tr.insertText('y'));
    });
    expect(work.letters).toBeLessThanOrEqual(12);
    expect(work.orders).toBe(0);
  });
});
