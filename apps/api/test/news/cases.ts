import { newId, type Subject } from '@plenary/ground/kernel';
import { listeners, type Listener, type NewsScene } from './scene.js';

/** One event as it may happen, and who hears of it: they and nobody else. */
export interface NewsCase {
  readonly subject: Subject;
  readonly payload: object;
  readonly hears: readonly Listener[];
}

type Make = (scene: NewsScene) => readonly NewsCase[];

const but = (...those: Listener[]): readonly Listener[] => listeners.filter((each) => !those.includes(each));
const all = but();
const some = (kind: string): Subject => ({ kind, id: newId() });
const of = (kind: string, id: string): Subject => ({ kind, id });
const finders: readonly Listener[] = ['coordinator', 'hiddenFocal', 'hiddenMember'];
/** STM-2, STM-4: of a group's statement. */
const groupReaders: readonly Listener[] = ['coordinator', 'translator', 'lead', 'inGroup'];

/** About somebody's account: they alone hear. */
const account =
  (subject: (personId: string) => Subject, payload: object = {}): Make =>
  ({ people: { member } }) => [
    { subject: subject(member), payload: { personId: member, ...payload }, hears: ['member'] },
  ];
const ofPerson = (id: string) => of('person', id);
const ofSession = () => some('session');

/** About an organisation: everybody who finds it. */
const organisation =
  (payload: (scene: NewsScene, personId: string) => object): Make =>
  (scene) => [
    {
      subject: of('organisation', scene.organisation),
      payload: payload(scene, scene.people.member),
      hears: all,
    },
    {
      subject: of('organisation', scene.unlisted),
      payload: payload(scene, scene.people.hiddenMember),
      hears: finders,
    },
  ];

/** About an invitation: whoever could make it. */
const invitation =
  (payload: object = {}): Make =>
  ({ organisation: id, unlisted }) => [
    { subject: of('organisation', id), payload, hears: ['coordinator', 'focal'] },
    { subject: of('organisation', unlisted), payload, hears: ['coordinator', 'hiddenFocal'] },
    { subject: some('invitation'), payload, hears: ['coordinator'] },
  ];

const group =
  (payload: (personId: string) => object = () => ({})): Make =>
  (scene) => [{ subject: of('group', scene.group), payload: payload(scene.people.inGroup), hears: all }];
const request: Make = (scene) => [
  {
    subject: of('group', scene.group),
    payload: { personId: scene.people.nobody },
    hears: ['coordinator', 'lead', 'nobody'],
  },
];

const statement =
  (payload: object): Make =>
  ({ ofCoalition, ofGroup }) => [
    { subject: of('statement', ofCoalition), payload, hears: but('nobody') },
    { subject: of('statement', ofGroup), payload, hears: groupReaders },
    { subject: some('statement'), payload, hears: [] },
  ];

const none =
  (kind: string): Make =>
  ({ people }) => [{ subject: of(kind, people.coordinator), payload: {}, hears: [] }];

