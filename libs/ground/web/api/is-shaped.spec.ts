import { isShaped } from './is-shaped';

it('takes for a thing only what has its parts', () => {
  const isPoint = (carried: unknown) => isShaped<{ x: number; y: number }>(carried, 'x', 'y');
  expect(
    [
      { x: 1, y: 2 },
      { x: 1, y: undefined, z: 3 },
    ].map(isPoint),
  ).toEqual([true, true]);
  expect([{ x: 1 }, null, undefined, 'xy', 7, []].map(isPoint)).toEqual(Array(6).fill(false));
});
