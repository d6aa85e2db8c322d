import { defineDeed } from '@plenary/ground/kernel';

/** What may be heard is the word of the room whose subject it is, asked for each piece of news. */
export const newsDeeds = { follow: defineDeed('news.follow', {}) } as const;
