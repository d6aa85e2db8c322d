import { defineDeed } from '@plenary/ground/kernel';

/** On no page: whoever may read what a file belongs to may read the file. */
export const fileDeeds = { read: defineDeed('file.read', { everybody: 'all' }) } as const;