/** For every kind of event in the house. */
export const newsCases: Readonly<Record<string, Make>> = {
  'session.started': account(ofSession),
  'session.ended': account(ofSession),
  'api-token.created': account(() => some('api-token'), { scope: 'read' }),
  'person.password-changed': account(ofPerson),
  'person.email-changed': account(ofPerson),
  'person.factor-added': account(ofPerson, { kind: 'passkey' }),
  'person.factor-removed': account(ofPerson, { kind: 'passkey' }),
  'person.changed': ({ people: { member } }) => [
    { subject: ofPerson(member), payload: { personId: member }, hears: all },
  ],
  'person.left': () => {
    const personId = newId();
    return [{ subject: ofPerson(personId), payload: { personId }, hears: all }];
  },
  'person.device-recovery': ({ people: { member, translator } }) => [
    {
      subject: ofPerson(member),
      payload: { personId: member, step: 'begun' },
      hears: ['member', 'coordinator', 'focal'],
    },
    {
      subject: ofPerson(translator),
      payload: { personId: translator, step: 'done' },
      hears: ['translator', 'coordinator'],
    },
  ],
  'saved-list.kept': account(() => some('saved-list')),
  'saved-list.removed': account(() => some('saved-list')),
  'long-work.begun': account(() => some('long-work')),
  'long-work.went-on': account(() => some('long-work')),
  'long-work.ended': account(() => some('long-work')),
  'coalition.set-up': none('coalition'),
  'coalition.changed': () => [{ subject: some('coalition'), payload: { fields: ['name'] }, hears: all }],
  'coalition.role-given': ({ people: { translator } }) => [
    {
      subject: ofPerson(translator),
      payload: { personId: translator, role: 'translator' },
      hears: all,
    },
  ],
  'coalition.role-withdrawn': ({ people: { translator } }) => [
    {
      subject: ofPerson(translator),
      payload: { personId: translator, role: 'penholder' },
      hears: all,
    },
  ],
  'organisation.added': (scene) => [
    ...organisation(() => ({ state: 'active' }))(scene),
    { subject: of('organisation', scene.applicant), payload: { state: 'applied' }, hears: ['coordinator'] },
  ],
  'organisation.changed': (scene) => [
    ...organisation(() => ({ fields: ['name'] }))(scene),
    {
      subject: of('organisation', scene.unlisted),
      payload: { fields: ['listing'], hides: true },
      hears: all,
    },
  ],
  'organisation.state-changed': (scene) => [
    ...organisation(() => ({ state: 'active', before: 'suspended' }))(scene),
    {
      subject: of('organisation', scene.applicant),
      payload: { state: 'applied', before: 'active', hides: true },
      hears: all,
    },
  ],
  'organisation.representative-named': organisation((_scene, personId) => ({ personId, role: 'member' })),
  'organisation.representative-withdrawn': organisation((_scene, personId) => ({ personId })),
  'organisation.removed': () => [{ subject: some('organisation'), payload: {}, hears: all }],
  'organisation.list-taken-back': none('person'),
  'organisation.spokes-chosen': (scene) => account(ofPerson, { organisationId: scene.organisation })(scene),
  'organisation.mandate-given': organisation((_scene, personId) => ({
    ...{ personId, mandateId: newId(), kind: 'vote', alternate: false },
    ...{ from: new Date().toISOString(), until: null },
  })),
  'organisation.mandate-ended': organisation((_scene, personId) => ({
    ...{ personId, mandateId: newId(), kind: 'vote' },
  })),
  'organisation.merged': ({ second, unlisted, organisation: into }) => [
    { subject: of('organisation', second), payload: { into, reason: '' }, hears: all },
    { subject: some('organisation'), payload: { into: unlisted, reason: '' }, hears: finders },
  ],
  'organisation.application-noted': ({ applicant }) => [
    { subject: of('organisation', applicant), payload: { opinion: null }, hears: ['coordinator'] },
  ],
  'organisation.people-written-to': ({ people: { focal } }) => [
    { subject: ofPerson(focal), payload: { people: 2 }, hears: ['coordinator', 'focal'] },
  ],
  'organisation.list-imported': none('person'),
  'organisation.list-exported': none('person'),
  'activity.exported': none('person'),
  'standing.changed': none('standing'),
  'invitation.made': invitation(),
  'invitation.renewed': invitation(),
  'invitation.revoked': invitation(),
  'invitation.used': (scene) =>
    invitation({ invitationId: newId(), personId: scene.people.nobody })(scene).map((each) => ({
      ...each,
      hears: [...each.hears, 'nobody'],
    })),
  'look.begun': account(ofPerson, { lookId: newId(), reason: 'why' }),
  'look.ended': account(() => some('look')),
  'group.created': group(() => ({ access: 'open' })),
  'group.changed': group(() => ({ fields: ['name'] })),
  'group.archived': group(),
  'group.reopened': group(),
  'group.member-joined': group((personId) => ({ personId, role: 'member', organisationId: null })),
  'group.member-left': group((personId) => ({ personId })),
  'group.requested': request,
  'group.request-declined': request,
  'statement.created': statement({ title: 'marker', ownerKind: 'coalition', groupId: null, language: 'en' }),
  'statement.counted': statement({}),
  'statement.renamed': statement({ title: 'marker', before: 'marker' }),
  'statement.right-granted': ({ people: { other }, ofGroup, ...scene }) => {
    const given = { grantId: newId(), subjectKind: 'person', subjectId: other, right: 'read', before: null };
    return statement(given)({ ...scene, people: { other } as never, ofGroup });
  },
  'statement.right-withdrawn': ({ people, ofGroup, organisation: id, group: groupId }) => {
    const from = (subjectKind: string, subjectId: string | null, ...lost: Listener[]): NewsCase => ({
      subject: of('statement', ofGroup),
      payload: { grantId: newId(), subjectKind, subjectId, right: 'read' },
      hears: [...new Set([...groupReaders, ...lost])],
    });
    return [
      from('person', people.nobody, 'nobody'),
      from('organisation', id, 'focal', 'member'),
      from('group', groupId),
      from('role', 'coordinator'),
      from('everyone', null, ...but('nobody', 'translator')),
    ];
  },
};
