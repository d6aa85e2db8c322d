import * as fc from 'fast-check';
import { play, type Manner } from './play.js';
import { mixes, scripts, type MixName } from './scripts.js';

const manners: readonly Manner[] = [
  { order: 'server', watchful: true },
  { order: 'server' },
  { order: 'writers' },
  { order: 'any', watchful: true },
];

/** The drill plays thousands; these few show that they can be played, and find what is broken grossly. */
describe('five writers at once', () => {
  describe.each(Object.keys(mixes) as MixName[])('%s', (mix) => {
    it.each(manners)('TXT-1..6 hold by way of $order, watchful: $watchful', (manner) => {
      fc.assert(
        fc.property(scripts(mix, 100), (steps) => {
          expect(play(steps, manner).wrongs).toEqual([]);
        }),
        { numRuns: 3, endOnFailure: true },
      );
    });
  });
});
