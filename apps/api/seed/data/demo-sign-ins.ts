import type { CoalitionRole } from '@plenary/organisations/domain';

/**
 * The password of every person of the demonstration. It stands in the open on purpose: these accounts exist
 * in installations with invented data only.
 */
export const demoPassword = 'resist-reclaim-realise';

/** Who is shown at sign-in for each role, by given name. */
export const demoSignIns = [
  { roleKey: 'coordinator', given: 'Amara' },
  { roleKey: 'facilitator', given: 'Mateo' },
  { roleKey: 'penholder', given: 'Chiara' },
  { roleKey: 'translator', given: 'Layla' },
  { roleKey: 'observer', given: 'Henrik' },
  { roleKey: 'focal_point', given: 'Sunita' },
  { roleKey: 'representative', given: 'Jomar' },
  { roleKey: 'member', given: 'Mele' },
  { roleKey: 'group_lead', given: 'Rosa Elena' },
  { roleKey: 'reader', given: 'Noor' },
] as const;

/** Coalition roles by given name. */
export const coalitionRolesByGiven: readonly (readonly [given: string, role: CoalitionRole])[] = [
  ['Amara', 'coordinator'],
  ['Marijke', 'coordinator'],
  ['Mateo', 'facilitator'],
  ['Thandiwe', 'facilitator'],
  ['Chiara', 'penholder'],
  ['Meenakshi', 'penholder'],
  ['Guadalupe', 'penholder'],
  ['Layla', 'translator'],
  ['Nerea', 'translator'],
  ['Béatrice', 'translator'],
  ['Henrik', 'observer'],
  ['Noor', 'observer'],
];
