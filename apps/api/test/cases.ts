import { existsSync, readdirSync } from 'node:fs';
import type { RoomCases } from '@plenary/ground/testing';
import type { Scene } from './capacities/scene.js';
import type { NewsScene } from './news/scene.js';

type Cases = RoomCases<Scene, NewsScene>;

/** What the specs of the whole house try, gathered from the testing doors of the rooms: a new room's is found by itself. */
interface HouseCases {
  readonly routes: Cases['routes'];
  readonly events: Cases['events'];
  readonly bodies: NonNullable<Cases['bodies']>;
  readonly refusals: ReadonlySet<string>;
  readonly notForAll: ReadonlyMap<string, readonly string[]>;
  readonly shapeless: ReadonlySet<string>;
  readonly kinds: readonly string[];
}

/** Where there is a testing door. */
const rooms = readdirSync('libs').filter((room) => existsSync(`libs/${room}/testing/index.ts`));

function gathered(): HouseCases {
  // Asked for at once, since specs name their tests after them.
  const found = rooms.map(
    (room) => jest.requireActual<{ roomCases: Cases }>(`@plenary/${room}/testing`).roomCases,
  );
  const merged = <Part extends 'routes' | 'events' | 'bodies'>(part: Part) =>
    Object.assign({}, ...found.map((cases) => cases[part])) as HouseCases[Part];
  const all = (part: 'refusals' | 'shapeless' | 'kinds') => found.flatMap((cases) => cases[part] ?? []);
  return {
    ...{ routes: merged('routes'), events: merged('events'), bodies: merged('bodies') },
    notForAll: new Map(found.flatMap((cases) => Object.entries(cases.notForAll ?? {}))),
    refusals: new Set(all('refusals')),
    ...{ shapeless: new Set(all('shapeless')), kinds: all('kinds') },
  };
}

export const houseCases = gathered();
