import { newId, type Subject } from '@plenary/ground/kernel';
import { ofMember, ofNobody, type NewsCase, type NewsPeople, type RoomCases } from '@plenary/ground/testing';

/** The things that news is about, besides people. */
export interface OrganisationNews extends NewsPeople<
  'coordinator' | 'translator' | 'focal' | 'member' | 'hiddenMember' | 'nobody'
> {
  readonly organisation: string;
  readonly second: string;
  readonly unlisted: string;
  readonly applicant: string;
}
type Make = (scene: OrganisationNews) => readonly NewsCase[];

const some = (kind: string): Subject => ({ kind, id: newId() });
const of = (kind: string, id: string): Subject => ({ kind, id });
const ofPerson = (id: string) => of('person', id);
/** Of an unlisted organisation. */
const finders = ['coordinator', 'hiddenFocal', 'hiddenMember'];

/** About an organisation: everybody who finds it. */
const organisation =
  (payload: (scene: OrganisationNews, personId: string) => object): Make =>
  (scene) => [
    {
      subject: of('organisation', scene.organisation),
      payload: payload(scene, scene.people.member),
      hears: scene.everybody,
    },
    {
      subject: of('organisation', scene.unlisted),
      payload: payload(scene, scene.people.hiddenMember),
      hears: finders,
    },
  ];

export const organisationEvents: RoomCases<never, OrganisationNews>['events'] = {
  'coalition.set-up': ofNobody('coalition'),
  'coalition.changed': ({ everybody }) => [
    { subject: some('coalition'), payload: { fields: ['name'] }, hears: everybody },
  ],
  'coalition.role-given': ({ people: { translator }, everybody }) => [
    {
      subject: ofPerson(translator),
      payload: { personId: translator, role: 'translator' },
      hears: everybody,
    },
  ],
  'coalition.role-withdrawn': ({ people: { translator }, everybody }) => [
    {
      subject: ofPerson(translator),
      payload: { personId: translator, role: 'penholder' },
      hears: everybody,
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
      hears: scene.everybody,
    },
  ],
  'organisation.state-changed': (scene) => [
    ...organisation(() => ({ state: 'active', before: 'suspended' }))(scene),
    {
      subject: of('organisation', scene.applicant),
      payload: { state: 'applied', before: 'active', hides: true },
      hears: scene.everybody,
    },
  ],
  'organisation.representative-named': organisation((_scene, personId) => ({ personId, role: 'member' })),
  'organisation.representative-withdrawn': organisation((_scene, personId) => ({ personId })),
  'organisation.removed': ({ everybody }) => [
    { subject: some('organisation'), payload: {}, hears: everybody },
  ],
  'organisation.spokes-chosen': (scene) => ofMember(ofPerson, { organisationId: scene.organisation })(scene),
  'organisation.mandate-given': organisation((_scene, personId) => ({
    ...{ personId, mandateId: newId(), kind: 'vote', alternate: false },
    ...{ from: new Date().toISOString(), until: null },
  })),
  'organisation.mandate-ended': organisation((_scene, personId) => ({
    ...{ personId, mandateId: newId(), kind: 'vote' },
  })),
  'organisation.merged': ({ second, unlisted, organisation: into, everybody }) => [
    { subject: of('organisation', second), payload: { into, reason: '' }, hears: everybody },
    { subject: some('organisation'), payload: { into: unlisted, reason: '' }, hears: finders },
  ],
  'organisation.people-written-to': ({ people: { focal } }) => [
    { subject: ofPerson(focal), payload: { people: 2 }, hears: ['coordinator', 'focal'] },
  ],
  'saved-list.kept': ofMember(() => some('saved-list')),
  'saved-list.removed': ofMember(() => some('saved-list')),
};
