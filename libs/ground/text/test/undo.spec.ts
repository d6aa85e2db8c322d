import * as fc from 'fast-check';
import { scripts } from './scripts.js';
import { thereAndBack } from './there-and-back.js';

it('TXT-4 whoever writes alone undoes everything step by step, does it anew, and sees each page again', () => {
  fc.assert(
    fc.property(scripts('all', 40), (steps) => {
      expect(thereAndBack(steps).slice(0, 1)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
