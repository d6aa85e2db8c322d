import { uniqueBlockIds } from '@plenary/ground/collab/engine';
import { bodyOf, bodyRoot, statementFromParagraphs, statementSchema } from '@plenary/statements/domain';
import fc from 'fast-check';
import * as Y from 'yjs';
import { enter, setKind, setStyle } from './commands';
import { tick, Writer } from './test/writer';

const start = statementFromParagraphs(
  [
    { text: 'Our call', style: 'heading' },
    { text: 'Recalling the Compact,', kind: 'preambular' },
    { text: 'Calls upon States', kind: 'operative' },
    { text: 'And thanks them' },
  ],
  1,
);

/** What somebody does; `where` and `at` are folded into the text as it is then. */
const step = fc.record({
  who: fc.nat(2),
  act: fc.constantFrom(
    'type',
    'type',
    'type',
    'split',
    'join',
    'copy',
    'undo',
    'style',
    'deliver',
    'deliver',
  ),
  where: fc.nat(20),
  at: fc.nat(30),
});
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Between the first and the last paragraph, which nobody touches. */
function act(writer: Writer, { act: what, where, at }: Step): void {
  const { editor } = writer;
  const count = editor.state.doc.childCount;
  const index = 1 + (where % Math.max(1, count - 2));
  if (count < 3 || index >= count - 1) return;
  writer.caret(index, at);
  if (what === 'type') editor.commands.insertContent(`w${at} `);
  else if (what === 'split') writer.run(enter);
  else if (what === 'join' && index > 1) {
    writer.caret(index, 0);
    editor.commands.joinBackward();
  } else if (what === 'copy') {
    const node = editor.state.doc.child(index);
    const pos = editor.state.selection.$from.before();
    editor.view.dispatch(editor.state.tr.insert(pos, node.copy(node.content)));
  } else if (what === 'undo') editor.commands.undo();
  else if (what === 'style') writer.run(at % 2 ? setStyle('bullet') : setKind('operative'));
}

/** Everything on its way arrives, until nobody sends any more. True when that ends. */
function settle(writers: readonly Writer[]): boolean {
  for (let round = 0; round < 20; round++) {
    const quiet = writers.every((writer) => writer.sent.length === 0);
    if (quiet) return true;
    for (const writer of writers) deliver(writer, writers);
  }
  return false;
}

function deliver(from: Writer, writers: readonly Writer[]): void {
  for (const update of from.sent.splice(0)) {
    for (const other of writers) if (other !== from) other.receive(update);
  }
}

/**
 * What the server does once writing pauses: undo may bring a paragraph back bare, or twice, and two may copy one at
 * the same time; its repair names them, and everybody hears of it.
 */
function repairAsServer(writers: readonly Writer[]): void {
  const server = new Y.Doc();
  server.clientID = 2;
  Y.applyUpdate(server, Y.encodeStateAsUpdate(writers[0]!.doc));
  const known = Y.encodeStateVector(server);
  for (const repair of uniqueBlockIds(bodyRoot, 'id')(server, new Map())) repair();
  const update = Y.encodeStateAsUpdate(server, known);
  writers.forEach((writer) => writer.receive(update));
}

/** Whether the server would take every attribute and mark of the text. */
function strange(doc: Y.Doc): string[] {
  const found: string[] = [];
  for (const node of bodyOf(doc).toArray() as Y.XmlElement[]) {
    const allowed = statementSchema.nodes.paragraph.attributes as Record<string, (value: unknown) => boolean>;
    for (const [name, value] of Object.entries(node.getAttributes())) {
      if (!allowed[name]?.(value)) found.push(`${name}=${String(value)}`);
    }
  }
  return found;
}

describe('ids of paragraphs', () => {
  it('STM-12 stay with untouched paragraphs, and none is missing, whatever three people do at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const writers = [11, 12, 13].map((clientId) => new Writer(start, clientId));
        try {
          await tick();
          const before = writers[0]!.paragraphs;
          for (const each of steps) {
            if (each.act === 'deliver') deliver(writers[each.who]!, writers);
            else act(writers[each.who]!, each);
          }
          expect(settle(writers)).toBe(true);
          repairAsServer(writers);
          await tick();
          expect(writers.every((writer) => writer.sent.length === 0)).toBe(true);
          for (const writer of writers) {
            const after = writer.paragraphs;
            const ids = after.map(({ id }) => id);
            expect(ids).not.toContain('');
            expect(new Set(ids).size).toBe(ids.length);
            expect([after[0]!.id, after.at(-1)!.id]).toEqual([before[0]!.id, before.at(-1)!.id]);
            expect(strange(writer.doc)).toEqual([]);
          }
        } finally {
          writers.forEach((writer) => writer.close());
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('STM-12 are unique after a paragraph was copied, split at its beginning, middle and end', async () => {
    const writer = new Writer(start, 11);
    await tick();
    const [, second] = writer.paragraphs;
    for (const offset of [0, 9, 100]) {
      writer.caret(1, offset);
      writer.run(enter);
    }
    act(writer, { who: 0, act: 'copy', where: 1, at: 0 });
    const ids = writer.paragraphs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(second!.id);
    writer.close();
  });

  it('STM-12 typing sends the letters and nothing about the paragraph', async () => {
    const writer = new Writer(start, 11);
    await tick();
    expect(writer.sent).toEqual([]);
    writer.caret(1, 3);
    writer.editor.commands.insertContent('x');
    expect(writer.sent).toHaveLength(1);
    expect(writer.sent[0]!.length).toBeLessThan(40);
    writer.close();
  });
});

describe('undo', () => {
  it('takes back only what one wrote oneself', async () => {
    const [ana, bruno] = [new Writer(start, 11), new Writer(start, 12)] as [Writer, Writer];
    await tick();
    ana.caret(1, 0);
    ana.editor.commands.insertContent('ANA ');
    settle([ana, bruno]);
    bruno.caret(2, 0);
    bruno.editor.commands.insertContent('BRUNO ');
    settle([ana, bruno]);
    ana.editor.commands.undo();
    settle([ana, bruno]);
    expect(bruno.paragraphs.map(({ text }) => text).slice(1, 3)).toEqual([
      'Recalling the Compact,',
      'BRUNO Calls upon States',
    ]);
    ana.close();
    bruno.close();
  });
});
