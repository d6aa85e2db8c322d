export const invitationLimits = {
  days: 90,
  uses: 500,
  /** Invitations of one organisation that can be used at a time. */
  open: 100,
} as const;
