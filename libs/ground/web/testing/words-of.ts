import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsIn, type RoomWords, type Words } from '..';

/** A room's words as its screens find them, those that are loaded later, too. */
export const wordsOf = (room: string): Record<string, RoomWords> => wordsBelow(`libs/${room}/web/messages`);

/** Words that all rooms share. */
export const groundWords = (): Record<string, RoomWords> => wordsBelow('libs/ground/web/i18n');

function wordsBelow(folder: string): Record<string, RoomWords> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
    .map(
      (path) => [path, async () => ({ default: JSON.parse(readFileSync(path, 'utf8')) as Words })] as const,
    );
  const { atOnce, later } = wordsIn(Object.fromEntries(files));
  return { ...atOnce, ...later };
}
