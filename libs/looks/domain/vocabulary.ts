export const lookLimits = {
  /** How long a coordinator looks as somebody else, at most. */
  minutes: 30,
} as const;
