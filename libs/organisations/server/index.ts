import { Applications1764000210000 } from './migrations/1764000210000-applications.js';
import { CoalitionRoleEntity } from './entities/coalition-role.entity.js';
import { CoalitionEntity } from './entities/coalition.entity.js';
import { InstallationEntity } from './entities/installation.entity.js';
import { OrganisationEntity } from './entities/organisation.entity.js';
import { MandateEntity } from './entities/mandate.entity.js';
import { RepresentativeEntity } from './entities/representative.entity.js';
import { SavedListEntity } from './entities/saved-list.entity.js';
import { CoalitionContact1764100710000 } from './migrations/1764100710000-coalition-contact.js';
import { SinceWhenInARole1764100800000 } from './migrations/1764100800000-since-when-in-a-role.js';
import { OrganisationsAsTheyAreWritten1764100820000 } from './migrations/1764100820000-organisations-as-they-are-written.js';
import { MandatesRunOutOnRecord1764205010000 } from './migrations/1764205010000-mandates-run-out-on-record.js';
import { RoleSinceIsSaid1764205020000 } from './migrations/1764205020000-role-since-is-said.js';
import { ListsTakenIn1764206020000 } from './migrations/1764206020000-lists-taken-in.js';
import { PicturesAreFiles1764207120000 } from './migrations/1764207120000-pictures-are-files.js';
import { OwnRegions1764206010000 } from './migrations/1764206010000-own-regions.js';
import { OwnThemes1764208010000 } from './migrations/1764208010000-own-themes.js';
import { Looks1764100600000 } from './migrations/1764100600000-looks.js';
import { MandatesAndMerges1764100200000 } from './migrations/1764100200000-mandates-and-merges.js';
import { CoalitionPeople1764000200000 } from './migrations/1764000200000-coalition-people.js';
import { Organisations1763900200000 } from './migrations/1763900200000-organisations.js';

export * from './organisations/organisation-names.js';
export { organisationRow } from './organisations/organisation-row.js';
export { OrganisationNotices } from './organisations/organisation-notices.js';
export { OrganisationStates } from './organisations/organisation-states.js';
export { presentOrganisation, type KnownPerson } from './organisations/organisations.presenter.js';
export { OrganisationsRepository } from './organisations/organisations.repository.js';
export { OrganisationDto } from './organisations/organisations.dto.js';
export { AddOrganisationDto, IsTextByLanguage } from './organisations/organisation-changes.dto.js';
export { RolesRepository } from './standing/roles.repository.js';
export { CoalitionTerms } from './organisations/coalition-terms.js';
export { SetupService } from './coalition/setup.service.js';
export * from './organisations.module.js';
export * from './organisations/organisations.service.js';
export * from './members/roles.service.js';
export * from './standing/standing.service.js';
export { MandatesService } from './mandates/mandates.service.js';

/** Tables of this room, for the app, the seed and tests; they never leave the server. */
export const organisationsEntities = [
  CoalitionEntity,
  OrganisationEntity,
  RepresentativeEntity,
  CoalitionRoleEntity,
  InstallationEntity,
  MandateEntity,
  SavedListEntity,
];
export const organisationsMigrations = [
  Organisations1763900200000,
  CoalitionPeople1764000200000,
  Applications1764000210000,
  MandatesAndMerges1764100200000,
  Looks1764100600000,
  CoalitionContact1764100710000,
  SinceWhenInARole1764100800000,
  OrganisationsAsTheyAreWritten1764100820000,
  MandatesRunOutOnRecord1764205010000,
  RoleSinceIsSaid1764205020000,
  OwnRegions1764206010000,
  ListsTakenIn1764206020000,
  PicturesAreFiles1764207120000,
  OwnThemes1764208010000,
];
export { CoalitionEntity, CoalitionRoleEntity, OrganisationEntity, RepresentativeEntity };
