export const identityLimits = {
  displayNameLength: 80,
  emailLength: 254,
  /** Shortest password, in characters; length protects better than odd signs do. */
  passwordLeast: 10,
  passwordMost: 200,
  tokenNameLength: 80,
  tokensPerPerson: 20,
  tokenDaysMost: 365,
  passkeysPerPerson: 10,
  recoveryCodes: 10,
  languagesPerPerson: 20,
  /** Hours between the second yes to a lost device and its effect. */
  recoveryDelayHours: 48,
} as const;

export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];
