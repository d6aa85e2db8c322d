import { firstUpdate } from '../rich-text.js';
import { writtenBy } from '../authors.js';
import { caretAt } from '../carets.js';
import { anchorOf, passagesOf, type Anchor } from '../anchors.js';
import { acts, chanceFor, type ActName } from './acts.js';
import { caretWrong, picture, pictureAnew, standsOf, type KeptCaret } from './checks.js';
import { Network, type Order } from './network.js';
import { Oracle } from './oracle.js';
import { rules } from './rules.js';
import { differs, seenIn, sheetOf, type Sheet } from './sheet.js';
import { Writer } from './writer.js';

export type Deed = ActName | 'undo' | 'redo' | 'leave' | 'comeBack';

/** One step of a script: who does what, three numbers for where, and one for what arrives before. */
export type Step = readonly [who: number, deed: Deed, a: number, b: number, number: number, arrives: number];

export interface Manner {
  readonly order: Order;
  /** Compares what was kept up with what is read anew after every transaction. */
  readonly watchful?: boolean;
}

export interface Outcome {
  readonly wrongs: readonly string[];
  readonly letters: number;
  readonly doubled: number;
  readonly carets: number;
  readonly anchors: number;
}

interface Passage {
  readonly anchor: Anchor;
  readonly letters: readonly string[];
  /** The other letters of the paragraph. */
  readonly others: ReadonlySet<string>;
}

const awayFor = 25;

export const play = (steps: readonly Step[], manner: Manner): Outcome => new Play(manner).run(steps);

class Play {
  private readonly wrongs: string[] = [];
  private readonly oracle = new Oracle();
  private readonly writers: readonly Writer[];
  private readonly network: Network;
  private readonly away = new Map<Writer, number>();
  private readonly carets: KeptCaret[] = [];
  private readonly anchors: Passage[] = [];
  private readonly touched = new Set<string>();
  private readonly first: readonly string[];
  private next = 0x4e00;
  private readonly fresh = () => String.fromCharCode(this.next++);

  constructor(private readonly manner: Manner) {
    const line = () => ({
      attributes: {},
      content: [{ text: Array.from({ length: 8 }, this.fresh).join('') }],
    });
    const start = firstUpdate([line(), line(), line(), line(), line()], rules, 1);
    this.writers = [11, 22, 33, 44, 55].map((client) => new Writer(client, start, client % 2 === 1));
    this.network = new Network(this.writers, start, manner.order);
    this.oracle.begin(this.network.server.doc);
    this.first = this.network.server.text.page.map(({ id }) => id);
    if (manner.watchful) for (const writer of this.writers) this.watch(writer);
  }

  run(steps: readonly Step[]): Outcome {
    steps.forEach((step, at) => {
      const known = this.wrongs.length;
      this.take(step);
      for (let index = known; index < this.wrongs.length; index++)
        this.wrongs[index] += ` (step ${at}: ${step[1]})`;
    });
    this.network.settle();
    this.judge();
    const letters = [...this.oracle.letters];
    const doubled = letters.filter((letter) => this.oracle.expected(letter) > 1).length;
    const wrongs = [
      ...this.wrongs,
      ...this.oracle.wrongs,
      ...this.network.refusals.map((code) => `refused: ${code}`),
    ];
    return {
      wrongs,
      letters: letters.length,
      doubled,
      carets: this.carets.length,
      anchors: this.anchors.length,
    };
  }

  private take([who, deed, a, b, number, arrives]: Step): void {
    const writer = this.writers[who]!;
    const left = this.away.get(writer) ?? 0;
    if (left > 0) this.away.set(writer, left - 1);
    else {
      if (arrives % 4 > 0) this.network.send(writer);
      this.network.bring(writer, arrives >> 2);
    }
    if (deed === 'leave') return void this.away.set(writer, awayFor);
    if (deed === 'comeBack') {
      this.away.set(writer, 0);
      return this.manner.order === 'server' ? this.network.comeBack(writer) : undefined;
    }
    if (deed === 'undo' || deed === 'redo') return this.takeBack(writer, deed);
    this.act(writer, deed, [a, b, number], arrives);
    this.keepPlaces(writer, a, b);
  }

  private takeBack(writer: Writer, deed: 'undo' | 'redo'): void {
    // What it changes of structure only its writer could say; none of these paragraphs counts as left alone.
    this.oracle.takeBack(writer.doc, writer.undo.manager, () => writer.undo[deed]());
  }

  private act(writer: Writer, deed: ActName, numbers: readonly number[], arrives: number): void {
    const chance = chanceFor(writer, numbers, this.fresh);
    const plan = acts[deed](chance);
    if (!plan) return;
    for (const id of plan.touches) this.touched.add(id);
    const way = arrives % 5 === 0 ? 'continue' : 'edit';
    this.oracle.act(writer.doc, writer.undo.manager, plan.typed, plan.covered, () =>
      writer[way]((edit) => plan.act(edit)),
    );
    const wrong = differs(sheetOf(writer.text), this.withoutGone(writer, plan.meant));
    if (wrong) this.wrongs.push(`not as meant: ${wrong}`);
  }

