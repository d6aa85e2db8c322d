import { defineEvent, type Audience, type Subject } from '@plenary/ground/kernel';
import { organisationSubject, reachSubject } from './subjects.js';
import type { CoalitionRole, MandateKind, OrganisationState, RepresentativeRole } from './vocabulary.js';

interface Told<Payload = object> {
  readonly subject: Subject;
  readonly payload: Payload;
}
interface OfPerson {
  readonly personId: string;
}

const toCoalition = (): Audience => ({ kind: 'coalition' });
const several = (...of: readonly Audience[]): Audience => ({ kind: 'several', of });
const toPerson = ({ payload }: Told<OfPerson>): Audience => ({
  kind: 'people',
  personIds: [payload.personId],
});
/** The person may see and do other things from now on. */
const toPersonAnew = ({ payload }: Told<OfPerson>): Audience => ({
  kind: 'people',
  personIds: [payload.personId],
  anew: true,
});
/** Not to whoever impersonates the person. */
const toPersonAlone = ({ payload }: Told<OfPerson>): Audience => ({
  kind: 'people',
  personIds: [payload.personId],
  alone: true,
});
/** ORG-3 is judged for each who shows it: an unlisted one is a secret, and so is who acts for it. */
const toFollowers = ({ subject }: Told): Audience => ({ kind: 'subject', subject });
/** `hides`: who found it finds it no more, and hears that it is gone; everybody knew that there was one. */
const toFinders = ({ subject, payload }: Told<{ hides?: true }>): Audience =>
  payload.hides ? toCoalition() : { kind: 'subject', subject };
const toPersonAndFollowers = (told: Told<OfPerson>): Audience =>
  several(toPersonAnew(told), toFollowers(told));

/** What they are, and so what they may, follows from it. */
const ofPerson = (event: { payload: { personId: string } }) => [event.payload.personId];

/**
 * Subject: the organisation. The standing of its people changes with it. `takesBack`: the event that it undoes
 * (ORG-21). `hides`: not everybody finds it any more.
 */
export const organisationStateChanged = defineEvent<
  'organisation.state-changed',
  {
    state: OrganisationState;
    before: OrganisationState;
    reason?: string;
    takesBack?: string;
    hides?: true;
  }
>({
  name: 'organisation.state-changed',
  audience: (told) => several(toFinders(told), { kind: 'members', of: told.subject, anew: true }),
  record: {
    doneFor: 'coalition',
    told: [
      { as: 'change', key: 'state', before: 'before', words: 'organisations-record:state' },
      { as: 'reason', key: 'reason' },
    ],
  },
});

/** Subject: the organisation. */
export const representativeNamed = defineEvent<
  'organisation.representative-named',
  { personId: string; role: RepresentativeRole }
>({
  name: 'organisation.representative-named',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: { told: [{ as: 'word', key: 'role', words: 'organisations:representative' }] },
});

/** Subject: the organisation. */
export const representativeWithdrawn = defineEvent<
  'organisation.representative-withdrawn',
  { personId: string }
>({
  name: 'organisation.representative-withdrawn',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: {},
});

/** Subject: the person. */
export const coalitionRoleGiven = defineEvent<
  'coalition.role-given',
  { personId: string; role: CoalitionRole }
>({
  name: 'coalition.role-given',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: { doneFor: 'coalition', told: [{ as: 'word', key: 'role', words: 'organisations:role' }] },
});

/** Subject: the person. */
export const coalitionRoleWithdrawn = defineEvent<
  'coalition.role-withdrawn',
  { personId: string; role: CoalitionRole }
>({
  name: 'coalition.role-withdrawn',
  audience: toPersonAndFollowers,
  standing: ofPerson,
  record: { doneFor: 'coalition', told: [{ as: 'word', key: 'role', words: 'organisations:role' }] },
});

/** Subject: the coalition. */
export const coalitionSetUp = defineEvent<'coalition.set-up', { coordinatorId: string }>({
  name: 'coalition.set-up',
  audience: () => ({ kind: 'nobody' }),
  record: { doneFor: 'coalition' },
});

