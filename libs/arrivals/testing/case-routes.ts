import { newId } from '@plenary/ground/kernel';
import { formWith, nothing, plain, type CaseRequest, type RoomCases } from '@plenary/ground/testing';
import { aboutOrganisation as organisation, type OrganisationScene } from '@plenary/organisations/testing';

const list = (path: string): CaseRequest => {
  const text = `Organisation,Country,Region,Constituency\nList ${newId()},CO,africa,women\n`;
  return { path, bytes: formWith({ field: 'list', bytes: Buffer.from(text) }, { choices: '{}' }) };
};
const invitation = { language: 'en', mostUses: 1, days: 1 };

/** An organisation that has applied, with its application. */
async function applicant({ house: { given, database } }: OrganisationScene): Promise<string> {
  const id = await given.organisation({ state: 'applied' });
  await database.query(
    `INSERT INTO application (organisation_id, applicant_name, applicant_email, applicant_language, note, confirmed_at)
     VALUES ($1, 'Somebody', $2, 'en', '', now())`,
    [id, `${id}@applies.example`],
  );
  return id;
}

/** An invitation that somebody else made; to an organisation. */
async function invitationTo(
  { house: { database } }: OrganisationScene,
  organisation: string,
): Promise<string> {
  const id = newId();
  await database.query(
    `INSERT INTO invitation (id, organisation_id, role, language, secret_hash, most_uses, uses, created_at, expires_at)
     VALUES ($1, $2, 'member', 'en', $3, 1, 0, now(), now() + interval '1 day')`,
    [id, organisation, `hash of ${id}`],
  );
  return id;
}

export const arrivalRoutes: RoomCases<OrganisationScene, never>['routes'] = {
  'GET /api/organisations/:id/invitations': organisation((id) => ({
    path: `organisations/${id}/invitations`,
  })),
  'POST /api/organisations/:id/invitations': organisation((id) => ({
    path: `organisations/${id}/invitations`,
    body: { ...invitation, role: 'member' },
  })),
  'GET /api/invitations': plain('invitations'),
  'POST /api/invitations': plain('invitations', { ...invitation, role: 'observer' }),
  'DELETE /api/invitations/:id': organisation(async (id, scene) => ({
    path: `invitations/${await invitationTo(scene, id)}`,
  })),
  'POST /api/invitations/:id/letter': organisation(async (id, scene) => ({
    path: `invitations/${await invitationTo(scene, id)}/letter`,
  })),
  'POST /api/joining/accept': plain('joining/accept', { secret: 'x'.repeat(43) }),
  'POST /api/imports/preview': nothing(() => list('imports/preview')),
  'POST /api/imports/:id/undo': nothing(() => ({ path: `imports/${newId()}/undo` })),
  'POST /api/imports': nothing(() => list('imports')),
  'POST /api/exports/organisations': plain('exports/organisations', { unlisted: false, addresses: false }),
  'GET /api/applications': plain('applications'),
  'POST /api/applications/:id/notes': nothing(async (scene) => ({
    path: `applications/${await applicant(scene)}/notes`,
    body: { text: 'a note' },
  })),
  'PUT /api/applications/:id/decision': nothing(async (scene) => ({
    path: `applications/${await applicant(scene)}/decision`,
    body: { state: 'refused', reason: 'a reason' },
  })),
};
