import { createHash } from 'node:crypto';

/** SHA-256, kept beside a state so that a damaged one is not read. */
export const checksumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
