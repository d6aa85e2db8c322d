import { Global, Module } from '@nestjs/common';
import { Authenticator, type EntityList, type MigrationList } from '@plenary/ground/server';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { Identity1763900100000 } from './migrations/1763900100000-identity.js';
import { PeopleService } from './people.service.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionController } from './session.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { TokensService } from './tokens.service.js';

export const identityEntities: EntityList = [PersonEntity, SessionEntity, DemoSignInEntity];
export const identityMigrations: MigrationList = [Identity1763900100000];

/** Global, since the one guard of the ground asks the `Authenticator` that lives here. */
@Global()
@Module({
  controllers: [SessionController, AccountController],
  providers: [
    SessionsRepository,
    SessionsService,
    TokensService,
    AccountService,
    PeopleService,
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [PeopleService, Authenticator],
})
export class IdentityModule {}
