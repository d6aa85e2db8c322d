import { organisationFilling as arrivals } from '@plenary/arrivals/web';
import { organisationFilling as impersonation } from '@plenary/impersonation/web';
import type { OrganisationFilling } from '@plenary/organisations/web';

/**
 * What rooms above organisations add to the pages of organisations and people, in the order in which it stands there.
 * The room of organisations knows none of them; only the app knows all.
 */
export const organisationFillings: readonly OrganisationFilling[] = [arrivals, impersonation];
