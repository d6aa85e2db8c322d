import { defineDeed } from '@plenary/ground/kernel';

/** What may be done with a text is the word of the room whose text it is, asked for each message (SYNC-20). */
export const documentDeeds = {
  read: defineDeed('document.read', {}),
  write: defineDeed('document.write', {}),
} as const;
