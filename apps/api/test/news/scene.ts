import type { DataSource } from 'typeorm';
import type { HouseUnderTest } from '../capacities/scene.js';

/** Long ago, so that no rule on how long somebody has been something stands in the way. */
const longAgo = new Date(Date.now() - 90 * 86_400_000);

export const listeners = [
  ...['coordinator', 'translator', 'focal', 'member', 'other', 'lead', 'inGroup'],
  ...['hiddenFocal', 'hiddenMember', 'nobody'],
] as const;
export type Listener = (typeof listeners)[number];

/** People of every kind, each with the whole house before them, and the things that news is about. */
export interface NewsScene {
  readonly people: Readonly<Record<Listener, string>>;
  readonly everybody: readonly Listener[];
  readonly database: DataSource;
  readonly organisation: string;
  /** Of `other`, `lead` and `inGroup`. */
  readonly second: string;
  readonly unlisted: string;
  readonly applicant: string;
  readonly group: string;
  readonly ofCoalition: string;
  readonly ofGroup: string;
}

export async function newsScene({ given, database }: HouseUnderTest): Promise<NewsScene> {
  await given.coalition();
  const ids = await given.people(listeners.length);
  const people = Object.fromEntries(listeners.map((name, at) => [name, ids[at]!])) as NewsScene['people'];
  const [organisation, second] = [await given.organisation(), await given.organisation()];
  const unlisted = await given.organisation({ listing: 'unlisted' });
  const applicant = await given.organisation({ state: 'applied' });
  await given.role(people.coordinator, 'coordinator');
  await given.role(people.translator, 'translator');
  await given.representative(people.focal, organisation, 'focal_point');
  await given.representative(people.member, organisation, 'member');
  for (const name of ['other', 'lead', 'inGroup'] as const)
    await given.representative(people[name], second, 'member');
  await given.representative(people.hiddenFocal, unlisted, 'focal_point');
  await given.representative(people.hiddenMember, unlisted, 'member');
  const group = await given.group();
  await given.member(group, people.lead, 'lead', second);
  await given.member(group, people.inGroup, 'member', second);
  for (const column of ['coalition_role SET created_at', 'representative SET role_since'])
    await database.query(`UPDATE ${column} = $1`, [longAgo]);
  return {
    database,
    ...{ people, everybody: listeners, organisation, second, unlisted, applicant, group },
    ofCoalition: await given.statement(),
    ofGroup: await given.statement({ groupId: group }),
  };
}
