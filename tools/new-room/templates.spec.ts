import { readFileSync } from 'node:fs';
import { roomFiles, withModule, withRoom } from './templates.mjs';

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
    expect(withRoom(map, shelves, 'tasks', 2)).toContain(
      `  { shelf: 1, rooms: ['identity'] },\n  { shelf: 2, rooms: ['tasks'] },\n];`,
    );
  });

  it('stands beside others', () => {
    expect(withRoom(map, shelves, 'tasks', 1)).toContain(`{ shelf: 1, rooms: ['identity', 'tasks'] }`);
  });

  it('is in the app, however many there are', () => {
    const app = readFileSync('apps/api/app.module.ts', 'utf8');
    const three = ['tasks', 'sign-ons', 'decisions'].reduce(withModule, app);
    for (const own of ['tasks', 'signOns', 'decisions']) {
      expect(three.match(new RegExp(`\\.\\.\\.${own}(Entities|Migrations)`, 'g'))).toHaveLength(2);
    }
    expect(three).toMatch(/TasksModule, SignOnsModule, DecisionsModule\]/);
    expect(three).not.toMatch(/,\s*,/);
  });

  it('has its words, its refusals, a rule with a spec, and a module', () => {
    expect([...roomFiles('sign-ons').keys()]).toEqual([
      'libs/sign-ons/README.md',
      'libs/sign-ons/domain/index.ts',
      'libs/sign-ons/domain/sign-ons.errors.ts',
      'libs/sign-ons/domain/name.ts',
      'libs/sign-ons/domain/name.spec.ts',
      'libs/sign-ons/server/index.ts',
      'libs/sign-ons/server/sign-ons.module.ts',
      ...['en', 'es', 'fr', 'ar'].map((language) => `libs/sign-ons/web/messages/${language}.json`),
    ]);
  });
});
