import { newId, type Actor } from '@plenary/ground/kernel';
import { seedPerson } from './sample-coalition.js';
import { seedId } from './seed-id.js';

/** Somebody of the sample coalition at work, for the organisation for which they act. */
export function seedActor(given: string): Actor {
  const { id: personId, organisationKey } = seedPerson(given);
  return {
    ...{ personId, organisationId: organisationKey && seedId('organisation', organisationKey) },
    ...{ sessionId: newId(), sessionKind: 'browser', scope: 'write', requestId: 'seed' },
    ...{ commandId: null, commandDigest: null },
  };
}
