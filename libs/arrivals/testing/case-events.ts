import { newId, type Subject } from '@plenary/ground/kernel';
import { ofNobody, type NewsCase, type RoomCases } from '@plenary/ground/testing';
import type { OrganisationNews } from '@plenary/organisations/testing';

type Make = (scene: OrganisationNews) => readonly NewsCase[];

const some = (kind: string): Subject => ({ kind, id: newId() });
const of = (kind: string, id: string): Subject => ({ kind, id });

/** About an invitation: whoever could make it. */
const invitation =
  (payload: object = {}): Make =>
  ({ organisation: id, unlisted }) => [
    { subject: of('organisation', id), payload, hears: ['coordinator', 'focal'] },
    { subject: of('organisation', unlisted), payload, hears: ['coordinator', 'hiddenFocal'] },
    { subject: some('invitation'), payload, hears: ['coordinator'] },
  ];

export const arrivalEvents: RoomCases<never, OrganisationNews>['events'] = {
  'organisation.list-taken-back': ofNobody('person'),
  'organisation.application-noted': ({ applicant }) => [
    { subject: of('organisation', applicant), payload: { opinion: null }, hears: ['coordinator'] },
  ],
  'organisation.list-imported': ofNobody('person'),
  'organisation.list-exported': ofNobody('person'),
  'invitation.made': invitation(),
  'invitation.renewed': invitation(),
  'invitation.revoked': invitation(),
  'invitation.used': (scene) =>
    invitation({ invitationId: newId(), personId: scene.people.nobody })(scene).map((each) => ({
      ...each,
      hears: [...each.hears, 'nobody'],
    })),
};
