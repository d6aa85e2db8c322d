import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';

export type Patch = readonly [place: number, deleted: number, inserted: string];

/** One change by one of two authors. */
export interface Change {
  readonly agent: 0 | 1;
  readonly patches: readonly Patch[];
  /** How many changes of each author its own author had seen. */
  readonly seen: readonly [number, number];
}

/** Characters of one author that stand beside each other. */
export type Written = readonly (readonly [agent: number, characters: string])[];

export interface History {
  readonly source: string;
  readonly changes: readonly Change[];
  readonly end: string;
  /** Who typed each character of the end. */
  readonly writtenBy: Written;
}

export function joined(pieces: Iterable<readonly [agent: number, characters: string]>): Written {
  const found: [number, string][] = [];
  for (const [agent, characters] of pieces) {
    const last = found.at(-1);
    if (last?.[0] === agent) last[1] += characters;
    else found.push([agent, characters]);
  }
  return found;
}

/** One person alone, key by key. */
export interface Paper {
  readonly source: string;
  readonly patches: readonly Patch[];
  readonly end: string;
}

/** The recorded history automerge-paper of the same collection; without it a generated one, always the same. */
export function oneAuthor(): Paper {
  const file = join(process.env['TRACES'] ?? '', 'automerge-paper.json.gz');
  if (!process.env['TRACES'] || !existsSync(file)) return generatedPaper();
  const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    endContent: string;
    txns: readonly { patches: Patch[] }[];
  };
  const patches = txns.flatMap((each) => each.patches);
  return { source: 'the recorded history automerge-paper', patches, end: endContent };
}

/** Keys at a caret that jumps now and then. */
function generatedPaper(keys = 5_000): Paper {
  const random = numbers(7);
  let [end, caret] = ['', 0];
  const patches = Array.from({ length: keys }, (): Patch => {
    if (random(25) === 0) caret = random(end.length + 1);
    if (caret > 0 && random(8) === 0) {
      caret--;
      end = end.slice(0, caret) + end.slice(caret + 1);
      return [caret, 1, ''];
    }
    const character = 'etaoin shrdlu\n'[random(14)]!;
    end = end.slice(0, caret) + character + end.slice(caret);
    return [caret++, 0, character];
  });
  return { source: 'a generated history of one author', patches, end };
}

interface Recorded {
  readonly endContent: string;
  readonly txns: readonly { agent: 0 | 1; parents: number[]; patches: Patch[] }[];
}

/**
 * Two people who wrote at the same time: the recorded history friendsforever of the public collection editing-traces,
 * from the folder that the variable TRACES names; without it a generated one, always the same.
 */
export function twoAuthors(): History {
  const file = join(process.env['TRACES'] ?? '', 'friendsforever.json.gz');
  if (!process.env['TRACES'] || !existsSync(file)) return generated();
  const { txns, endContent } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Recorded;
  const versions: [number, number][] = [];
  const changes = txns.map(({ agent, parents, patches }): Change => {
    const seen: [number, number] = [0, 0];
    for (const parent of parents) {
      for (const who of [0, 1] as const) seen[who] = Math.max(seen[who], versions[parent]![who]);
    }
    const version: [number, number] = [...seen];
    version[agent]++;
    versions.push(version);
    return { agent, patches, seen };
  });
  const source = 'the recorded history friendsforever';
  return { source, changes, end: endContent, writtenBy: authorsOf(changes) };
}

/**
 * Two plain lists of characters, each of which takes in the other's changes when told to. As in a statement, and other
 * than in a text of Yjs, a character goes directly behind the one before it, whatever was deleted there.
 */
class Desks {
  private readonly docs = [new Y.Doc(), new Y.Doc()] as const;
  private readonly updates: Uint8Array[][] = [[], []];
  readonly seen: [number, number][] = [
    [0, 0],
    [0, 0],
  ];

  constructor() {
    this.docs.forEach((doc, agent) => {
      doc.clientID = agent + 1;
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'other') this.updates[agent]!.push(update);
      });
    });
  }

  text(agent: 0 | 1): Y.Array<string> {
    return this.docs[agent].getArray('t');
  }

  catchUp(agent: 0 | 1, to = Infinity): void {
    const other = (1 - agent) as 0 | 1;
    const seen = this.seen[agent]!;
    for (; seen[other] < Math.min(to, this.updates[other]!.length); seen[other]++) {
      Y.applyUpdate(this.docs[agent], this.updates[other]![seen[other]]!, 'other');
    }
  }

  make(agent: 0 | 1, patches: readonly Patch[]): void {
    const text = this.text(agent);
    this.docs[agent].transact(() => {
      for (const [place, deleted, inserted] of patches) {
        if (deleted) text.delete(place, deleted);
        if (inserted) text.insert(place, inserted.split(''));
      }
    });
    this.seen[agent]![agent]++;
  }

  /** Who typed what of the end. */
  end(): Written {
    ([0, 1] as const).forEach((agent) => this.catchUp(agent));
    const pieces: [number, string][] = [];
    for (let item = this.text(0)._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentAny)) continue;
      pieces.push([item.id.client - 1, item.content.arr.join('')]);
    }
    return joined(pieces);
  }
}

/**
 * The recording says who made each change, not whose the characters of the end are: they are typed again, by plain Yjs.
 */
function authorsOf(changes: readonly Change[]): Written {
  const desks = new Desks();
  for (const { agent, patches, seen } of changes) {
    desks.catchUp(agent, seen[1 - agent]);
    desks.make(agent, patches);
  }
  return desks.end();
}

/** Both write, each seeing the other's words only now and then. The end comes from two plain lists. */
function generated(changesWanted = 3_000): History {
  const random = numbers(11);
  const desks = new Desks();
  const changes = Array.from({ length: changesWanted }, (): Change => {
    const agent = random(2) as 0 | 1;
    if (random(12) === 0) desks.catchUp(agent);
    const { length } = desks.text(agent);
    const place = random(length + 1);
    const patch: Patch =
      place < length && random(10) < 3 ? [place, 1, ''] : [place, 0, 'etaoin shrdlu '[random(14)]!];
    const change: Change = { agent, patches: [patch], seen: [...desks.seen[agent]!] };
    desks.make(agent, change.patches);
    return change;
  });
  const writtenBy = desks.end();
  const end = writtenBy.map(([, characters]) => characters).join('');
  return { source: 'a generated history', changes, end, writtenBy };
}

/** Numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((now / 2_147_483_648) * below);
  };
}
