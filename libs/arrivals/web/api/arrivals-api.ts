import { apiFor, type components, type paths } from '@plenary/ground/web';

export type Invitation = components['schemas']['InvitationDto'];
export type Offer = components['schemas']['InvitationOfferDto'];

export const api = apiFor<paths>();
