/** Permissions under their headings, in the order in which they come. */
export function byChapter<Permission extends { readonly chapter: string }>(
  permissions: readonly Permission[],
): readonly (readonly [string, readonly Permission[]])[] {
  const found = new Map<string, Permission[]>();
  for (const permission of permissions)
    found.set(permission.chapter, [...(found.get(permission.chapter) ?? []), permission]);
  return [...found];
}
