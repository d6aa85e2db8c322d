import * as fc from 'fast-check';
import * as Y from 'yjs';
import { writtenBy } from '../../authors.js';
import { firstUpdate } from '../../rich-text.js';
import type { AnchorState } from '../../anchor-states.js';
import { acts, type ActName } from '../../test/acts.js';
import { AnchorModel } from '../../test/anchor-model.js';
import { picture, standsOf } from '../../test/checks.js';
import { Network } from '../../test/network.js';
import { Oracle } from '../../test/oracle.js';
import type { Step } from '../../test/play.js';
import { chanceFor, type Chance } from '../../test/plans.js';
import { rules } from '../../test/rules.js';
import { mixes, scripts, type MixName } from '../../test/scripts.js';
import { sheetOf } from '../../test/sheet.js';
import { Writer } from '../../test/writer.js';
import type { Deed } from '../deed.js';
import type { Layer } from '../layer.js';
import { stateOf, type PartState } from '../layer-parts.js';
import { meant, meantBy, meantState, told, type MeantPlace } from './layer-model.js';
import { plain } from './plain-parts.js';
import { again, allPartsOf, partsOf, Suggester, takeIn, undo } from './suggester.js';

export interface Size {
  readonly acts: number;
  readonly anchors: number;
  readonly suggestions: number;
  /** How often everything is judged, in acts. */
  readonly judgedEvery: number;
}

/** What one long run came to. */
export interface LongTally {
  acts: number;
  characters: number;
  anchors: number;
  suggestions: number;
  accepted: number;
  rejected: number;
  takenBack: number;
  /** Could not be accepted any more: nothing of it stood. */
  void: number;
  /** Open at the end. */
  open: number;
  /** Times that the state of an anchor, and of a suggestion, was compared with the model's, by that state. */
  readonly anchorStates: Readonly<Record<AnchorState, number>>;
  readonly suggestionStates: Record<PartState, number>;
  readonly wrongs: string[];
}

interface Suggestion {
  layer: Layer;
  /** It writes and deletes characters and nothing else: the model knows its state. */
  readonly isPlain: boolean;
  /** When, in acts, somebody decides; Infinity for never. */
  decidedAt: number;
  readonly decision: 'accept' | 'reject' | 'accept and take back';
}

/** What an acceptance did, to be taken back. */
interface Accepted {
  readonly suggestion: Suggestion;
  readonly deed: Deed;
  readonly written: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly backAt: number;
}

const plainActs: readonly ActName[] = ['type', 'type', 'typeAtEnd', 'typeAtBeginning', 'delete'];
const otherActs: readonly ActName[] = [
  'enter',
  'join',
  'move',
  'remove',
  'deleteSeveral',
  'bold',
  'kind',
  'paste',
];

/**
 * Five writers write by a server into one text while suggestions stand upon it, and are decided about; passages are
 * remembered all along. The same seed and size are the same run.
 */
export const longRun = (size: Size, seed: number): LongTally => new LongRun(size, seed).run();

class LongRun {
  private next = 0x4e00;
  private readonly fresh = () => String.fromCharCode(this.next++);
  private readonly oracle = new Oracle();
  private readonly network: Network;
  private readonly anchors = new AnchorModel(this.oracle);
  private readonly writers: readonly Writer[];
  private readonly away = new Map<Writer, number>();
  private open: Suggestion[] = [];
  private accepted: Accepted[] = [];
  private client = 1_000;
  private readonly tally: LongTally = {
    ...{ acts: 0, characters: 0, anchors: 0, suggestions: 0 },
    ...{ accepted: 0, rejected: 0, takenBack: 0, void: 0, open: 0 },
    anchorStates: this.anchors.states,
    suggestionStates: { open: 0, changed: 0, void: 0 },
    wrongs: [],
  };

  constructor(
    private readonly size: Size,
    private readonly seed: number,
  ) {
    const line = () => ({
      attributes: {},
      content: [{ text: Array.from({ length: 30 }, this.fresh).join('') }],
    });
    const start = firstUpdate(Array.from({ length: 60 }, line), rules, 1);
    this.writers = [11, 22, 33, 44, 55].map((client) => new Writer(client, start, client % 2 === 1));
    this.network = new Network(this.writers, start, 'server');
    this.oracle.begin(this.server.doc);
  }

  private get server(): Writer {
    return this.network.server;
  }

  run(): LongTally {
    const { size, tally } = this;
    for (const step of this.steps()) {
      if (tally.acts >= size.acts) break;
      if (!this.take(step)) continue;
      tally.acts++;
      this.keepAnchor(step);
      if (tally.suggestions * size.acts < tally.acts * size.suggestions) this.begin(step);
      this.decideWhatIsDue();
      if (tally.acts % size.judgedEvery === 0) this.judge();
    }
    this.judge();
    tally.characters = [...this.oracle.characters].length;
    tally.open = this.open.length;
    tally.wrongs.push(...this.oracle.wrongs, ...this.network.refusals.map((code) => `refused: ${code}`));
    return tally;
  }

