import { DecorationSet } from '@tiptap/pm/view';
import { statementFromParagraphs } from '@plenary/statements/domain';
import { enter, setKind, setStyle } from './commands';
import { tick, Writer } from './test/writer';

const start = statementFromParagraphs(
  [
    { text: 'Our call', style: 'heading' },
    { text: 'Recalling the Compact,', kind: 'preambular' },
    { text: 'Calls upon States', kind: 'operative' },
    { text: 'And thanks them', kind: 'operative' },
  ],
  1,
);

const shown = (writer: Writer) =>
  [...writer.editor.view.dom.querySelectorAll('.paragraph-number:not(.of-item)')].map(
    (link) => link.textContent,
  );
const items = (writer: Writer) =>
  [...writer.editor.view.dom.querySelectorAll('.of-item')].map((link) => [
    link.textContent,
    link.getAttribute('aria-label'),
  ]);
const listNumbers = (writer: Writer) =>
  [...writer.editor.view.dom.querySelectorAll('p[data-number]')].map((item) =>
    item.getAttribute('data-number'),
  );

describe('the margin', () => {
  it('STM-10 follows what is written here and elsewhere', async () => {
    const [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)] as [Writer, Writer];
    await tick();
    expect(shown(ana)).toEqual(['PP1', 'OP1', 'OP2']);
    ana.caret(2, 100);
    ana.editor.commands.insertContent(' and more');
    ana.sent.splice(0).forEach((update) => bruno.receive(update));
    expect([shown(ana), shown(bruno)]).toEqual([
      ['PP1', 'OP1', 'OP2'],
      ['PP1', 'OP1', 'OP2'],
    ]);
    bruno.caret(1, 100);
    bruno.run(enter);
    bruno.editor.commands.insertContent('Noting');
    await tick();
    bruno.sent.splice(0).forEach((update) => ana.receive(update));
    expect([shown(ana), shown(bruno)]).toEqual([
      ['PP1', 'PP2', 'OP1', 'OP2'],
      ['PP1', 'PP2', 'OP1', 'OP2'],
    ]);
    const links = [...ana.editor.view.dom.querySelectorAll('.paragraph-number')];
    const ids = ana.paragraphs.filter(({ style }) => style === 'text').map(({ id }) => `#p-${id}`);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(ids);
    [ana, bruno].forEach((writer) => writer.close());
  });

  it('STM-11 numbers list items and footnotes by their order', async () => {
    const writer = new Writer(start, 11);
    await tick();
    for (const index of [2, 3]) {
      writer.caret(index, 0);
      writer.run(setStyle('numbered'));
    }
    writer.caret(1, 3);
    writer.run(setKind('plain'));
    writer.editor.commands.insertContent({ type: 'footnote', attrs: { id: 'f1', text: 'A/RES/73/195' } });
    expect(shown(writer)).toEqual(['¶1']);
    expect(listNumbers(writer)).toEqual(['1', '2']);
    expect(items(writer)).toEqual([
      ['(1)', '¶1 (1)'],
      ['(2)', '¶1 (2)'],
    ]);
    expect(writer.editor.view.dom.querySelector('sup')?.getAttribute('data-number')).toBe('1');
    writer.close();
  });

  it('TXT-7 leaves alone what all editors share, where there is nothing to draw', async () => {
    const writer = new Writer(statementFromParagraphs([{ text: 'Our call', style: 'heading' }], 1), 11);
    await tick();
    writer.editor.commands.insertContent('!');
    expect(shown(writer)).toEqual([]);
    expect(Object.hasOwn(DecorationSet.empty, 'forChild')).toBe(false);
    writer.close();
  });
});
