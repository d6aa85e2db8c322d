import { StatementGrantEntity } from './entities/statement-grant.entity.js';
import { StatementEntity } from './entities/statement.entity.js';
import { StatementErasureEntity } from './history/entities/statement-erasure.entity.js';
import { StatementReadingEntity } from './history/entities/statement-reading.entity.js';
import { StatementStretchEntity } from './history/entities/statement-stretch.entity.js';
import { StatementVersionEntity } from './history/entities/statement-version.entity.js';
import { Erasures1796120000000 } from './migrations/1796120000000-erasures.js';
import { GapsOfErasures1796130000000 } from './migrations/1796130000000-gaps-of-erasures.js';
import { History1764300010000 } from './migrations/1764300010000-history.js';
import { Statements1763900400000 } from './migrations/1763900400000-statements.js';

export { CreateStatementDto, StatementDto } from './statements.dto.js';
export { StatementRightOfDto } from './statement-rights.dto.js';
export * from './statement-rights.service.js';
export { ErasedGaps, type ErasedSince } from './history/erasing/erased-gaps.js';
export { PassageErasures, type ErasedPassage } from './history/erasing/passage-erasures.js';
export { VersionsService } from './history/versions.service.js';
export * from './statements-door.js';
export * from './statements.module.js';
export * from './statements.service.js';

/** Tables of this room, for the app and tests; they never leave the server. */
export const statementsEntities = [
  StatementEntity,
  StatementErasureEntity,
  StatementGrantEntity,
  StatementReadingEntity,
  StatementStretchEntity,
  StatementVersionEntity,
];
export const statementsMigrations = [
  Statements1763900400000,
  History1764300010000,
  Erasures1796120000000,
  GapsOfErasures1796130000000,
];
