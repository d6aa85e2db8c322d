import { Global, Module } from '@nestjs/common';
import { EmailBranding, Participants } from '@plenary/ground/server';
import { IdentityModule } from '@plenary/identity/server';
import { CoalitionEmailBranding } from './coalition/coalition-email-branding.js';
import { CoalitionParticipants } from './members/coalition-participants.js';
import { CoalitionPeopleService } from './members/coalition-people.service.js';
import { CoalitionController } from './coalition/coalition.controller.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandateTerms } from './mandates/mandate-terms.js';
import { MandatesService } from './mandates/mandates.service.js';
import { DeviceHelpService } from './members/device-help.service.js';
import { MembersController } from './members/members.controller.js';
import { MembersService } from './members/members.service.js';
import { OperatorHelpNotices } from './members/operator-help-notices.js';
import { ReachingPeople } from './members/reaching-people.js';
import { OrganisationDoors } from './members/organisation-doors.js';
import { NameChanges } from './members/name-changes.js';
import { MergeService } from './organisations/merge.service.js';
import { OrganisationChangesService } from './organisations/organisation-changes.service.js';
import { OrganisationHistory } from './organisations/organisation-history.js';
import { OrganisationNames } from './organisations/organisation-names.js';
import { OrganisationStates } from './organisations/organisation-states.js';
import { OrganisationNotices } from './organisations/organisation-notices.js';
import { OrganisationRecords } from './members/organisation-records.js';
import { OrganisationSubjects } from './organisations/organisation-subjects.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { OrganisationsRepository } from './organisations/organisations.repository.js';
import { OrganisationsService } from './organisations/organisations.service.js';
import { PeopleController } from './members/people.controller.js';
import { CarryPicturesOver } from './pictures/carry-pictures-over.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { PicturesService } from './pictures/pictures.service.js';
import { RolesRepository } from './standing/roles.repository.js';
import { RolesService } from './members/roles.service.js';
import { SavedListsController } from './saved-lists/saved-lists.controller.js';
import { SavedListsService } from './saved-lists/saved-lists.service.js';
import { CoalitionTerms } from './organisations/coalition-terms.js';
import { SetupController } from './coalition/setup.controller.js';
import { SetupService } from './coalition/setup.service.js';
import { PeopleReach } from './standing/people-reach.js';
import { StandingService } from './standing/standing.service.js';

/** Global, since the guard and the sockets of the ground ask the `Participants` that live here. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [
    CoalitionController,
    OrganisationsController,
    PeopleController,
    MembersController,
    SetupController,
    MandatesController,
    PicturesController,
    SavedListsController,
  ],
  providers: [
    OrganisationsRepository,
    RolesRepository,
    OrganisationsService,
    CoalitionPeopleService,
    OrganisationNames,
    OrganisationSubjects,
    OrganisationNotices,
    OrganisationHistory,
    RolesService,
    MembersService,
    ReachingPeople,
    PeopleReach,
    OperatorHelpNotices,
    NameChanges,
    OrganisationDoors,
    OrganisationStates,
    OrganisationChangesService,
    SetupService,
    CoalitionTerms,
    MandatesService,
    MandateTerms,
    MergeService,
    PicturesService,
    CarryPicturesOver,
    SavedListsService,
    DeviceHelpService,
    OrganisationRecords,
    StandingService,
    CoalitionParticipants,
    { provide: Participants, useExisting: CoalitionParticipants },
    CoalitionEmailBranding,
    { provide: EmailBranding, useExisting: CoalitionEmailBranding },
  ],
  exports: [
    Participants,
    EmailBranding,
    SetupService,
    OrganisationsService,
    OrganisationNames,
    RolesService,
    MandatesService,
    StandingService,
    // For arrivals, which bring organisations and people in.
    OrganisationsRepository,
    RolesRepository,
    OrganisationStates,
    OrganisationNotices,
    CoalitionTerms,
  ],
})
export class OrganisationsModule {}
