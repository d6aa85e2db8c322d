import { Authors } from './authors.js';
import { ErasedGaps } from './erasing/erased-gaps.js';
import { ErasingService } from './erasing/erasing.service.js';
import { PassageErasures } from './erasing/passage-erasures.js';
import { Hands } from './hands.js';
import { HistoryDoor } from './history-door.js';
import { HistoryService } from './history.service.js';
import { MomentsService } from './moments.service.js';
import { ReadingsRepository } from './readings.repository.js';
import { RestoringService } from './restoring.service.js';
import { StretchesRepository } from './stretches.repository.js';
import { StretchesService } from './stretches.service.js';
import { UnreadService } from './unread.service.js';
import { VersionsRepository } from './versions.repository.js';
import { VersionsService } from './versions.service.js';

/** How statements came about, for the module of the room. */
export const historyProviders = [
  Authors,
  ErasedGaps,
  ErasingService,
  PassageErasures,
  Hands,
  HistoryDoor,
  HistoryService,
  MomentsService,
  ReadingsRepository,
  RestoringService,
  StretchesRepository,
  StretchesService,
  UnreadService,
  VersionsRepository,
  VersionsService,
];
