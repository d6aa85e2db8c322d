interface WordsFile {
  readonly namespace: string;
  readonly comes: 'public' | 'room' | 'record' | 'permissions';
  readonly language: string;
}

const ofRooms = /(?:^|\/)(?:libs\/([a-z-]+)|apps)\/web\/messages\/(?:([a-z-]+)\/)?(\w+)\.json$/;
const ofGround = /(?:^|\/)libs\/ground\/web\/i18n\/(?:([a-z-]+)\/)?(\w\w)\/(\w+)\.json$/;
const shared = ['record', 'permissions'] as const;

/**
 * Which words stand in a file and when they come, by its path; null for a file of something else. The build loads no
 * library of the house, so this is `namespaceOf` of ground/web/testing once more: `words.spec.ts` holds the two together.
 */
export function namespaceOf(path: string): WordsFile | null {
  const [, part, groundLanguage, name] = ofGround.exec(path) ?? [];
  if (name)
    return { namespace: named(name, part), comes: part ? 'room' : 'public', language: groundLanguage! };
  const [found, room, folder, language] = ofRooms.exec(path) ?? [];
  if (!found) return null;
  if (!room) return { namespace: 'shell', comes: 'public', language: language! };
  const comes = folder === 'public' ? 'public' : (shared.find((each) => each === folder) ?? 'room');
  return { namespace: named(room, folder), comes, language: language! };
}

const named = (name: string, folder: string | undefined) => (folder ? `${name}-${folder}` : name);
