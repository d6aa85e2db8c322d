import { createHash } from 'node:crypto';

/** What is kept of an address that takes no e-mails: enough to know it again, and no address. */
export const addressHash = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('hex');
