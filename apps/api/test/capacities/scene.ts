import { roomEntities, roomMigrations, rooms } from '../../rooms.js';
import type { Capacity } from '@plenary/groups/domain';
import { coalitionRoles, representativeRoles } from '@plenary/organisations/domain';
import { startStatements } from '@plenary/statements/testing';

/** The house as it is shipped, with builders of people and things. */
export const startHouse = () =>
  startStatements({ imports: rooms, entities: roomEntities, migrations: roomMigrations });
export type HouseUnderTest = Awaited<ReturnType<typeof startHouse>>;

/** Somebody in one capacity, with what is theirs, and the things of others. */
export interface Scene {
  readonly house: HouseUnderTest;
  readonly me: string;
  readonly held: readonly Capacity[];
  /** The organisation and the group that are mine; null where I have none. */
  readonly organisation: string | null;
  readonly group: string | null;
}

/** What one may be, from nobody in particular to a coordinator; whoever is in a group acts for an organisation, too. */
export const people: readonly (readonly [name: string, held: readonly Capacity[]])[] = [
  ['somebody who is only signed in', []],
  ...coalitionRoles.map((role) => [`a ${role}`, [role]] as const),
  ...representativeRoles.map((role) => [`a ${role} of an organisation`, [role]] as const),
  ['a lead of a group', ['member', 'group_lead']],
  ['a member of a group', ['member', 'group_member']],
];

/** Long ago, so that no rule on how long somebody has been something stands in the way. */
const longAgo = new Date(Date.now() - 90 * 86_400_000);

export async function sceneOf(house: HouseUnderTest, held: readonly Capacity[]): Promise<Scene> {
  const { given } = house;
  const me = await given.person();
  let organisation: string | null = null;
  let group: string | null = null;
  for (const capacity of held) {
    const role = coalitionRoles.find((each) => each === capacity);
    const acting = representativeRoles.find((each) => each === capacity);
    if (role) await given.role(me, role);
    if (acting) {
      organisation = await given.organisation();
      await given.representative(me, organisation, acting);
    }
    if (capacity === 'group_lead' || capacity === 'group_member') {
      group = await given.group();
      await given.member(group, me, capacity === 'group_lead' ? 'lead' : 'member', organisation!);
    }
  }
  for (const column of [
    ...['coalition_role SET created_at', 'representative SET created_at', 'group_member SET created_at'],
    'representative SET role_since',
  ]) {
    await house.database.query(`UPDATE ${column} = $1 WHERE person_id = $2`, [longAgo, me]);
  }
  return { house, me, held: ['everybody', ...held], organisation, group };
}
