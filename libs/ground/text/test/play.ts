import { firstUpdate, pictureOf } from '../rich-text.js';
import { writtenBy } from '../authors.js';
import type { AnchorState } from '../anchor-states.js';
import { acts, type ActName } from './acts.js';
import { AnchorModel } from './anchor-model.js';
import { Places } from './places.js';
import { chanceFor } from './plans.js';
import { picture, pictureAnew, standsOf } from './checks.js';
import { Network, type Order } from './network.js';
import { Oracle } from './oracle.js';
import { rules } from './rules.js';
import { differs, sheetOf, type Sheet } from './sheet.js';
import { Writer } from './writer.js';

export type Action = ActName | 'undo' | 'redo' | 'leave' | 'comeBack';

/** One step of a script: who does what, three numbers for where, and one for what arrives before. */
export type Step = readonly [
  who: number,
  action: Action,
  a: number,
  b: number,
  number: number,
  arrives: number,
];

export interface Manner {
  readonly order: Order;
  /** Compares what was kept up with what is read anew after every transaction. */
  readonly watchful?: boolean;
  /** The ids under which the five write. */
  readonly clients?: readonly number[];
}

export interface Outcome {
  readonly wrongs: readonly string[];
  readonly characters: number;
  readonly doubled: number;
  readonly carets: number;
  readonly anchors: number;
  /** Of passages, how many came to which state (TXT-8). */
  readonly states: Readonly<Record<AnchorState, number>>;
  /** The text before the first step, and what went to the server, with the number of its writer. */
  readonly start: Uint8Array;
  readonly sent: readonly { readonly who: number; readonly update: Uint8Array }[];
  /** All that everybody sees at the end. */
  readonly end: string;
}

const awayFor = 25;

export const play = (steps: readonly Step[], manner: Manner): Outcome => new Play(manner).run(steps);

class Play {
  private readonly wrongs: string[] = [];
  private readonly oracle = new Oracle();
  private readonly writers: readonly Writer[];
  private readonly network: Network;
  private readonly away = new Map<Writer, number>();
  private readonly places: Places;
  private readonly model = new AnchorModel(this.oracle);
  private readonly touched = new Set<string>();
  private readonly first: readonly string[];
  private readonly start: Uint8Array;
  private next = 0x4e00;
  private readonly fresh = () => String.fromCharCode(this.next++);

  constructor(private readonly manner: Manner) {
    const line = () => ({
      attributes: {},
      content: [{ text: Array.from({ length: 8 }, this.fresh).join('') }],
    });
    this.start = firstUpdate([line(), line(), line(), line(), line()], rules, 1);
    const clients = manner.clients ?? [11, 22, 33, 44, 55];
    this.writers = clients.map((client) => new Writer(client, this.start, client % 2 === 1));
    this.network = new Network(this.writers, this.start, manner.order);
    this.places = new Places(this.oracle, this.wrongs);
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
    const characters = [...this.oracle.characters];
    const doubled = characters.filter((character) => this.oracle.expected(character) > 1).length;
    const wrongs = [
      ...this.wrongs,
      ...this.oracle.wrongs,
      ...this.network.refusals.map((code) => `refused: ${code}`),
    ];
    return {
      wrongs,
      characters: characters.length,
      doubled,
      carets: this.places.carets,
      anchors: this.places.anchors,
      states: this.model.states,
      start: this.start,
      sent: this.network.log.map(({ from, update }) => ({ who: this.writers.indexOf(from), update })),
      end: pictureOf(this.network.server.doc),
    };
  }

  private take([who, action, a, b, number, arrives]: Step): void {
    const writer = this.writers[who]!;
    const left = this.away.get(writer) ?? 0;
    if (left > 0) this.away.set(writer, left - 1);
    else {
      if (arrives % 4 > 0) this.network.send(writer);
      this.network.bring(writer, arrives >> 2);
    }
    if (action === 'leave') return void this.away.set(writer, awayFor);
    if (action === 'comeBack') {
      this.away.set(writer, 0);
      return this.manner.order === 'server' ? this.network.comeBack(writer) : undefined;
    }
    if (action === 'undo' || action === 'redo') return this.takeBack(writer, action);
    this.act(writer, action, [a, b, number], arrives);
    this.places.keep(writer, a, b);
    this.model.keep(writer, b, number, a);
    // Where updates do not come by the server, an undo may be known before what it took back.
    if (this.manner.order === 'server') this.places.look(writer, b);
  }

  private takeBack(writer: Writer, action: 'undo' | 'redo'): void {
    // What it changes of structure only its writer could say; none of these paragraphs counts as left alone.
    this.oracle.takeBack(writer.doc, writer.undo.manager, () => writer.undo[action]());
  }

  private act(writer: Writer, action: ActName, numbers: readonly number[], arrives: number): void {
    const chance = chanceFor(writer, numbers, this.fresh);
    const plan = acts[action](chance);
    if (!plan) return;
    for (const id of plan.touches) this.touched.add(id);
    const way = arrives % 5 === 0 ? 'continue' : 'edit';
    this.oracle.act(writer.doc, writer.undo.manager, plan.typed, plan.covered, () =>
      writer[way]((edit) => plan.act(edit)),
    );
    const wrong = differs(sheetOf(writer.text), this.withoutGone(writer, plan.meant));
    if (wrong) this.wrongs.push(`not as meant: ${wrong}`);
  }

  /** Of a paragraph that somebody deleted, and that characters brought back, nothing is left without them. */
  private withoutGone({ text }: Writer, meant: readonly Sheet[]): readonly Sheet[] {
    const left = meant.filter(
      ({ id, characters }) => characters.length > 0 || !text.paragraph(id)?.hidesWithoutCharacters,
    );
    return left.length > 0 ? left : sheetOf(text).slice(0, 1);
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
    for (const character of this.oracle.characters) {
      const [found, expected] = [stands.get(character)?.length ?? 0, this.oracle.expected(character)];
      if (found !== expected)
        this.wrongs.push(`${found < expected ? 'lost' : 'doubled'} ${character}: ${found} of ${expected}`);
    }
    for (const paragraph of server.text.page) this.authors(writtenBy(server.text, paragraph));
    // Elsewhere, characters may be known before it is known for which they stand.
    this.places.judge(server, this.manner.order === 'server');
    if (this.manner.order === 'server') this.wrongs.push(...this.model.judge(server));
    const ids = server.text.page.map(({ id }) => id);
    if (new Set(ids).size < ids.length) this.wrongs.push('two paragraphs with one id');
    for (const id of this.first)
      if (!this.touched.has(id) && !ids.includes(id)) this.wrongs.push(`${id} is gone`);
  }

  private authors(runs: ReturnType<typeof writtenBy>): void {
    for (const { client, text } of runs) {
      for (const character of text) {
        if (character !== '\ufffc' && this.oracle.author(character) !== client)
          this.wrongs.push(`author of ${character}`);
      }
    }
  }
}
