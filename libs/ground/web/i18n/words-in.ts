import type { RoomWords, Words } from './words';

type Load = () => Promise<{ default: Words }>;

interface Namespace {
  readonly namespace: string;
  /** Null for words that are loaded at the start; others come with a page that needs them. */
  readonly folder: string | null;
  readonly language: string;
}

const ofRooms = /(?:^|\/)(?:libs\/([a-z-]+)|apps)\/web\/messages\/(?:([a-z-]+)\/)?(\w+)\.json$/;
const ofGround = /(?:^|\/)libs\/ground\/web\/i18n\/(?:([a-z-]+)\/)?(\w\w)\/(\w+)\.json$/;

/**
 * Of which words a file of messages is, by its path: those that are loaded at once are `<room>`, those in folders of their
 * own, which are loaded later, `<room>-<folder>`. Files of no room are the shell's; ground has several names. Null for a
 * file of something else.
 */
export function namespaceOf(path: string): Namespace | null {
  const ground = ofGround.exec(path);
  if (ground) return named(ground[3]!, ground[1], ground[2]!);
  const room = ofRooms.exec(path);
  return room ? named(room[1] ?? 'shell', room[2], room[3]!) : null;
}

const named = (name: string, folder: string | undefined, language: string): Namespace => ({
  namespace: folder ? `${name}-${folder}` : name,
  folder: folder ?? null,
  language,
});

/** Files of messages by namespace. */
export function wordsIn(
  files: Readonly<Record<string, Load>>,
): Readonly<Record<'atOnce' | 'later', Readonly<Record<string, RoomWords>>>> {
  const found = { atOnce: {}, later: {} } as Record<'atOnce' | 'later', Record<string, RoomWords>>;
  for (const [path, load] of Object.entries(files)) {
    const words = namespaceOf(path);
    if (!words) continue;
    const { namespace, folder, language } = words;
    const part = folder === null ? 'atOnce' : 'later';
    found[part][namespace] = { ...found[part][namespace]!, [language]: load };
  }
  return found;
}
