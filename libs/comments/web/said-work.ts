import { createContext, type ComponentType } from 'react';

/** A thread, or a suggestion. */
export interface Said {
  readonly kind: 'thread' | 'suggestion';
  readonly id: string;
  readonly statementId: string;
  /** Words of the statement that it is about; empty where there are none. */
  readonly quote: string;
  /** How what can be done with it looks there. */
  readonly className: string;
}

/** What rooms above have of a thread or a suggestion, among what can be done with it: tasks. */
export const SaidWork = createContext<ComponentType<Said> | null>(null);
