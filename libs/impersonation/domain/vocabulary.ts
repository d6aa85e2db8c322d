export const impersonationLimits = {
  /** How long a coordinator impersonates somebody else, at most. */
  minutes: 30,
} as const;
