import { picture } from '@plenary/ground/server';
import { organisationLimits } from '@plenary/organisations/domain';

/** Pixels: as wide as a page shows one on a screen of double density. */
const side = 1_024;

/** ORG-23 */
export const logoRule = picture({
  mostBytes: organisationLimits.pictureBytes,
  mostSide: organisationLimits.picturePixels,
  side,
  bytes: organisationLimits.pictureBytes,
});
