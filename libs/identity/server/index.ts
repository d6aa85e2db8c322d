export { identityEntities, identityMigrations, IdentityModule } from './identity.module.js';
export { PeopleService, type KnownPerson, type NewPerson, type PeopleAmong } from './people.service.js';
export { DemoSignInEntity } from './entities/demo-sign-in.entity.js';
export { SecretLinks } from './secret-links.js';
export { hashPassword, newSecret, secretHash } from './secrets.js';
export { WelcomeService } from './welcome.service.js';
export { SecretDto } from './identity.dto.js';
export { DeviceRecoveryService } from './factors/device-recovery.service.js';
export { PersonRecords, type RoomRecords } from './leaving/person-records.js';
