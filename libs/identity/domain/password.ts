import { identityLimits } from './vocabulary.js';

/**
 * IDN-3: a password is judged by its length, and by not being the e-mail address or one sign over and over;
 * nothing else is asked of it.
 */
export function isStrongPassword(password: string, email: string): boolean {
  const signs = [...password];
  if (signs.length < identityLimits.passwordLeast || signs.length > identityLimits.passwordMost) return false;
  if (new Set(signs).size < 4) return false;
  const plain = password.toLowerCase();
  return plain !== email.toLowerCase() && plain !== email.toLowerCase().split('@')[0];
}

/** IDN-1: addresses are compared without regard to case and surrounding space. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/**
 * Looks like an address that a letter can reach: one `@`, a host with a dot, no space. Letters prove the rest. No comments
 * and no quotes, by which one mailbox would have any number of addresses.
 */
export const isEmail = (email: string): boolean =>
  email.length <= identityLimits.emailLength &&
  /^[^\s\p{Cc}\p{Cf}@<>,;:"()[\]\\]+@[^\s\p{Cc}\p{Cf}@<>,;:"()[\]\\]+\.[^\s\p{Cc}\p{Cf}@<>,;:"()[\]\\.]{2,}$/u.test(
    email,
  );
