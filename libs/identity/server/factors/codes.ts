import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code stands; the one before and the one after are taken, too, for clocks that differ. */
export const period = 30;
const issuer = 'Plenary';

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totp = (secret: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });

/** What an authenticator app reads from the square. */
export const totpAddress = (secret: string, label: string): string => totp(secret, label).toString();

/** The half minute (counted from 1970) whose code this is; null when it is none of now. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const found = totp(secret, '').validate({ token: code, timestamp: now, window: 1 });
  return found === null ? null : Math.floor(now / 1000 / period) + found;
}

export const looksLikeTotp = (code: string): boolean => /^\d{6}$/.test(code.replace(/\s/g, ''));

/** Without the letters that people confuse with digits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 random bits, in four groups that can be written on paper. */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(16)].map((byte) => alphabet[byte & 31]!).join('');
  return signs.match(/.{4}/g)!.join('-');
}

/** As it is compared: without spaces, hyphens and capitals, and with letters that look like digits read as digits. */
export const plainRecoveryCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
