import { randomBytes } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';

export type Hear = (bytes: Uint8Array, from: string) => void;

/** Another process, as it last told of itself. */
export interface OtherProcess {
  readonly id: string;
  /** Where it takes requests from its fellows, for example `http://app-2:3000`; absent before it has told. */
  readonly address?: string | null;
  /** What it tells of itself for the operation page. */
  readonly figures: unknown;
}

/** What a process tells of itself. */
export interface Self {
  address: string | null;
  figures: () => unknown;
}

/** Twelve characters; also the beginning of the ids of this process's sockets. */
export const processIdLength = 12;
const newProcessId = (): string => randomBytes(9).toString('base64url');

/**
 * The processes of one installation (SYNC-31). What they tell each other only makes things quick: PostgreSQL holds
 * the truth, and whoever listens reads there what was not told. This one is alone; `RedisProcesses` has fellows.
 */
export class Processes implements OnApplicationShutdown {
  /** This process; no two that ever ran have the same. */
  readonly id = newProcessId();
  readonly self: Self = { address: null, figures: () => null };

  /** True when others may run beside this one. */
  get several(): boolean {
    return false;
  }

  /** `away`: nobody can be told anything at the moment. */
  get state(): 'alone' | 'together' | 'away' {
    return 'alone';
  }

  /** Says farewell; after everything that had to be told. */
  async onApplicationShutdown(): Promise<void> {}

  /** Tells the others. Never throws, never waits, and may be lost. */
  tell(_channel: string, _bytes: Uint8Array): void {}

  /**
   * Hears what others tell on a channel, in the order in which each of them told it. Where that cannot begin at once, the
   * caller is not kept waiting: `onLate` is called when it has begun, since what was told before was not heard.
   */
  async listen(_channel: string, _hear: Hear, _onLate?: () => void): Promise<() => void> {
    return () => undefined;
  }

  others(): readonly OtherProcess[] {
    return [];
  }

  /** A process left, or was not heard of for a while. */
  onGone(_listener: (id: string) => void): void {}

  /** The others can be told again; what they told meanwhile was lost. */
  onBack(_listener: () => void): void {}
}
