import fc from 'fast-check';
// What specs lean on goes through no door.
// eslint-disable-next-line @nx/enforce-module-boundaries
import { play } from '../../../text/test/play.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { rules } from '../../../text/test/rules.js';
// eslint-disable-next-line @nx/enforce-module-boundaries
import { mixes, scripts, type MixName } from '../../../text/test/scripts.js';
import { clients, throughAnEngine } from './through-an-engine.js';

/** The drill `text` plays thousands of these. */
describe('five writers at one engine', () => {
  it.each(Object.keys(mixes) as MixName[])(
    'TXT-1..6, SYNC-2, SYNC-12 all that they wrote is taken, kept and brought to everybody: %s',
    async (mix) => {
      await fc.assert(
        fc.asyncProperty(scripts(mix, 120), async (steps) => {
          const outcome = play(steps, { order: 'server', clients });
          expect([...outcome.wrongs, ...(await throughAnEngine(outcome, rules))]).toEqual([]);
        }),
        { numRuns: 5, endOnFailure: true },
      );
    },
  );
});
