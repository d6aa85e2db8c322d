import type { Right } from '@plenary/ground/kernel';

/** As much of a statement as its threads need to know. */
export interface InThreads {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly right: Right;
}
