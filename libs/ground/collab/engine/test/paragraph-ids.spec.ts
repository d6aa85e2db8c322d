import fc from 'fast-check';
import { TextUndo } from '@plenary/ground/text';
import { byHand } from './flat-writer.js';
import { codeOf, House, soon, type Writer } from './house.js';

const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('split', 'split', 'join', 'move', 'paste', 'remove', 'undo', 'redo', 'push'),
  where: fc.nat(20),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

const idsOf = ({ flat }: Writer): string[] => flat.paragraphs.map((each) => each.id);
/** Every paragraph that there ever was, shown or not: where its mark stands, and its id. */
const marksOf = ({ flat }: Writer): [string, string][] =>
  flat.page.segments.map((each) => [each.birth.join('.'), each.id]);

/** Three writers at one engine; what one writes waits at the others until it is pushed. */
class Hall {
  readonly house = new House();
  writers: Writer[] = [];
  private undos: TextUndo[] = [];

  async open(): Promise<this> {
    this.writers = await Promise.all(['a', 'b', 'c'].map((id) => this.house.writer(id)));
    for (const word of ['one', 'two', 'three', 'four']) this.writers[0]!.type(word);
    await this.push(0);
    this.undos = this.writers.map(({ doc }) => new TextUndo(doc, byHand, 0));
    return this;
  }

  async push(who: number): Promise<void> {
    expect(await codeOf(this.writers[who]!.push())).toBe('taken');
    await soon(0);
  }

  async perform({ who, what, where }: Act): Promise<void> {
    const { flat } = this.writers[who]!;
    const { paragraphs } = flat;
    const paragraph = paragraphs[where % paragraphs.length]!;
    const other = paragraphs[(where + 1) % paragraphs.length]!;
    if (what === 'push') await this.push(who);
    else if (what === 'undo') this.undos[who]!.undo();
    else if (what === 'redo') this.undos[who]!.redo();
    else
      flat.act((edit) => {
        if (what === 'split') edit.split(paragraph, where % (paragraph.length + 1), {});
        else if (what === 'paste') edit.insert(edit.insertParagraph(paragraph, {}), 0, { text: 'pasted' });
        else if (what === 'remove') edit.remove(paragraph);
        else if (what === 'move' && other !== paragraph) edit.move(paragraph, other);
        else if (what === 'join' && other !== paragraph) edit.join(other, paragraph);
      });
  }

  async exchange(): Promise<void> {
    for (const who of [0, 1, 2]) await this.push(who);
    await soon(5);
  }
}

describe('ids of paragraphs', () => {
  it('STM-12, SYNC-2 are unique at every moment, and everybody’s the same once everything is exchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 50 }), async (acts) => {
        const hall = await new Hall().open();
        for (const each of acts) {
          await hall.perform(each);
          const ids = idsOf(hall.writers[each.who]!);
          expect(new Set(ids).size).toBe(ids.length);
        }
        await hall.exchange();
        const [first, ...others] = hall.writers.map(idsOf);
        expect(first!.length).toBeGreaterThan(0);
        for (const ids of others) expect(ids).toEqual(first);
        await hall.house.engine.stop();
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  it('TXT-6 a paragraph keeps its id for good, whatever is done to it and around it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 50 }), async (acts) => {
        const hall = await new Hall().open();
        const known = new Map<string, string>();
        const look = () => {
          for (const [birth, id] of hall.writers.flatMap(marksOf)) {
            expect([birth, id]).toEqual([birth, known.get(birth) ?? id]);
            known.set(birth, id);
          }
        };
        look();
        for (const each of acts) {
          await hall.perform(each);
          look();
        }
        await hall.exchange();
        look();
        // Nothing leaves the text: what was deleted or joined is there, and is what it was.
        expect(new Map(marksOf(hall.writers[0]!))).toEqual(known);
        expect(new Set(known.values()).size).toBe(known.size);
        await hall.house.engine.stop();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
