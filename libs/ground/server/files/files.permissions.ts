import { definePermission } from '@plenary/ground/kernel';

/** On no page: whoever may read what a file belongs to may read the file. */
export const filePermissions = { read: definePermission('file.read', { everybody: 'all' }) } as const;
