import { ApplicationNoteEntity } from './entities/application-note.entity.js';
import { ApplicationEntity } from './entities/application.entity.js';
import { InvitationUseEntity } from './entities/invitation-use.entity.js';
import { InvitationEntity } from './entities/invitation.entity.js';
import { ImportEntity } from './entities/import.entity.js';

export * from './arrivals.module.js';

/** Tables of this room, which were made by migrations of `organisations`; they never leave the server. */
export const arrivalsEntities = [
  InvitationEntity,
  InvitationUseEntity,
  ApplicationEntity,
  ApplicationNoteEntity,
  ImportEntity,
];
export const arrivalsMigrations = [];
