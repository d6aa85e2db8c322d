import { Global, Module } from '@nestjs/common';
import { Authenticator, type EntityList, type MigrationList } from '@plenary/ground/server';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { EmailChangeService } from './email-change.service.js';
import { AuthenticatorEntity } from './entities/authenticator.entity.js';
import { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
import { DeviceRecoveryEntity } from './entities/device-recovery.entity.js';
import { KnownDeviceEntity } from './entities/known-device.entity.js';
import { OutsideIdentityEntity } from './entities/outside-identity.entity.js';
import { PasskeyEntity } from './entities/passkey.entity.js';
import { PersonEntity } from './entities/person.entity.js';
import { RecoveryCodeEntity } from './entities/recovery-code.entity.js';
import { SecretLinkEntity } from './entities/secret-link.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import { DeviceRecoveryService } from './factors/device-recovery.service.js';
import { OperatorHelpService } from './factors/operator-help.service.js';
import { FactorsController } from './factors/factors.controller.js';
import { FactorsRepository } from './factors/factors.repository.js';
import { FactorsService } from './factors/factors.service.js';
import { PasskeysService } from './factors/passkeys.service.js';
import { KnownDevices } from './known-devices.js';
import { LeavingController } from './leaving/leaving.controller.js';
import { LeavingService } from './leaving/leaving.service.js';
import { PersonRecords } from './leaving/person-records.js';
import { Identity1763900100000 } from './migrations/1763900100000-identity.js';
import { Letters1764000100000 } from './migrations/1764000100000-letters.js';
import { SignInWays1764100100000 } from './migrations/1764100100000-sign-in-ways.js';
import { LinksOfAPerson1764100730000 } from './migrations/1764100730000-links-of-a-person.js';
import { RecoveriesLapseByAJob1764205005000 } from './migrations/1764205005000-recoveries-lapse-by-a-job.js';
import { PeopleAsTheyAreWritten1764100810000 } from './migrations/1764100810000-people-as-they-are-written.js';
import { OutsideController } from './outside/outside.controller.js';
import { OutsideLinksService } from './outside/outside-links.service.js';
import { OutsideSignInService } from './outside/outside-sign-in.service.js';
import { OwnPassword } from './own-password.js';
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

export const identityEntities: EntityList = [
  PersonEntity,
  SessionEntity,
  DemoSignInEntity,
  SecretLinkEntity,
  AuthenticatorEntity,
  RecoveryCodeEntity,
  PasskeyEntity,
  KnownDeviceEntity,
  OutsideIdentityEntity,
  DeviceRecoveryEntity,
];
export const identityMigrations: MigrationList = [
  Identity1763900100000,
  Letters1764000100000,
  SignInWays1764100100000,
  LinksOfAPerson1764100730000,
  PeopleAsTheyAreWritten1764100810000,
  RecoveriesLapseByAJob1764205005000,
];

/** Global, since the one guard of the ground asks the `Authenticator` that lives here. */
@Global()
@Module({
  controllers: [
    SessionController,
    AccountController,
    RecoveryController,
    FactorsController,
    OutsideController,
    LeavingController,
  ],
  providers: [
    SessionsRepository,
    SessionsService,
    OwnPassword,
    KnownDevices,
    FactorsRepository,
    FactorsService,
    PasskeysService,
    DeviceRecoveryService,
    OperatorHelpService,
    OutsideLinksService,
    OutsideSignInService,
    PersonRecords,
    LeavingService,
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
  exports: [
    OperatorHelpService,
    PeopleService,
    SecretLinks,
    WelcomeService,
    DeviceRecoveryService,
    PersonRecords,
    Authenticator,
  ],
})
export class IdentityModule {}
