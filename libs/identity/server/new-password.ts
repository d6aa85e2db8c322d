import type { Transaction } from '@plenary/ground/server';
import { passwordChanged, sessionEnded } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import type { SecretLinks } from './secret-links.js';
import type { SessionsRepository } from './sessions.repository.js';

/** What a link is for whose reader chooses a new password: after a loss, or as a welcome. */
export const resetPurpose = 'password-reset';

/**
 * IDN-3: whoever had the old password is out everywhere; only the session that chose the new one may stay. An e-mail
 * from before that lets its reader choose one, too, is worth nothing any more (IDN-8). The person is locked already.
 */
export async function setPassword(
  tx: Transaction,
  { sessions, links }: { readonly sessions: SessionsRepository; readonly links: SecretLinks },
  personId: string,
  passwordHash: string,
  keep: string | null,
): Promise<void> {
  await tx.manager.update(PersonEntity, { id: personId }, { passwordHash });
  await links.withdraw(tx.manager, resetPurpose, personId);
  const ended = await sessions.deleteOthers(tx.manager, personId, keep);
  await tx.events.append(passwordChanged({ kind: 'person', id: personId }, { personId }));
  for (const id of ended) await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
}
