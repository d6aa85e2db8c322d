import { definePermission } from '@plenary/ground/kernel';

/** What may be done with a text is the word of the room whose text it is, asked for each message (SYNC-20). */
export const documentPermissions = {
  read: definePermission('document.read', {}),
  write: definePermission('document.write', {}),
} as const;
