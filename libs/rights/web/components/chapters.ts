/** Deeds under their headings, in the order in which they come. */
export function byChapter<Deed extends { readonly chapter: string }>(
  deeds: readonly Deed[],
): readonly (readonly [string, readonly Deed[]])[] {
  const found = new Map<string, Deed[]>();
  for (const deed of deeds) found.set(deed.chapter, [...(found.get(deed.chapter) ?? []), deed]);
  return [...found];
}
