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

export interface History {
  readonly source: string;
  readonly changes: readonly Change[];
  readonly end: string;
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
  return { source: 'the recorded history friendsforever', changes, end: endContent };
}

/** Both write, each seeing the other's words only now and then. The end comes from two plain documents of Yjs. */
function generated(changesWanted = 3_000): History {
  let seed = 11;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const docs = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[][] = [[], []];
  docs.forEach((doc, agent) => {
    doc.clientID = agent + 1;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates[agent]!.push(update);
    });
  });
  const seen: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  const catchUp = (agent: 0 | 1) => {
    const other = (1 - agent) as 0 | 1;
    for (; seen[agent]![other] < updates[other]!.length; seen[agent]![other]++) {
      Y.applyUpdate(docs[agent]!, updates[other]![seen[agent]![other]]!, 'other');
    }
  };
  const changes = Array.from({ length: changesWanted }, (): Change => {
    const agent = random(2) as 0 | 1;
    if (random(12) === 0) catchUp(agent);
    const text = docs[agent]!.getText('t');
    const place = random(text.length + 1);
    const patch: Patch =
      place < text.length && random(10) < 3 ? [place, 1, ''] : [place, 0, 'etaoin shrdlu '[random(14)]!];
    const change: Change = { agent, patches: [patch], seen: [...seen[agent]!] };
    if (patch[1]) text.delete(place, 1);
    else text.insert(place, patch[2]);
    seen[agent]![agent]++;
    return change;
  });
  ([0, 1] as const).forEach(catchUp);
  return { source: 'a generated history', changes, end: docs[0]!.getText('t').toString() };
}
