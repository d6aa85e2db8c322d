/** The embedded database of a server with this data folder: number of its process, and where it answers. */
export function databaseOf(server: { readonly dataDir: string }): {
  readonly pid: number;
  readonly address: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
};

/** The tokens of so many new people with this role in the coalition, at a built server with its own database. */
export function peopleWithTokens(
  server: { readonly dataDir: string },
  count: number,
  role?: string,
): Promise<readonly string[]>;
