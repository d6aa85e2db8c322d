import { managing as ofOrganisations } from '@plenary/organisations/web/parts';

/** Words of the room, with those of organisations, whose pages its own stand among. */
export const managing = ['arrivals', ...ofOrganisations];
