import { Module } from '@nestjs/common';
import { IdentityModule } from '@plenary/identity/server';
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
  ],
  exports: [OrganisationsService, OrganisationNames, RolesService, StandingService],
})
export class OrganisationsModule {}