  /** Of every mix in turn, without an end. */
  private *steps(): Generator<Step> {
    for (let round = 0; ; round++) {
      for (const mix of Object.keys(mixes) as MixName[]) {
        for (const script of fc.sample(scripts(mix, 100), { numRuns: 1, seed: this.seed + round }))
          yield* script;
      }
    }
  }

  /** False where nothing was done. */
  private take([who, action, a, b, number, arrives]: Step): boolean {
    const writer = this.writers[who]!;
    const left = this.away.get(writer) ?? 0;
    if (left > 0) this.away.set(writer, left - 1);
    else {
      if (arrives % 4 > 0) this.network.send(writer);
      this.network.bring(writer, arrives >> 2);
    }
    if (action === 'leave' || action === 'comeBack') {
      this.away.set(writer, action === 'leave' ? 25 : 0);
      if (action === 'comeBack') this.network.comeBack(writer);
      return false;
    }
    const { manager } = writer.undo;
    if (action === 'undo' || action === 'redo') {
      if (manager[`${action}Stack`].length === 0) return false;
      this.oracle.takeBack(writer.doc, manager, () => writer.undo[action]());
      return true;
    }
    const plan = acts[action](chanceFor(writer, [a, b, number], this.fresh));
    if (!plan) return false;
    const way = arrives % 5 === 0 ? 'continue' : 'edit';
    this.oracle.act(writer.doc, manager, plan.typed, plan.covered, () =>
      writer[way]((edit) => plan.act(edit)),
    );
    return true;
  }

  private keepAnchor([who, , a, b, number]: Step): void {
    const { anchors, acts: all } = this.size;
    if (this.anchors.count * all >= this.tally.acts * anchors) return;
    this.anchors.keep(this.writers[who]!, b, number, a);
    this.tally.anchors = this.anchors.count;
  }

  /** Somebody suggests something upon the committed text, at one place or at several. */
  private begin([, , a, b, number]: Step): void {
    const { tally } = this;
    const hand = new Suggester(++this.client, this.server.doc);
    const isPlain = tally.suggestions % 4 !== 0;
    const typed: string[] = [];
    const does = (name: ActName, chance: Chance) => {
      const plan = acts[name](chance);
      if (!plan) return;
      hand.edit((edit) => plan.act(edit));
      typed.push(...plan.typed);
    };
    for (let place = 0; place <= number % 3; place++) {
      const at = () => chanceFor(hand, [a + place * 7, b + place * 11, number + place], this.fresh);
      const from = isPlain ? plainActs : otherActs;
      const name = from[(a + b + place) % from.length]!;
      const chance = at();
      does(name, chance);
      // Words in place of others.
      if (name === 'delete' && number % 2 === 0) {
        const offset = Math.min(chance.offset, hand.text.page[chance.index]!.length);
        does('type', {
          ...at(),
          ...{ index: chance.index, paragraph: hand.text.page[chance.index]!, offset },
        });
      }
    }
    if (hand.out.length === 0) return;
    tally.suggestions++;
    const chance = (a * 31 + b * 17 + number) % 100;
    const decision = chance < 30 ? 'reject' : chance < 55 ? 'accept' : 'accept and take back';
    const wait = 1 + ((a + number) % Math.ceil(this.size.acts / 4));
    const decidedAt = chance < 85 ? tally.acts + wait : Infinity;
    const suggestion: Suggestion = { layer: hand.layer, isPlain, decidedAt, decision };
    this.open.push(suggestion);
    if (!isPlain) return;
    const [kept, left] = [
      meantBy(this.server.text, suggestion.layer).flatMap(({ written }) => written),
      typed,
    ];
    const stillThere = left.filter((character) => standsOf(hand.text).has(character));
    if (kept.toSorted().join() !== stillThere.toSorted().join()) this.wrong('suggested otherwise than typed');
  }

  private decideWhatIsDue(): void {
    const { acts: now } = this.tally;
    for (const suggestion of this.open.filter(({ decidedAt }) => decidedAt <= now)) {
      if (suggestion.decision === 'reject') this.reject(suggestion);
      else this.accept(suggestion);
    }
    for (const accepted of this.accepted.filter(({ backAt }) => backAt <= now)) this.takeBack(accepted);
  }

  /** It goes, and nothing else: neither the text nor what others suggest. */
  private reject(suggestion: Suggestion): void {
    const others = this.open.filter((each) => each !== suggestion);
    const seen = (of: readonly Suggestion[]) => {
      const read = allPartsOf(
        this.server.doc,
        of.map(({ layer }) => layer),
      );
      return others.map(({ layer }) => JSON.stringify(plain(read.get(layer.client)!)));
    };
    const text = () => Buffer.from(Y.encodeStateAsUpdate(this.server.doc)).toString('base64');
    const [before, textBefore] = [seen(this.open), text()];
    this.open = others;
    this.tally.rejected++;
    seen(this.open).forEach((each, at) => {
      if (each !== before[at]) this.wrong(`rejecting changed ${others[at]!.layer.client}`);
    });
    if (text() !== textBefore) this.wrong('rejecting changed the text');
  }

