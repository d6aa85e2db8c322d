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
  /** Bytes. */
  readonly memory: number;
  /** Milliseconds. */
  readonly delay: number;
}

/** Numbers alone: to whom letters go is nobody's business. */
export interface LettersView {
  readonly road: 'sent' | 'mailbox' | 'waiting';
  readonly waiting: number;
  /** Refused by the mail server at every attempt. */
  readonly failed: number;
}

export interface OperationView {
  readonly at: string;
  readonly database: 'answers' | 'away';
  /** How processes tell each other: `alone` when there is one. */
  readonly redis: 'alone' | 'together' | 'away';
  readonly processes: readonly ProcessView[];
  readonly letters: LettersView;
  /** What is amiss, the gravest first; empty when all is well. */
  readonly amiss: readonly Amiss[];
}

export const amissKinds = ['database', 'redis', 'saving', 'mail', 'letters', 'readers', 'busy'] as const;
export type Amiss = (typeof amissKinds)[number];
