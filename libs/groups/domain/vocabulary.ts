/** A lead answers for the group and manages its statements; a member works in it. */
export const groupRoles = ['lead', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** Whether people join an `open` group by themselves, or ask the leads of a `closed` one. */
export const groupAccesses = ['open', 'closed'] as const;
export type GroupAccess = (typeof groupAccesses)[number];

export const groupLimits = { nameLength: 120, descriptionLength: 2_000, noteLength: 500 } as const;