/** Subject: the coalition. */
export const coalitionChanged = defineEvent<'coalition.changed', { fields: readonly string[] }>({
  name: 'coalition.changed',
  audience: toCoalition,
  standing: ({ payload: { fields } }) => (fields.includes('secondFactorRoles') ? 'everybody' : []),
  record: {
    doneFor: 'coalition',
    told: [{ as: 'parts', key: 'fields', words: 'organisations-record:field' }],
  },
});

/** Subject: the organisation. */
export const organisationAdded = defineEvent<'organisation.added', { state: OrganisationState }>({
  name: 'organisation.added',
  audience: toFollowers,
  record: { doneFor: 'coalition', told: [{ as: 'word', key: 'state', words: 'organisations-record:state' }] },
});

/** Subject: the organisation. */
export const organisationChanged = defineEvent<
  'organisation.changed',
  { fields: readonly string[]; hides?: true }
>({
  name: 'organisation.changed',
  audience: (told) => several(toFinders(told), { kind: 'members', of: told.subject }),
  record: { told: [{ as: 'parts', key: 'fields', words: 'organisations-record:field' }] },
});

/** Subject: the person. They speak for another of their organisations from now on. */
export const spokesChosen = defineEvent<
  'organisation.spokes-chosen',
  { personId: string; organisationId: string }
>({ name: 'organisation.spokes-chosen', audience: toPersonAnew, standing: ofPerson });

/** Subject: the person who did it. People who have not come yet were written to once more. */
export const peopleWrittenTo = defineEvent<'organisation.people-written-to', { people: number }>({
  name: 'organisation.people-written-to',
  audience: ({ subject }) =>
    several({ kind: 'people', personIds: [subject.id] }, { kind: 'subject', subject: reachSubject }),
  record: {
    doneFor: 'coalition',
    told: [{ as: 'count', key: 'people', words: 'organisations-record:people' }],
  },
});

/** Subject: the organisation, which is no more: the import that brought it was undone. */
export const organisationRemoved = defineEvent<'organisation.removed', object>({
  name: 'organisation.removed',
  // Everybody may have found it; nobody can be asked any more who could.
  audience: () => ({ kind: 'coalition' }),
});

/** Subject: the organisation. Told to the person, and by e-mail to all its focal points. */
export const mandateGiven = defineEvent<
  'organisation.mandate-given',
  {
    personId: string;
    mandateId: string;
    kind: MandateKind;
    alternate: boolean;
    from: string;
    until: string | null;
  }
>({
  name: 'organisation.mandate-given',
  audience: (told) => several(toPerson(told), toFollowers(told)),
  record: {
    told: [
      {
        as: 'word',
        key: 'kind',
        words: 'organisations-record:mandate',
        and: 'alternate',
        term: ['from', 'until'],
      },
    ],
  },
});

/** Subject: the organisation. */
export const mandateEnded = defineEvent<
  'organisation.mandate-ended',
  { personId: string; mandateId: string; kind: MandateKind }
>({
  name: 'organisation.mandate-ended',
  audience: (told) => several(toPerson(told), toFollowers(told)),
  record: { told: [{ as: 'word', key: 'kind', words: 'organisations-record:mandate' }] },
});

/** Subject: the organisation that goes on as another. Rooms above move what they hold of it. */
export const organisationMerged = defineEvent<'organisation.merged', { into: string; reason: string }>({
  name: 'organisation.merged',
  audience: (told) => {
    const kept = organisationSubject(told.payload.into);
    const members: Audience = { kind: 'members', of: kept, anew: true };
    return several(toFollowers(told), { kind: 'subject', subject: kept }, members);
  },
  record: {
    doneFor: 'coalition',
    other: ({ into }) => organisationSubject(into),
    told: [{ as: 'reason', key: 'reason' }],
  },
});

/** Subject: the list. It is on no record: what somebody looks for is theirs. */
export const savedListKept = defineEvent<'saved-list.kept', { personId: string }>({
  name: 'saved-list.kept',
  audience: toPersonAlone,
});

export const savedListRemoved = defineEvent<'saved-list.removed', { personId: string }>({
  name: 'saved-list.removed',
  audience: toPersonAlone,
});
