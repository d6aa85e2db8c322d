/** The built server as a process of its own. */
export interface BuiltServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** What it has printed. */
  log(): string;
  /** Stops as Ctrl-C does, database included. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Removes its data. */
  forget(): void;
}

/** Starts a server; an earlier one as `again` starts it anew on the same data and port. Resolves when it is ready. */
export function startServer(again?: Pick<BuiltServer, 'dataDir' | 'port'>): Promise<BuiltServer>;
