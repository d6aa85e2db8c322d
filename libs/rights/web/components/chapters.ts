/** Under which heading a deed stands: by the noun in its name. */
const chapters = {
  oneself: ['account', 'invitation', 'list.keep', 'rights'],
  coalition: ['coalition', 'organisation', 'person', 'list', 'look'],
  groups: ['group'],
  statements: ['statement'],
  watch: ['operation', 'activity'],
} as const;
export type Chapter = keyof typeof chapters;

/** Deeds by heading, in the order of the headings; without those that are empty. */
export function byChapter<Deed extends { readonly name: string }>(
  deeds: readonly Deed[],
): readonly (readonly [Chapter, readonly Deed[]])[] {
  const order = Object.keys(chapters) as Chapter[];
  const chapterOf = ({ name }: Deed): Chapter =>
    order.find((chapter) =>
      (chapters[chapter] as readonly string[]).some((noun) => name === noun || name.startsWith(`${noun}.`)),
    ) ?? 'coalition';
  return order
    .map((chapter) => [chapter, deeds.filter((deed) => chapterOf(deed) === chapter)] as const)
    .filter(([, found]) => found.length > 0);
}
