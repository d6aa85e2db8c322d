/** How long something took, in milliseconds. */
export interface TimesView {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** One process that serves, in numbers that say nothing about people. */
export interface ProcessView {
  readonly id: string;
  readonly isThis: boolean;
  readonly startedAt: string;
  readonly connections: number;
  readonly documents: number;
  readonly readers: number;
  readonly slowReaders: number;
  readonly readersLetGo: number;
  readonly saved: TimesView | null;
  readonly told: TimesView | null;
  readonly joined: TimesView | null;
  /** Edits of the last minutes that the database did not take in time. */
  readonly unsaved: number;
  /** Since the start, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Since the start: copies of texts that were found damaged, and passed over for the journal. */
  readonly damaged: number;
  /** Bytes. */
  readonly memory: number;
  /** Milliseconds. */
  readonly delay: number;
}

/** Numbers alone: to whom e-mails go is nobody's business. */
export interface EmailsView {
  readonly delivery: 'sent' | 'mailbox' | 'waiting';
  readonly waiting: number;
  /** Refused by the mail server at every attempt. */
  readonly failed: number;
}

/** News that some listener failed at, every time: what should have followed from it has not. */
export interface UntoldView {
  readonly id: string;
  /** Name of the event. */
  readonly name: string;
  readonly attempts: number;
  /** The kind of error at the last attempt. */
  readonly reason: string | null;
  readonly since: string;
}

/** What follows from changes: news that listeners are told, and what is derived from texts. */
export interface FollowingView {
  /** Events that are still to be told. */
  readonly waiting: number;
  /** How many failed at every attempt, and the newest of them. */
  readonly dead: number;
  readonly untold: readonly UntoldView[];
  /** Derivations of texts (word counts) that failed when last tried; they are tried again by themselves. */
  readonly underived: number;
}

/** OPS-3: work that was given up after its last attempt. */
export interface FailedJobView {
  readonly id: string;
  /** What it does, for instance `mail.send`. */
  readonly name: string;
  readonly attempts: number;
  /** The kind of the last error; never its words. */
  readonly kind: string | null;
  readonly addedAt: string;
}

export interface FailedWorkView {
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  /** The newest that failed. */
  readonly items: readonly FailedJobView[];
}

export interface OperationView {
  readonly at: string;
  readonly database: 'answers' | 'away';
  /** How processes tell each other: `alone` when there is one. */
  readonly redis: 'alone' | 'together' | 'away';
  readonly processes: readonly ProcessView[];
  readonly emails: EmailsView;
  readonly following: FollowingView;
  /** Jobs that were given up. */
  readonly failedWork: number;
  /** What is amiss, the gravest first; empty when all is well. */
  readonly amiss: readonly Amiss[];
}

export const amissKinds = [
  ...(['database', 'redis', 'saving', 'damaged', 'untold', 'behind', 'mail', 'emails'] as const),
  ...(['underived', 'work', 'readers', 'busy'] as const),
] as const;
export type Amiss = (typeof amissKinds)[number];
