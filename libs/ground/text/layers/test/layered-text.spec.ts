import * as fc from 'fast-check';
import { FlatText } from '../../flat-text.js';
import type { Inline } from '../../rich-paragraph.js';
import { firstUpdate, readText } from '../../rich-text.js';
import { acts, type ActName } from '../../test/acts.js';
import { chanceFor } from '../../test/plans.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { forkOf } from '../layer.js';
import { readLayered, type LayeredParagraph, type LayeredPiece } from '../layered-text.js';
import { allPartsOf, attributes, joined, Suggester } from './suggester.js';

const start = (...texts: string[]) =>
  new Writer(2, firstUpdate(texts.map((text) => ({ attributes: {}, content: [{ text }] })), rules, 1)).doc; // prettier-ignore

const layered = (text: Writer['doc'], ...by: Suggester[]) => {
  const layers = by.map(({ layer }) => layer);
  return readLayered(new FlatText(text), new FlatText(forkOf(text, layers)), allPartsOf(text, layers));
};

/** What is left when everything that comes, or everything that goes, is left out. */
function without(lines: readonly LayeredParagraph[], what: 'inserted' | 'deleted'): Inline[][] {
  const found: Inline[][] = [];
  let carried: Inline[] = [];
  for (const { pieces, end } of lines) {
    const content = pieces.flatMap((piece) => (piece.change?.kind === what ? [] : [seen(piece, what)]));
    carried = [...carried, ...content];
    if (end?.kind === what) continue;
    found.push(joined(carried));
    carried = [];
  }
  return carried.length > 0 ? [...found, joined(carried)] : found;
}

function seen({ inline, before }: LayeredPiece, without_: 'inserted' | 'deleted'): Inline {
  if (!('text' in inline) || without_ === 'deleted' || !before) return withoutId(inline);
  return Object.keys(before.formats).length > 0
    ? { text: inline.text, formats: before.formats }
    : { text: inline.text };
}

const withoutId = (inline: Inline): Inline =>
  'embed' in inline ? { embed: inline.embed, values: inline.values } : inline;

const wordsIn = (doc: Writer['doc']) =>
  readText(doc, attributes)
    .map(({ content }) => joined(content.map(withoutId)))
    .filter((content) => content.length > 0);

const filled = (found: Inline[][]) => found.filter((content) => content.length > 0);

const shown = (lines: readonly LayeredParagraph[]) =>
  lines.map(({ pieces, end, ends }) =>
    [
      ...pieces.map(({ inline, change }) => {
        const text = 'text' in inline ? inline.text : '*';
        return change ? `${change.kind === 'inserted' ? '+' : '-'}${text}` : text;
      }),
      ...[end ? (end.kind === 'inserted' ? '+¶' : '-¶') : '¶'],
      ...(ends === null ? [] : ['!']),
    ].join('|'),
  );

describe('a text and layers upon it as one row', () => {
  it('LAY-9 shows what comes and what goes, each where it stands, and ends of paragraphs as well', () => {
    const text = start('we ask four', 'and more', 'gone');
    const noor = new Suggester(11, text);
    noor.edit((edit) => edit.delete(noor.text.page[0]!, 7, 11));
    noor.edit((edit) => edit.insert(noor.text.page[0]!, 7, { text: 'six' }));
    noor.edit((edit) => edit.insertParagraph(noor.text.page[1]!, {}));
    noor.edit((edit) => edit.insert(noor.text.page[2]!, 0, { text: 'new' }));
    noor.edit((edit) => edit.remove(noor.text.page[3]!));
    expect(shown(layered(text, noor)!)).toEqual(['we ask |+six|-four|¶|!', 'and more|¶|!', '+new|+¶', '-gone|-¶|!']);
  }); // prettier-ignore

  it('LAY-9 a paragraph that is parted ends where its last words do, and a joined one has two', () => {
    const text = start('one two', 'three');
    const noor = new Suggester(11, text);
    noor.edit((edit) => edit.split(noor.text.page[0]!, 4, {}));
    const sami = new Suggester(12, text);
    sami.edit((edit) => edit.join(sami.text.page[1]!, sami.text.page[0]!));
    expect(shown(layered(text, noor)!)).toEqual(['one |+¶', 'two|¶|!', 'three|¶|!']);
    expect(shown(layered(text, sami)!)).toEqual(['one two|-¶|!', 'three|¶|!']);
    expect(layered(text, sami)![1]!.saidBy).toBe(12);
  });

  it('LAY-9 says which layer it was, of several', () => {
    const text = start('abcdef', 'ghi');
    const [noor, sami] = [new Suggester(11, text), new Suggester(12, text)];
    noor.edit((edit) => edit.delete(noor.text.page[0]!, 0, 2));
    sami.edit((edit) => edit.format(sami.text.page[0]!, 3, 5, 'bold', true));
    sami.edit((edit) => edit.setAttribute(sami.text.page[1]!.id, 'kind', 'quote'));
    const [first, second] = layered(text, noor, sami)!;
    expect(first!.pieces.map(({ change, before }) => [change?.client ?? null, before])).toEqual([
      ...[[11, null], [null, null], [null, { formats: {}, client: 12 }], [null, null]],
    ]); // prettier-ignore
    expect(first!.pieces.map(({ at }) => at?.offset)).toEqual([0, 2, 3, 5]);
    expect([first!.saidBy, second!.saidBy]).toEqual([null, 12]);
  });

  it('LAY-9 left out what comes it is the text, left out what goes it is the copy, whatever is suggested', () => {
    const names = (Object.keys(acts) as ActName[]).filter((name) => !/move/i.test(name));
    const step = fc.record({
      act: fc.constantFrom(...names),
      undo: fc.nat(9),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      number: fc.nat(1_000),
    });
    let next = 0x4e00;
    let rows = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const text = start('abcdefgh', 'ijklmnop', 'qrstuvwx', 'yz');
        const noor = new Suggester(11, text);
        for (const { act, undo, a, b, number } of steps) {
          if (undo === 0) noor.undo.undo();
          else {
            const plan = acts[act](chanceFor(noor, [a, b, number], () => String.fromCodePoint(next++)));
            if (plan) noor.edit((edit) => plan.act(edit));
          }
        }
        if (noor.out.length === 0) return;
        const parts = [...allPartsOf(text, [noor.layer]).values()].flat();
        // What moves is no row any more, and notes that read otherwise are the same note.
        fc.pre(!parts.some((part) => part.kind === 'moved'));
        const lines = layered(text, noor);
        if (!lines) return;
        rows++;
        expect(filled(without(lines, 'inserted'))).toEqual(wordsIn(text));
        expect(filled(without(lines, 'deleted'))).toEqual(wordsIn(noor.doc));
      }),
      { numRuns: 120 },
    );
    // Most are: what makes none is counted here, lest all be.
    expect(rows).toBeGreaterThan(80);
  });
});
