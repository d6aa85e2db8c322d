import type { RoomWords, Words } from './words';

type Load = () => Promise<{ default: Words }>;

/**
 * Files of messages by namespace: those that are loaded at once are `<room>`, those in folders of their own, which are
 * loaded later, `<room>-<folder>`. Files of no room are the shell's.
 */
export function wordsIn(
  files: Readonly<Record<string, Load>>,
): Readonly<Record<'atOnce' | 'later', Readonly<Record<string, RoomWords>>>> {
  const found = { atOnce: {}, later: {} } as Record<'atOnce' | 'later', Record<string, RoomWords>>;
  for (const [path, load] of Object.entries(files)) {
    const [, room = 'shell', part, language] =
      /(?:libs\/([a-z-]+)\/web)?\/messages\/(?:([a-z-]+)\/)?(\w+)\.json$/.exec(path) ?? [];
    if (!language) continue;
    const among = part ? found.later : found.atOnce;
    const name = part ? `${room}-${part}` : room;
    among[name] = { ...among[name]!, [language]: load };
  }
  return found;
}
