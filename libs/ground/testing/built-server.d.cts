/** The built server as a process of its own. */
export interface BuiltServer {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** As it was started, so that it can be started again. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it has printed. */
  log(): string;
  /** Sets its time forward; it was started with `CLOCK: 'settable'`. Milliseconds. */
  forward(milliseconds: number): Promise<unknown>;
  /** Stops as Ctrl-C does, database included. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Removes its data. */
  forget(): void;
}

export interface StartOptions {
  /** Of an earlier one, to start it anew on the same data and port. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Words on its command line, for instance `['--processes', '2']`. */
  readonly args?: readonly string[];
  /** Settings by variable name. */
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself, for instance `['--cpu-prof']`. */
  readonly nodeArgs?: readonly string[];
}

/** Starts a server; a `BuiltServer` may be given to start that one again. Resolves when it is ready. */
export function startServer(options?: StartOptions): Promise<BuiltServer>;
