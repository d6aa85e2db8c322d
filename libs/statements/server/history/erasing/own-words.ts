import type { EntityManager } from 'typeorm';
import { retellEvents } from '@plenary/ground/server';
import { withoutWords } from '@plenary/ground/text';
import {
  statementCreated,
  statementPassageErased,
  statementRenamed,
  statementSubject,
  statementVersionNamed,
  versionNameWithout,
} from '@plenary/statements/domain';
import { StatementErasureEntity } from '../entities/statement-erasure.entity.js';
import { StatementVersionEntity } from '../entities/statement-version.entity.js';
import type { ErasedPassage } from './passage-erasures.js';

/** What versions are called, and what was said of them. */
export async function eraseFromVersions(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  const versions = await tx.findBy(StatementVersionEntity, { statementId });
  const taken = new Set(versions.map(({ name }) => name.toLowerCase()));
  let count = 0;
  for (const { id, name, note } of versions) {
    const left = withoutWords(note, pattern);
    const isNamed = name.search(pattern) >= 0;
    if (!isNamed && left === note) continue;
    count++;
    if (!erase) continue;
    const called = isNamed ? versionNameWithout(name, pattern, taken) : name;
    taken.add(called.toLowerCase());
    await tx.update(StatementVersionEntity, { id }, { name: called, note: left });
  }
  return count;
}

/** Where events of a statement tell what somebody wrote. */
const told: Readonly<Record<string, readonly string[]>> = {
  [statementCreated.name]: ['title'],
  [statementRenamed.name]: ['title', 'before'],
  [statementVersionNamed.name]: ['name'],
  [statementPassageErased.name]: ['reason'],
};

/** Earlier titles, names of versions and reasons, as they stand on record. */
export async function eraseFromRecord(
  tx: EntityManager,
  { statementId, pattern }: ErasedPassage,
  erase: boolean,
): Promise<number> {
  const without = (said: unknown) => (typeof said === 'string' ? withoutWords(said, pattern) : said);
  const erasures = await tx.findBy(StatementErasureEntity, { statementId });
  for (const { id, reason } of erase ? erasures : []) {
    const left = withoutWords(reason, pattern);
    if (left !== reason) await tx.update(StatementErasureEntity, { id }, { reason: left });
  }
  return retellEvents(
    tx,
    statementSubject(statementId),
    ({ name, payload }) => ({
      ...payload,
      ...Object.fromEntries(
        (told[name] ?? []).map((key) => [key, without((payload as Record<string, unknown>)[key])]),
      ),
    }),
    erase,
  );
}
