import type { Transaction } from '@plenary/ground/server';
import { passwordChanged, sessionEnded } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import type { SessionsRepository } from './sessions.repository.js';

/** IDN-3: whoever had the old password is out everywhere; only the session that chose the new one may stay. */
export async function setPassword(
  tx: Transaction,
  sessions: SessionsRepository,
  personId: string,
  passwordHash: string,
  keep: string | null,
): Promise<void> {
  await tx.manager.update(PersonEntity, { id: personId }, { passwordHash });
  const ended = await sessions.deleteOthers(tx.manager, personId, keep);
  await tx.events.append(passwordChanged({ kind: 'person', id: personId }, { personId }));
  for (const id of ended) await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
}
