import { FlatText, pictureOf } from '@plenary/ground/text';
import { nodesFrom } from '@plenary/ground/web/editor';
import { statementFromParagraphs, statementRules } from '@plenary/statements/domain';
import { Fragment, Slice } from '@tiptap/pm/model';
import fc from 'fast-check';
import { enter, backspace, setStyle, setKind, indentBy } from './commands';
import { Writer, tick } from './test/writer';

const start = statementFromParagraphs(
  ['One thing is said here.', 'Another is meant.', 'A third follows.', ''].map((text) => ({ text })),
  1,
);

const charactersIn = ({ editor }: Writer): string =>
  editor.state.doc.textBetween(0, editor.state.doc.content.size, '', '*');

/** What the editor shows equals what a newcomer would read in the text. */
function expectInStep(writer: Writer): void {
  const text = new FlatText(writer.doc);
  const shown = writer.editor.state.doc.children.map((node) => [
    node.attrs['id'],
    node.textBetween(0, node.content.size, '', (leaf) =>
      leaf.type.name === 'hardBreak' ? '\u2028' : '\ufffc',
    ),
  ]);
  expect(shown).toEqual(text.page.map((paragraph) => [paragraph.id, paragraph.text]));
  for (const [index, paragraph] of text.page.entries()) {
    const node = writer.editor.state.doc.child(index);
    for (const [name, usual] of Object.entries(statementRules.usual)) {
      expect([name, node.attrs[name]]).toEqual([name, paragraph.attribute(name) ?? usual]);
    }
    const marks: unknown[] = [];
    node.forEach((child) => {
      if (child.isText) marks.push([child.text, child.marks.map((m) => m.type.name).sort()]);
    });
    const runs: [string, string[]][] = [];
    for (const { text: characters, formats, embed } of paragraph.runs) {
      if (embed) {
        runs.push(['', ['|']]);
        continue;
      }
      for (const [i, part] of characters.split('\u2028').entries()) {
        if (i > 0) runs.push(['', ['|']]);
        if (part === '') continue;
        const names = Object.keys(formats).sort();
        const last = runs.at(-1);
        if (last && last[1].join() === names.join()) last[0] += part;
        else runs.push([part, names]);
      }
    }
    expect(marks).toEqual(runs.filter(([, names]) => names[0] !== '|'));
  }
}

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: fc.nat(),
      offset: fc.nat(30),
      words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('enter' as const), at: fc.nat(), offset: fc.nat(30) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('backspace' as const), at: fc.nat(), offset: fc.nat(30) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: fc.nat(),
      offset: fc.nat(30),
      to: fc.nat(4),
      end: fc.nat(20),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('type over' as const, 'note over' as const),
      at: fc.nat(),
      offset: fc.nat(30),
      to: fc.nat(3),
      end: fc.nat(20),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bold' as const),
      at: fc.nat(),
      offset: fc.nat(30),
      to: fc.nat(2),
      end: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('style' as const), at: fc.nat(), n: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      at: fc.nat(),
      by: fc.constantFrom(-1 as const, 1 as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      at: fc.nat(),
      offset: fc.nat(30),
      n: fc.integer({ min: 1, max: 3 }),
      open: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('break' as const), at: fc.nat(), offset: fc.nat(30) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

function perform(writer: Writer, one: Act): void {
  const { editor } = writer;
  const { doc } = editor.state;
  const index = 'at' in one ? one.at % doc.childCount : 0;
  if ('offset' in one) writer.caret(index, one.offset);
  else if ('at' in one) writer.caret(index, 0);
  const select = (to: number, end: number) => {
    const last = Math.min(doc.childCount - 1, index + to);
    const { from } = editor.state.selection;
    writer.caret(last, end);
    const target = editor.state.selection.from;
    editor.commands.setTextSelection({ from: Math.min(from, target), to: Math.max(from, target) });
  };
  switch (one.kind) {
    case 'type':
      return void editor.view.dispatch(editor.state.tr.insertText(one.words));
    case 'enter':
      return void writer.run(enter);
    case 'backspace':
      if (!writer.run(backspace)) editor.commands.keyboardShortcut('Backspace');
      return;
    case 'delete':
      select(one.to, one.end);
      return void editor.view.dispatch(editor.state.tr.deleteSelection());
    case 'type over':
      select(one.to, one.end);
      return void editor.view.dispatch(editor.state.tr.insertText('over'));
    case 'note over':
      select(one.to, one.end);
      return void editor.commands.insertContent({ type: 'footnote', attrs: { text: 'A source' } });
    case 'bold':
      select(one.to, one.end);
      return void editor.commands.toggleBold();
    case 'style':
      return void writer.run(
        [setStyle('heading', 2), setStyle('bullet'), setStyle('numbered'), setKind('operative'), indentBy(1)][
          one.n
        ]!,
      );
    case 'move':
      return void editor.commands.moveParagraphs(one.by);
    case 'paste': {
      const nodes = nodesFrom(
        editor.schema,
        Array.from({ length: one.n }, (_, n) => ({
          attributes: { style: 'bullet' },
          content: [{ text: `pasted ${n}`, formats: n ? { bold: true as const } : undefined }],
        })),
        statementRules.usual,
      );
      const depth = one.open ? 1 : 0;
      return void editor.view.dispatch(
        editor.state.tr.replaceSelection(new Slice(Fragment.fromArray(nodes), depth, depth)),
      );
    }
    case 'break':
      return void editor.commands.setHardBreak();
    case 'undo':
      return void editor.commands.undo();
    case 'redo':
      return void editor.commands.redo();
  }
}

describe('an editor and its text', () => {
  it('TXT-1 TXT-3 TXT-4 show the same, and the same as others’, whatever is done in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), act, fc.boolean()), { maxLength: 40 }), async (acts) => {
        const writers = [10, 11, 12].map((id) => new Writer(start, id));
        await tick();
        const exchange = () => {
          for (const writer of writers) {
            const sent = writer.sent.splice(0);
            for (const other of writers)
              if (other !== writer) sent.forEach((update) => other.receive(update));
          }
        };
        for (const [who, one, told] of acts) {
          const writer = writers[who]!;
          perform(writer, one);
          // What the editor made of it by itself, before it shows what was written.
          const meant = charactersIn(writer);
          await tick();
          expectInStep(writer);
          // Undo is the text's own. Of a selection that begins within a sign the text takes the whole sign.
          const isByEditor = one.kind !== 'undo' && one.kind !== 'redo' && !/\p{Surrogate}/u.test(meant);
          if (isByEditor) expect(charactersIn(writer)).toBe(meant);
          if (told) {
            exchange();
            writers.forEach(expectInStep);
          }
        }
        exchange();
        await tick();
        writers.forEach(expectInStep);
        expect(new Set(writers.map(({ doc }) => pictureOf(doc))).size).toBe(1);
        writers.forEach((writer) => writer.close());
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  describe('a selection over two paragraphs', () => {
    let writer: Writer;
    beforeEach(async () => {
      writer = new Writer(start, 10);
      await tick();
      writer.caret(1, 8);
      const { from: to } = writer.editor.state.selection;
      writer.caret(0, 4);
      writer.editor.commands.setTextSelection({ from: writer.editor.state.selection.from, to });
    });
    afterEach(() => writer.close());
    const first = () => new FlatText(writer.doc).page[0]!.text;

    it('TXT-1 gives way to the character that is typed over it', async () => {
      writer.editor.view.dispatch(writer.editor.state.tr.insertText('X'));
      await tick();
      expect(first()).toBe('One Xis meant.');
      expectInStep(writer);
    });

    it('TXT-1 gives way to a footnote', async () => {
      writer.editor.commands.insertContent({ type: 'footnote', attrs: { text: 'A/RES/73/195' } });
      await tick();
      expect(first()).toBe('One \ufffcis meant.');
    });
  });

  it('TXT-1 a paragraph that two began at once stays when its words give way to others', async () => {
    const [ana, bruno] = [new Writer(start, 10), new Writer(start, 11)];
    await tick();
    for (const [writer, word] of [
      [ana, 'Ana '],
      [bruno, 'Bruno '],
    ] as const) {
      writer.caret(0, 4);
      writer.run(enter);
      writer.editor.view.dispatch(writer.editor.state.tr.insertText(word));
    }
    const [byAna, byBruno] = [ana, bruno].map(({ sent }) => sent.splice(0)) as [Uint8Array[], Uint8Array[]];
    byAna.forEach((update) => bruno.receive(update));
    byBruno.forEach((update) => ana.receive(update));
    await tick();
    const before = new FlatText(ana.doc).page.map(({ text }) => text);
    const alone = before.findIndex((text) => /^(Ana|Bruno) $/.test(text));
    expect(alone).toBeGreaterThan(0);
    const { editor } = ana;
    ana.caret(alone, 100);
    const { to } = editor.state.selection;
    ana.caret(alone, 0);
    editor.commands.setTextSelection({ from: editor.state.selection.from, to });
    const nodes = nodesFrom(
      editor.schema,
      ['one', 'two'].map((text) => ({ attributes: { style: 'bullet' }, content: [{ text }] })),
      statementRules.usual,
    );
    editor.view.dispatch(editor.state.tr.replaceSelection(new Slice(Fragment.fromArray(nodes), 0, 0)));
    await tick();
    expectInStep(ana);
    const after = new FlatText(ana.doc).page.map(({ text }) => text).filter((text) => text !== '');
    expect(after).toEqual(
      [...before.slice(0, alone), 'one', 'two', ...before.slice(alone + 1)].filter(Boolean),
    );
    [ana, bruno].forEach((writer) => writer.close());
  });
});
