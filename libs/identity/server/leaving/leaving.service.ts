import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, type Actor, sortNameOf } from '@plenary/ground/kernel';
import { Files, Mail, RateLimits, UnitOfWork } from '@plenary/ground/server';
import { personLeft, sessionEnded } from '@plenary/identity/domain';
import { KnownDeviceEntity } from '../entities/known-device.entity.js';
import { DeviceRecoveryEntity } from '../entities/device-recovery.entity.js';
import { OutsideIdentityEntity } from '../entities/outside-identity.entity.js';
import { PersonEntity } from '../entities/person.entity.js';
import { SecretLinkEntity } from '../entities/secret-link.entity.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { formerMember, identityEmail } from '../emails/index.js';
import { OwnPassword } from '../own-password.js';
import { SessionsRepository } from '../sessions.repository.js';
import type { MyActDto, MyDataDto, MyFileDto, RoomParts } from './my-data.dto.js';
import { PersonRecords } from './person-records.js';

/** The newest of one's own acts that an export holds. */
const actsExported = 20_000;

/** Taking along what is known of oneself, and leaving for good (IDN-15). */
@Injectable()
export class LeavingService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly factors: FactorsRepository,
    private readonly records: PersonRecords,
    private readonly password: OwnPassword,
    private readonly mail: Mail,
    private readonly files: Files,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Everything that the rooms hold about this person, as JSON; no secrets, since those are hashes of what they have. */
  async export({ personId }: Actor): Promise<MyDataDto & RoomParts> {
    await this.limits.take('own-export', personId, 10, 3_600);
    const tx = this.database.manager;
    const person = await tx.findOneByOrFail(PersonEntity, { id: personId });
    const { passwordHash: _, createdAt, leftAt, ...account } = person;
    const rooms: Record<string, unknown> = {};
    for (const { room, exportOf } of this.records.rooms) rooms[room] = await exportOf(tx, personId);
    return {
      madeAt: new Date(this.clock.now()).toISOString(),
      account: {
        ...account,
        ...{ createdAt: createdAt.toISOString(), leftAt: leftAt?.toISOString() ?? null },
      },
      sessions: await tx.query(
        'SELECT kind, scope, label, created_at, last_used_at, expires_at FROM session WHERE person_id = $1',
        [personId],
      ),
      passkeys: await tx.query('SELECT name, created_at, last_used_at FROM passkey WHERE person_id = $1', [
        personId,
      ]),
      outside: await tx.query('SELECT issuer, subject FROM outside_identity WHERE person_id = $1', [
        personId,
      ]),
      acts: await this.actsOf(tx, personId),
      files: await this.filesOf(tx, personId),
      ...rooms,
    };
  }

  /**
   * Ends every access at once and erases what is personal. The row stays under a name that says nothing, so that what
   * the person wrote and decided keeps an author.
   */
  async leave(actor: Actor, password: string): Promise<void> {
    const person = await this.password.confirm(actor, password);
    const { personId } = actor;
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      for (const room of this.records.rooms) await room.leave(tx, actor);
      // While the address is still known. Nothing else that was written to them leaves any more.
      await this.mail.withdraw(tx.manager, person.email);
      await this.mail.post(tx.manager, person, identityEmail('left', person.language));
      await this.factors.deleteAll(tx.manager, personId);
      for (const entity of [
        KnownDeviceEntity,
        OutsideIdentityEntity,
        DeviceRecoveryEntity,
        SecretLinkEntity,
      ]) {
        await tx.manager.delete(entity, { personId });
      }
      await this.files.forgetPerson(tx.manager, personId);
      await tx.manager.query('DELETE FROM command_receipt WHERE person_id = $1', [personId]);
      const displayName = formerMember(person.language);
      await tx.manager.update(
        PersonEntity,
        { id: personId },
        {
          ...{ displayName, sortName: sortNameOf(displayName), fullName: null, passwordHash: null },
          ...{ email: `${personId}@left.invalid`, languages: [], timeZone: null },
          leftAt: new Date(this.clock.now()),
        },
      );
      for (const id of await this.sessions.deleteOthers(tx.manager, personId, null)) {
        await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
      }
      await tx.events.append(personLeft({ kind: 'person', id: personId }, { personId }));
    });
  }

  /** What they put here, and where it is. */
  private async filesOf(tx: EntityManager, personId: string): Promise<MyFileDto[]> {
    const files = await this.files.putBy(tx, personId);
    return files.map(({ id, type, bytes, name, ownerKind, ownerId, putAt }) => ({
      ...{ id, type, bytes, name, ownerKind, ownerId, putAt: putAt.toISOString() },
      at: `/api/files/${id}`,
    }));
  }

  private actsOf(tx: EntityManager, personId: string): Promise<MyActDto[]> {
    return tx.query(
      `SELECT name, subject_kind, subject_id, organisation_id, at FROM event_log
        WHERE actor_id = $1 ORDER BY id DESC LIMIT ${actsExported}`,
      [personId],
    );
  }
}