  /** Of a paragraph that somebody deleted, and that letters brought back, nothing is left without them. */
  private withoutGone({ text }: Writer, meant: readonly Sheet[]): readonly Sheet[] {
    const left = meant.filter(
      ({ id, letters }) => letters.length > 0 || !text.paragraph(id)?.hidesWithoutLetters,
    );
    return left.length > 0 ? left : sheetOf(text).slice(0, 1);
  }

  private keepPlaces(writer: Writer, a: number, b: number): void {
    const { page } = writer.text;
    const paragraph = page[(a + b) % page.length]!;
    const seen = seenIn(paragraph);
    const offset = (a * 7 + b) % (seen.length + 1);
    this.carets.push({ id: caretAt({ paragraph, offset }), letter: seen[offset - 1]?.letter ?? null });
    const until = Math.min(seen.length, offset + 2 + (b % 5));
    if (offset < until) {
      const anchor = anchorOf(writer.text, { paragraph, offset }, { paragraph, offset: until });
      const [letters, others] = [seen.slice(offset, until), seen.toSpliced(offset, until - offset)].map(
        (some) => some.map(({ letter }) => letter),
      );
      this.anchors.push({ anchor, letters: letters!, others: new Set(others) });
    }
    // A few of those that were kept before, on what this writer has now: where updates do not come by the server, an
    // undo may be known before what it took back.
    if (this.manner.order !== 'server') return;
    const stands = standsOf(writer.text);
    for (let at = b % 11; at < this.carets.length; at += 11) this.caret(writer, this.carets[at]!, stands);
  }

  private caret(writer: Writer, caret: KeptCaret, stands: ReturnType<typeof standsOf>): void {
    // Of a letter that stood twice, the one behind which it is may be gone.
    if (caret.letter !== null && this.oracle.doubled.has(caret.letter)) return;
    const wrong = caretWrong(writer.text, caret, stands);
    if (wrong) this.wrongs.push(`caret ${wrong}`);
  }

  private watch(writer: Writer): void {
    writer.afterEach = () => {
      if (picture(writer.text) !== pictureAnew(writer.text))
        this.wrongs.push('kept up otherwise than read anew');
    };
  }

  private judge(): void {
    const { server } = this.network;
    const pictures = new Set([server, ...this.writers].map(({ text }) => picture(text)));
    if (pictures.size > 1) this.wrongs.push(`${pictures.size} different pages`);
    if (!pictures.has(pictureAnew(server.text))) this.wrongs.push('kept up otherwise than read anew');
    const stands = standsOf(server.text);
    for (const letter of this.oracle.letters) {
      const [found, expected] = [stands.get(letter)?.length ?? 0, this.oracle.expected(letter)];
      if (found !== expected)
        this.wrongs.push(`${found < expected ? 'lost' : 'doubled'} ${letter}: ${found} of ${expected}`);
    }
    for (const paragraph of server.text.page) this.authors(writtenBy(server.text, paragraph));
    for (const caret of this.carets) this.caret(server, caret, stands);
    // In no order, letters may be known before it is known for which they stand.
    if (this.manner.order !== 'any') this.judgeAnchors();
    const ids = server.text.page.map(({ id }) => id);
    if (new Set(ids).size < ids.length) this.wrongs.push('two paragraphs with one id');
    for (const id of this.first)
      if (!this.touched.has(id) && !ids.includes(id)) this.wrongs.push(`${id} is gone`);
  }

  private authors(runs: ReturnType<typeof writtenBy>): void {
    for (const { client, text } of runs) {
      for (const letter of text) {
        if (letter !== '\ufffc' && this.oracle.author(letter) !== client)
          this.wrongs.push(`author of ${letter}`);
      }
    }
  }

  /** A passage covers its living letters and no others that stood around it, wherever they are now. */
  private judgeAnchors(): void {
    const { text } = this.network.server;
    for (const { anchor, letters, others } of this.anchors) {
      const covered = passagesOf(text, anchor).flatMap(({ paragraph, from, to }) =>
        seenIn(paragraph)
          .slice(from, to)
          .map(({ letter }) => letter),
      );
      const missing = letters.filter(
        (letter) => this.oracle.expected(letter) > 0 && !covered.includes(letter),
      );
      const asTyped = ![...letters, ...covered].some((letter) => this.oracle.wasRestored(letter));
      const strange = asTyped ? covered.filter((letter) => others.has(letter)) : [];
      const said = `${letters.join('')}, without ${missing.join('')}, with ${strange.join('')}`;
      if (missing.length + strange.length > 0) this.wrongs.push(`anchor ${said}`);
    }
  }
}
