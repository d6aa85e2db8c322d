import { newId } from '@plenary/ground/kernel';
import { FileStore } from '@plenary/ground/server';
import type { Case, CaseRequest } from '@plenary/ground/testing';
import type { CoalitionUnderTest } from './start-coalition.js';

/** Somebody in one capacity, with what is theirs, and the things of others. */
export interface OrganisationScene {
  readonly house: Pick<CoalitionUnderTest, 'given' | 'database' | 'app'>;
  readonly me: string;
  /** The one that is mine; null where I have none. */
  readonly organisation: string | null;
}

export type About = (id: string, scene: OrganisationScene) => Promise<CaseRequest> | CaseRequest;

/** About my organisation, or one of others. */
export const aboutOrganisation = (make: About): Case<OrganisationScene> => ({
  of: 'organisation',
  make: async (scene, whose) =>
    make(whose === 'own' ? scene.organisation! : await scene.house.given.organisation(), scene),
});

/** Somebody who acts for an organisation as a member, so that something can be done about them. */
export async function colleague(
  { house: { given } }: OrganisationScene,
  organisation: string,
): Promise<string> {
  const id = await given.person();
  await given.representative(id, organisation, 'member');
  return id;
}

export async function mandateOf(
  { house: { database } }: OrganisationScene,
  organisation: string,
  personId: string,
): Promise<string> {
  const id = newId();
  await database.query(
    `INSERT INTO mandate (id, organisation_id, person_id, kind, alternate, from_at)
     VALUES ($1, $2, $3, 'vote', false, now())`,
    [id, organisation, personId],
  );
  return id;
}

/** A file that belongs to an organisation. */
export async function fileOf({ house }: OrganisationScene, organisation: string): Promise<string> {
  const id = newId();
  const { bytes, sha256 } = await house.app.get(FileStore).put(id, Buffer.from('words'));
  await house.database.query(
    `INSERT INTO file (id, sha256, type, bytes, owner_kind, owner_id, put_at)
     VALUES ($1, $2, 'text/plain', $3, 'organisation', $4, now())`,
    [id, sha256, bytes, organisation],
  );
  return id;
}
