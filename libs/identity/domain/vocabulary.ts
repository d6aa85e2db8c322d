export const identityLimits = {
  displayNameLength: 80,
  emailLength: 254,
  /** Shortest password, in characters; length protects better than odd signs do. */
  passwordLeast: 10,
  passwordMost: 200,
  tokenNameLength: 80,
  tokensPerPerson: 20,
  tokenDaysMost: 365,
} as const;

export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];
