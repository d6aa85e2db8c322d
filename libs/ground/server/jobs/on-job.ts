import { SetMetadata } from '@nestjs/common';

export const jobKey = 'plenary:job';

/** What a job is told besides its payload. */
export interface JobRun {
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** True when nothing comes after this attempt but "failed for good". */
  readonly last: boolean;
  /** Ends when the process stops: whoever works long looks at it. */
  readonly signal: AbortSignal;
}

export interface JobOptions {
  /** After so many failures it is given up and shown under Operation; 10 unless said otherwise. */
  readonly attempts?: number;
  /** Milliseconds: runs again and again by itself, without a payload, at whole multiples of this time. */
  readonly every?: number;
}

export interface JobMark extends JobOptions {
  readonly name: string;
}

/**
 * Marks a provider's method as what carries out jobs of a name: `@Job('mail.send')`. It is called with the payload and
 * a `JobRun`, in one process, at least once, outside any transaction; it must bear being called twice, and judges anew
 * whether what it was asked for is still right.
 */
export const Job = (name: string, options: JobOptions = {}): MethodDecorator =>
  SetMetadata(jobKey, { name, ...options } satisfies JobMark);
