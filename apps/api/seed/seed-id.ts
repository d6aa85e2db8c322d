import { createHash } from 'node:crypto';

/** A stable uuid (version 8, RFC 9562) for a thing of the sample coalition, the same on every installation. */
export function seedId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`plenary seed ${kind} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
