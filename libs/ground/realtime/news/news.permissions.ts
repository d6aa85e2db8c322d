import { definePermission } from '@plenary/ground/kernel';

/** What may be heard is the word of the room whose subject it is, asked for each piece of news. */
export const newsPermissions = { follow: definePermission('news.follow', {}) } as const;
