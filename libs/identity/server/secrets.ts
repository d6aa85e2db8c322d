import { createHash, randomBytes } from 'node:crypto';
import { hash, verify, type Algorithm } from '@node-rs/argon2';

/** argon2id with the first parameters of OWASP's list: 19 MiB, 2 passes, 1 lane. */
const argon = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), argon);

/** A hash of nothing anybody knows, so that an unknown address takes as long as a known one (IDN-2). */
let nobody: Promise<string> | null = null;

export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString('hex'));
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return passwordHash !== null && matches;
}

/** A secret of 256 bits; tokens carry a prefix by which scanners recognise one that leaked. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

export const tokenPrefix = 'plenary_pat_';

/** What is stored of a secret (IDN-4). A fast hash is enough: 256 random bits cannot be guessed. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
