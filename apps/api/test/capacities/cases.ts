import { newId } from '@plenary/ground/kernel';
import { formWith } from '@plenary/ground/testing';
import { applicant, colleague, fileOf, invitationTo, mandateOf, type Scene } from './scene.js';

/** What a request is about: something of mine, or something of others. */
export type Whose = 'own' | 'other';

export interface Request {
  readonly path: string;
  readonly body?: unknown;
  /** Bytes instead of JSON. */
  readonly bytes?: { readonly type: string; readonly content: Uint8Array };
  /** Of the handler's deeds, those that are meant here; all when absent. */
  readonly meant?: (deed: string) => boolean;
}

/** A request that only a right can refuse, and what of it can be mine. */
export interface Case {
  readonly of: 'organisation' | 'group' | 'person' | 'nothing';
  readonly make: (scene: Scene, whose: Whose) => Promise<Request> | Request;
}

const nothing = (make: (scene: Scene) => Promise<Request> | Request): Case => ({ of: 'nothing', make });
const plain = (path: string, body?: unknown): Case => nothing(() => ({ path, ...(body ? { body } : {}) }));
type About = (id: string, scene: Scene) => Promise<Request> | Request;

const organisation = (make: About): Case => ({
  of: 'organisation',
  make: async (scene, whose) =>
    make(whose === 'own' ? scene.organisation! : await scene.house.given.organisation(), scene),
});
const group = (make: About): Case => ({
  of: 'group',
  make: async (scene, whose) => make(whose === 'own' ? scene.group! : await scene.house.given.group(), scene),
});
/** Somebody else, who is nothing in particular. */
const another = (make: About): Case =>
  nothing(async (scene) => make(await scene.house.given.person(), scene));
/** An organisation that nobody acts for, since it will not be the same afterwards. */
const some = (make: About): Case =>
  nothing(async (scene) => make(await scene.house.given.organisation(), scene));

/** A text of the coalition's, of my group's, or of another group's. */
const texts = (make: About): readonly Case[] => [
  nothing(async (scene) => ({
    ...(await make(await scene.house.given.statement(), scene)),
    meant: (deed) => deed.endsWith('-coalition'),
  })),
  group(async (groupId, scene) => ({
    ...(await make(await scene.house.given.statement({ groupId }), scene)),
    meant: (deed) => deed.endsWith('-group'),
  })),
];

