import { Global, Module } from '@nestjs/common';
import { Participants } from '@plenary/ground/server';
import { IdentityModule } from '@plenary/identity/server';
import { CoalitionParticipants } from './coalition-participants.js';
import { CoalitionPeopleService } from './coalition-people.service.js';
import { CoalitionController } from './coalition.controller.js';
import { OrganisationNames } from './organisation-names.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { OrganisationsService } from './organisations.service.js';
import { PeopleController } from './people.controller.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';
import { StandingService } from './standing.service.js';

/** Global, since the guard and the sockets of the ground ask the `Participants` that live here. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [CoalitionController, OrganisationsController, PeopleController],
  providers: [
    OrganisationsRepository,
    RolesRepository,
    OrganisationsService,
    CoalitionPeopleService,
    OrganisationNames,
    RolesService,
    StandingService,
    CoalitionParticipants,
    { provide: Participants, useExisting: CoalitionParticipants },
  ],
  exports: [Participants, OrganisationsService, OrganisationNames, RolesService, StandingService],
})
export class OrganisationsModule {}
