import { spawnSync } from 'node:child_process';
import { namesOf, oneOf } from './names.mjs';
import { onItsShelf } from './on-its-shelf.mjs';

const shelves = [
  { shelf: 0, rooms: ['ground'] },
  { shelf: 1, rooms: ['identity'] },
];
const map = `export const shelves = [
  { shelf: 0, rooms: ['ground'] },
  { shelf: 1, rooms: ['identity'] },
];
`;

describe('a new room', () => {
  it('stands on a shelf of its own, above all others', () => {
    expect(onItsShelf(map, shelves, 'tasks', 2)).toContain(
      `  { shelf: 1, rooms: ['identity'] },\n  { shelf: 2, rooms: ['tasks'] },\n];`,
    );
  });

  it('stands beside others', () => {
    expect(onItsShelf(map, shelves, 'tasks', 1)).toContain(`{ shelf: 1, rooms: ['identity', 'tasks'] }`);
  });

  it('is called by its noun, and one of what it holds by one', () => {
    expect(['decisions', 'policies', 'sign-ons', 'press', 'advice'].map(oneOf)).toEqual([
      ...['decision', 'policy', 'sign-on', 'press', 'advice'],
    ]);
    expect(namesOf('sign-ons', { prefix: 'SIG', stamp: '1' })).toMatchObject({
      ...{ Room: 'SignOns', own: 'signOns', ofOne: 'signOn', table: 'sign_on', Words: 'Sign ons' },
    });
  });

  it('NEW-1 changes six files outside of it, and passes its own specs', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['tools/new-room/prove.mjs'], {
      encoding: 'utf8',
    });
    const told = JSON.parse(stdout.trim().split('\n').at(-1)!) as { outside: string[]; failed: string[] };
    expect({ ...told, stderr }).toEqual({
      // The one line that is written by hand is in rooms.mjs; the others are written from it, and from the API.
      outside: [
        'apps/api/rooms.ts',
        'apps/web/rooms.ts',
        'docs/ARCHITECTURE.md',
        'libs/ground/web/api/openapi.json',
        'libs/ground/web/api/schema.ts',
        'rooms.mjs',
      ],
      failed: [],
      stderr: '',
    });
  }, 300_000);
});