/** The smallest picture: one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (path: string): Request => ({ path, bytes: { type: 'image/png', content: dot } });
const list = (path: string): Request => {
  const text = `Organisation,Country,Region,Constituency\nList ${newId()},CO,africa,women\n`;
  return { path, bytes: formWith({ field: 'list', bytes: Buffer.from(text) }, { choices: '{}' }) };
};
const wrong = { password: 'not the password' };
const invitation = { language: 'en', mostUses: 1, days: 1 };
const described = () => ({
  ...{ name: `Named ${newId()}`, country: 'CO', region: 'africa', constituency: 'women' },
  languages: ['en'],
});

/** By route, as the router names it. A route without a case fails the spec. */
export const cases: Readonly<Record<string, Case | readonly Case[]>> = {
  // identity
  'GET /api/me': plain('me'),
  'PATCH /api/me': plain('me', { language: 'en' }),
  'PUT /api/me/password': plain('me/password', { current: 'not the password', next: 'a new long password' }),
  'PUT /api/me/email': plain('me/email', { email: 'other@people.example', ...wrong }),
  'GET /api/me/sessions': plain('me/sessions'),
  'DELETE /api/me/sessions': plain('me/sessions'),
  'DELETE /api/me/sessions/:id': nothing(() => ({ path: `me/sessions/${newId()}` })),
  'GET /api/me/tokens': plain('me/tokens'),
  'POST /api/me/tokens': plain('me/tokens', {
    name: 'script',
    scope: 'read',
    expiresInDays: 1,
    password: 'resist-reclaim-realise',
  }),
  'DELETE /api/me/tokens/:id': nothing(() => ({ path: `me/tokens/${newId()}` })),
  'GET /api/me/sign-in-ways': plain('me/sign-in-ways'),
  'POST /api/me/authenticator': plain('me/authenticator', wrong),
  'PUT /api/me/authenticator': plain('me/authenticator', { code: '000000' }),
  'POST /api/me/outside/removal': plain('me/outside/removal', wrong),
  'POST /api/me/authenticator/removal': plain('me/authenticator/removal', wrong),
  'POST /api/me/recovery-codes': plain('me/recovery-codes', wrong),
  'POST /api/me/passkeys/options': plain('me/passkeys/options', wrong),
  'POST /api/me/passkeys': plain('me/passkeys', { name: 'key', response: {} }),
  'POST /api/me/passkeys/:id/removal': nothing(() => ({
    path: `me/passkeys/${newId()}/removal`,
    body: wrong,
  })),
  'DELETE /api/me/recovery': plain('me/recovery'),
  'GET /api/me/export': plain('me/export'),
  'POST /api/me/leaving': plain('me/leaving', wrong),
  'GET /api/me/work': plain('me/work'),
  'GET /api/me/work/:id': nothing(() => ({ path: `me/work/${newId()}` })),
  'GET /api/me/work/:id/file': nothing(() => ({ path: `me/work/${newId()}/file` })),
  'DELETE /api/me/work/:id': nothing(() => ({ path: `me/work/${newId()}` })),
  'DELETE /api/session': plain('session'),

  // files
  'GET /api/files/:id': organisation(async (id, scene) => ({ path: `files/${await fileOf(scene, id)}` })),

  // organisations
  'GET /api/coalition': plain('coalition'),
  'PATCH /api/coalition': plain('coalition', { secondOpinion: false }),
  'PUT /api/coalition/logo': nothing(() => picture('coalition/logo')),
  'DELETE /api/coalition/logo': plain('coalition/logo'),
  'GET /api/membership': plain('membership'),
  'PUT /api/membership/speaks-for': organisation((organisationId) => ({
    path: 'membership/speaks-for',
    body: { organisationId },
  })),
  'GET /api/me/lists': plain('me/lists'),
  'POST /api/me/lists': plain('me/lists', { list: 'people', name: 'Mine', search: { query: 'a' } }),
  'DELETE /api/me/lists/:id': nothing(() => ({ path: `me/lists/${newId()}` })),
  'GET /api/organisations': plain('organisations'),
  'GET /api/organisations/:id': organisation((id) => ({ path: `organisations/${id}` })),
  'POST /api/organisations': nothing(() => ({ path: 'organisations', body: described() })),
  'PATCH /api/organisations/:id': organisation((id) => ({
    path: `organisations/${id}`,
    body: { website: 'https://example.org' },
  })),
  'PUT /api/organisations/:id/state': some((id) => ({
    path: `organisations/${id}/state`,
    body: { state: 'suspended', reason: 'a reason' },
  })),
  'PUT /api/organisations/states': some((id) => ({
    path: 'organisations/states',
    body: { ids: [id], state: 'suspended', reason: 'a reason' },
  })),
  'POST /api/organisations/states/undo': some((id) => ({
    path: 'organisations/states/undo',
    body: { ids: [id] },
  })),
  'POST /api/organisations/:id/merge': some(async (id, { house }) => ({
    path: `organisations/${id}/merge`,
    body: { into: await house.given.organisation(), reason: 'a reason' },
  })),
  'PUT /api/organisations/:id/logo': organisation((id) => picture(`organisations/${id}/logo`)),
  'DELETE /api/organisations/:id/logo': organisation((id) => ({ path: `organisations/${id}/logo` })),
  'PUT /api/organisations/:id/people/:personId': organisation(async (id, scene) => ({
    path: `organisations/${id}/people/${await colleague(scene, id)}`,
    body: { role: 'representative' },
  })),
  'DELETE /api/organisations/:id/people/:personId': organisation(async (id, scene) => ({
    path: `organisations/${id}/people/${await colleague(scene, id)}`,
    // Leaving is about oneself.
    meant: (deed) => deed !== 'organisation.leave',
  })),
  'GET /api/organisations/:id/history': organisation((id) => ({ path: `organisations/${id}/history` })),
  'GET /api/organisations/:id/mandates': organisation((id) => ({ path: `organisations/${id}/mandates` })),
  'POST /api/organisations/:id/mandates': organisation(async (id, scene) => ({
    path: `organisations/${id}/mandates`,
    body: { personId: await colleague(scene, id), kind: 'vote', alternate: false },
  })),
  'DELETE /api/organisations/:id/mandates/:mandateId': organisation(async (id, scene) => ({
    path: `organisations/${id}/mandates/${await mandateOf(scene, id, await colleague(scene, id))}`,
  })),
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
  'GET /api/people': plain('people'),
  'POST /api/people/letters': organisation(async (id, scene) => ({
    path: 'people/letters',
    body: { personIds: [await colleague(scene, id)] },
  })),
  'GET /api/people/:id': another((id) => ({ path: `people/${id}` })),
  'PUT /api/people/:id/roles/:role': another((id) => ({ path: `people/${id}/roles/observer` })),
  'DELETE /api/people/:id/roles/:role': another((id) => ({ path: `people/${id}/roles/observer` })),
  'PUT /api/roles/:role': another((id) => ({
    path: 'roles/observer',
    body: { personIds: [id], give: true },
  })),
  'GET /api/people/:id/device': another((id) => ({ path: `people/${id}/device` })),
  'POST /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
  'PUT /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
  'DELETE /api/people/:id/device/recovery': organisation(async (id, scene) => ({
    path: `people/${await colleague(scene, id)}/device/recovery`,
  })),
  'POST /api/people/:id/looks': another((id) => ({
    path: `people/${id}/looks`,
    body: { reason: 'a reason' },
  })),
  'DELETE /api/looks/:id': nothing(() => ({ path: `looks/${newId()}` })),
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

  // groups
  'GET /api/groups': plain('groups'),
  'GET /api/groups/:id': group((id) => ({ path: `groups/${id}` })),
  'POST /api/groups': nothing(() => ({
    path: 'groups',
    body: { name: `Group ${newId()}`, description: '', access: 'open' },
  })),
  'PATCH /api/groups/:id': group((id) => ({ path: `groups/${id}`, body: { description: 'another' } })),
  'PUT /api/groups/:id/membership': group((id) => ({ path: `groups/${id}/membership`, body: { note: '' } })),
  'DELETE /api/groups/:id/membership': group((id) => ({ path: `groups/${id}/membership` })),
  'PUT /api/groups/:id/members/:personId': group(async (id, scene) => ({
    path: `groups/${id}/members/${await colleague(scene, await scene.house.given.organisation())}`,
    body: { role: 'member' },
  })),
  'DELETE /api/groups/:id/members/:personId': group(async (id, scene) => {
    const { given } = scene.house;
    const place = await given.organisation();
    const person = await colleague(scene, place);
    await given.member(id, person, 'member', place);
    return { path: `groups/${id}/members/${person}` };
  }),

  // statements
  'GET /api/statements': plain('statements'),
  'POST /api/statements': [
    nothing(() => ({
      path: 'statements',
      body: { title: 'Begun', ownerKind: 'coalition', language: 'en' },
      meant: (deed) => deed.endsWith('-coalition'),
    })),
    group((groupId) => ({
      path: 'statements',
      body: { title: 'Begun', ownerKind: 'group', groupId, language: 'en' },
      meant: (deed) => deed.endsWith('-group'),
    })),
  ],
  'GET /api/statements/:id': texts((id) => ({ path: `statements/${id}` })),
  'GET /api/statements/:id/text': texts((id) => ({ path: `statements/${id}/text` })),
  'GET /api/statements/:id/rights': texts((id) => ({ path: `statements/${id}/rights` })),
  'PATCH /api/statements/:id': texts((id) => ({ path: `statements/${id}`, body: { title: 'Another' } })),
  'PUT /api/statements/:id/grants': texts((id) => ({
    path: `statements/${id}/grants`,
    body: { subjectKind: 'role', subjectId: 'observer', right: 'read' },
  })),
  'DELETE /api/statements/:id/grants/:grantId': texts((id) => ({
    path: `statements/${id}/grants/${newId()}`,
  })),

  // readers
  'GET /api/operation': plain('operation'),
  'POST /api/operation/untold/:number/retry': plain('operation/untold/1/retry'),
  'GET /api/operation/work': plain('operation/work'),
  'POST /api/operation/work/:number/retry': plain('operation/work/1/retry'),
  'GET /api/activity': plain('activity'),
  'GET /api/activity/kinds': plain('activity/kinds'),
  'GET /api/activity/export': plain('activity/export'),
  'GET /api/rights': plain('rights'),
  'GET /api/rights/people/:id': {
    of: 'person',
    make: async (scene, whose) => ({
      path: `rights/people/${whose === 'own' ? scene.me : await scene.house.given.person()}`,
    }),
  },
  'GET /api/rights/people/:id/statements': {
    of: 'person',
    make: async (scene, whose) => ({
      path: `rights/people/${whose === 'own' ? scene.me : await scene.house.given.person()}/statements`,
    }),
  },
  'GET /api/rights/:kind/:id': plain('rights/roles/coordinator'),
  'GET /api/rights/:kind/:id/statements': plain('rights/roles/coordinator/statements'),
};
