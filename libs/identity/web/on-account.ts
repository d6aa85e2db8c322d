import { createContext, type ReactNode } from 'react';

/** What rooms above know of a person, on the person's own pages. */
export interface AboutMe {
  /** Organisations, roles, groups. */
  readonly standing?: ReactNode;
  /** What one wrote. */
  readonly written?: ReactNode;
  /** Ways to what people read of themselves and of the house. */
  readonly ways?: ReactNode;
}

export const OnAccount = createContext<AboutMe>({});
