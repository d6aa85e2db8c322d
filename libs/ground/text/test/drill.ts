import * as fc from 'fast-check';
import { play, type Manner, type Outcome } from './play.js';
import { mixes, scripts, type MixName } from './scripts.js';

/** What many runs came to. */
export interface Tally {
  runs: number;
  characters: number;
  /** Characters that stand twice since two deleted them and both undid it. */
  doubledKnown: number;
  carets: number;
  anchors: number;
  /** Of each kind of wrong, how many, and the first with the way to play it again. */
  readonly wrongs: Map<string, { count: number; first: string }>;
}

const manners: readonly Manner[] = [
  { order: 'server' },
  { order: 'server', watchful: true },
  { order: 'writers' },
  { order: 'any', watchful: true },
];

/**
 * Plays so many runs, of every mix by every way; a part of them compares what was kept up after every transaction. What
 * went by a server is judged by `onServer` too.
 */
export async function drill(
  runs: number,
  seed: number,
  { clients, onServer }: { clients: readonly number[]; onServer(run: Outcome): Promise<readonly string[]> },
  steps = 140,
): Promise<Tally> {
  const tally: Tally = { runs: 0, characters: 0, doubledKnown: 0, carets: 0, anchors: 0, wrongs: new Map() };
  const names = Object.keys(mixes) as MixName[];
  const each = Math.ceil(runs / names.length / manners.length);
  for (const mix of names) {
    for (const manner of manners) {
      const scriptsOfIt = fc.sample(scripts(mix, manner.watchful ? steps / 2 : steps), {
        numRuns: each,
        seed,
      });
      for (const [at, script] of scriptsOfIt.entries()) {
        const outcome = play(script, { ...manner, clients });
        const later = manner.order === 'server' ? await onServer(outcome) : [];
        tally.runs++;
        tally.characters += outcome.characters;
        tally.doubledKnown += outcome.doubled;
        tally.carets += outcome.carets;
        tally.anchors += outcome.anchors;
        for (const wrong of [...outcome.wrongs, ...later])
          note(tally, wrong, `${mix}, ${JSON.stringify(manner)}, seed ${seed}, ${at}`);
      }
    }
  }
  return tally;
}

function note({ wrongs }: Tally, wrong: string, where: string): void {
  const [kind] = wrong.split(' ');
  const known = wrongs.get(kind!);
  if (known) known.count++;
  else wrongs.set(kind!, { count: 1, first: `${wrong}: ${where}` });
}
