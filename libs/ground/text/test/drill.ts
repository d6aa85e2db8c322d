import * as fc from 'fast-check';
import { play, type Manner } from './play.js';
import { mixes, scripts, type MixName } from './scripts.js';

/** What many runs came to. */
export interface Tally {
  runs: number;
  letters: number;
  /** Letters that stand twice since two deleted them and both undid it. */
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

/** Plays so many runs, of every mix by every way; a part of them compares what was kept up after every transaction. */
export function drill(runs: number, seed: number, steps = 140): Tally {
  const tally: Tally = { runs: 0, letters: 0, doubledKnown: 0, carets: 0, anchors: 0, wrongs: new Map() };
  const names = Object.keys(mixes) as MixName[];
  const each = Math.ceil(runs / names.length / manners.length);
  for (const mix of names) {
    for (const manner of manners) {
      const scriptsOfIt = fc.sample(scripts(mix, manner.watchful ? steps / 2 : steps), {
        numRuns: each,
        seed,
      });
      scriptsOfIt.forEach((script, at) => {
        const outcome = play(script, manner);
        tally.runs++;
        tally.letters += outcome.letters;
        tally.doubledKnown += outcome.doubled;
        tally.carets += outcome.carets;
        tally.anchors += outcome.anchors;
        for (const wrong of outcome.wrongs)
          note(tally, wrong, `${mix}, ${JSON.stringify(manner)}, seed ${seed}, ${at}`);
      });
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