  private accept(suggestion: Suggestion): void {
    const { layer, isPlain } = suggestion;
    const { server } = this;
    const places = meantBy(server.text, layer);
    const before = this.shown();
    this.open = this.open.filter((each) => each !== suggestion);
    const decider = ++this.client;
    const writing = takeIn(server.doc, layer, decider);
    if (isPlain && (writing === null) !== (meantState(places) === 'void'))
      this.wrong('accepted though void, or not');
    if (!writing) return void this.tally.void++;
    this.tally.accepted++;
    this.network.tell(writing.update);
    const deleted = places.flatMap((place) => place.deleted.filter(({ isThere }) => isThere));
    this.oracle.came(
      server.doc,
      layer.client,
      deleted.map(({ id }) => id),
    );
    const now = this.shown();
    const came = [...now].filter((character) => !before.has(character));
    const went = new Set([...before].filter((character) => !now.has(character)));
    // Of what begins paragraphs the model knows the words, and not where they would stand.
    const written = isPlain ? standing(places) : places.flatMap((place) => place.written);
    const meantToCome = written.filter(
      (character) => !before.has(character) && (isPlain || now.has(character)),
    );
    this.same('came', came, meantToCome);
    // A character that stands twice goes once.
    const meantToGo = deleted.map(({ character }) => character).filter((character) => !now.has(character));
    this.same('went', [...went], meantToGo);
    if (suggestion.decision === 'accept') return;
    this.accepted.push({
      ...{ suggestion, deed: writing.deed, written: new Set(came), deleted: went },
      backAt: this.tally.acts + 1 + (layer.client % Math.ceil(this.size.acts / 10)),
    });
  }

  /** Out of the text again: its words go, what it deleted stands again, all else stays; and it is open. */
  private takeBack(accepted: Accepted): void {
    const { suggestion, deed, written, deleted } = accepted;
    const { server } = this;
    this.accepted = this.accepted.filter((each) => each !== accepted);
    const before = this.shown();
    const decider = ++this.client;
    const back = undo(server.doc, deed, decider);
    if (!back) return;
    this.tally.takenBack++;
    this.network.tell(back.update);
    this.oracle.wentBack(server.doc, decider, written);
    const meantNow = [...before].filter((character) => !written.has(character));
    this.same('taken back', [...this.shown()], [...new Set([...meantNow, ...deleted])]);
    const layer = again(server.doc, () => back.deed, ++this.client);
    this.open.push({ ...suggestion, layer, decidedAt: Infinity });
  }

  /** Everything reaches everybody; then every replica, character, passage and suggestion is looked at. */
  private judge(): void {
    const { server } = this;
    this.network.settle();
    const pictures = new Set([server, ...this.writers].map(({ text }) => picture(text)));
    if (pictures.size > 1) this.wrong(`${pictures.size} different pages`);
    const stands = standsOf(server.text);
    for (const character of this.oracle.characters) {
      const [found, expected] = [stands.get(character)?.length ?? 0, this.oracle.expected(character)];
      if (found !== expected)
        this.wrong(`${found < expected ? 'lost' : 'doubled'} ${character}: ${found} of ${expected}`);
    }
    for (const paragraph of server.text.page) {
      for (const { client, text } of writtenBy(server.text, paragraph)) {
        const strange = [...text].find((each) => each !== '\ufffc' && this.oracle.author(each) !== client);
        if (strange) this.wrong(`author of ${strange}`);
      }
    }
    for (const wrong of this.anchors.judge(server)) this.wrong(`anchor ${wrong}`);
    this.judgeSuggestions();
  }

  private judgeSuggestions(): void {
    const { doc, text } = this.server;
    const layers = this.open.map(({ layer }) => layer);
    const together = allPartsOf(doc, layers);
    for (const { layer, isPlain } of this.open) {
      const parts = partsOf(doc, layer);
      const all = together.get(layer.client)!;
      if (JSON.stringify(plain(all)) !== JSON.stringify(plain(parts)))
        this.wrong(`suggestion ${layer.client} is read otherwise beside others`);
      if (!isPlain) continue;
      const places = meantBy(text, layer);
      this.same(`suggestion ${layer.client}`, told(parts), meant(places));
      const [isTold, isMeant] = [
        stateOf(parts.filter(({ kind }) => kind === 'characters')),
        meantState(places),
      ];
      if (isTold !== isMeant) this.wrong(`suggestion ${layer.client} is ${isTold}, which is ${isMeant}`);
      this.tally.suggestionStates[isMeant]++;
    }
  }

  private shown(): Set<string> {
    return new Set(
      sheetOf(this.server.text).flatMap(({ characters }) => characters.map(({ character }) => character)),
    );
  }

  private same(what: string, found: readonly string[], expected: readonly string[]): void {
    const [one, other] = [found, expected].map((all) => all.toSorted().join());
    if (one !== other) this.wrong(`${what}: ${one}, meant ${other}`);
  }

  private wrong(what: string): void {
    this.tally.wrongs.push(`${what} (act ${this.tally.acts})`);
  }
}

/** What is written where something of it can be taken in. */
const standing = (places: readonly MeantPlace[]): string[] =>
  places.filter(({ state }) => state !== 'void').flatMap(({ written }) => written);
