/** The tokens of so many new people with this role in the coalition, at a built server with its own database. */
export function peopleWithTokens(
  server: { readonly dataDir: string },
  count: number,
  role?: string,
): Promise<readonly string[]>;
