interface WordsFile {
  readonly namespace: string;
  /** Null for words that are loaded at the start; others come with a page that needs them. */
  readonly folder: string | null;
  readonly language: string;
}

const ofRooms = /(?:^|\/)(?:libs\/([a-z-]+)|apps)\/web\/messages\/(?:([a-z-]+)\/)?(\w+)\.json$/;
const ofGround = /(?:^|\/)libs\/ground\/web\/i18n\/(?:([a-z-]+)\/)?(\w\w)\/(\w+)\.json$/;

/**
 * Which words stand in a file, by its path; null for a file of something else. The build loads no library of the house, so
 * this is `wordsIn` of ground/web once more: `words.spec.ts` holds the two together.
 */
export function namespaceOf(path: string): WordsFile | null {
  const ground = ofGround.exec(path);
  if (ground) return named(ground[3]!, ground[1], ground[2]!);
  const room = ofRooms.exec(path);
  return room ? named(room[1] ?? 'shell', room[2], room[3]!) : null;
}

const named = (name: string, folder: string | undefined, language: string): WordsFile => ({
  namespace: folder ? `${name}-${folder}` : name,
  folder: folder ?? null,
  language,
});
