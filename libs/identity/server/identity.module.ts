import { Global, Module } from '@nestjs/common';
import { Authenticator, type EntityList, type MigrationList } from '@plenary/ground/server';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { EmailChangeService } from './email-change.service.js';
import { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { SecretLinkEntity } from './entities/secret-link.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { Identity1763900100000 } from './migrations/1763900100000-identity.js';
import { Letters1764000100000 } from './migrations/1764000100000-letters.js';
import { PasswordResetService } from './password-reset.service.js';
import { PeopleService } from './people.service.js';
import { RecoveryController } from './recovery.controller.js';
import { SecretLinks } from './secret-links.js';
import { SessionAuthenticator } from './session-authenticator.js';
import { SessionController } from './session.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { TokensService } from './tokens.service.js';
import { WelcomeService } from './welcome.service.js';

export const identityEntities: EntityList = [PersonEntity, SessionEntity, DemoSignInEntity, SecretLinkEntity];
export const identityMigrations: MigrationList = [Identity1763900100000, Letters1764000100000];

/** Global, since the one guard of the ground asks the `Authenticator` that lives here. */
@Global()
@Module({
  controllers: [SessionController, AccountController, RecoveryController],
  providers: [
    SessionsRepository,
    SessionsService,
    TokensService,
    AccountService,
    PeopleService,
    SecretLinks,
    PasswordResetService,
    EmailChangeService,
    WelcomeService,
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [PeopleService, SecretLinks, WelcomeService, Authenticator],
})
export class IdentityModule {}
