/** A lead answers for the group and manages its statements; a member works in it. */
export const groupRoles = ['lead', 'member'] as const;
export type GroupRole = (typeof groupRoles)[number];

/** Keys of the six themes of the 15th Forum; their names are translated on screen. */
export const themes = [
  'women-in-migration',
  'children-and-youth',
  'media-and-culture',
  'climate-and-labour-routes',
  'regional-cooperation',
  'new-technologies',
] as const;
export type Theme = (typeof themes)[number];
