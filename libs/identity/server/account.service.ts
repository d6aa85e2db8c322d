import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, isStrongPassword, personChanged } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import type { ChangePasswordDto, UpdateMeDto } from './identity.dto.js';
import { setPassword } from './new-password.js';
import { sortNameOf } from './people.service.js';
import { hashPassword, passwordMatches } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

/** One's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimits,
  ) {}

  async me(actor: Actor): Promise<PersonEntity> {
    return (
      (await this.sessions.findPerson(this.database.manager, actor.personId)) ?? failIdentity('session.ended')
    );
  }

  async session(actor: Actor): Promise<SessionEntity> {
    const found = await this.database.manager.findOneBy(SessionEntity, { id: actor.sessionId });
    return found ?? failIdentity('session.ended');
  }

  async update(actor: Actor, dto: UpdateMeDto): Promise<PersonEntity> {
    const displayName = dto.displayName?.trim();
    if (displayName === '') failIdentity('person.name-empty');
    const change: Partial<PersonEntity> = {
      ...(displayName ? { displayName, sortName: sortNameOf(displayName) } : {}),
      ...(dto.language ? { language: dto.language } : {}),
    };
    if (Object.keys(change).length > 0) {
      await this.unit.run(actor, async (tx) => {
        await tx.manager.update(PersonEntity, { id: actor.personId }, change);
        await tx.events.append(
          personChanged({ kind: 'person', id: actor.personId }, { personId: actor.personId }),
        );
      });
    }
    return this.me(actor);
  }

  /**
   * IDN-3: asks for the current password, and ends every other session and token. No receipt of this command is
   * kept, since its digest would be a fast hash of the passwords.
   */
  async changePassword(actor: Actor, dto: ChangePasswordDto): Promise<void> {
    await this.limits.take('change-password', actor.personId, 10, 600);
    const person = await this.me(actor);
    if (!(await passwordMatches(person.passwordHash, dto.current))) failIdentity('password.wrong');
    if (!isStrongPassword(dto.next, person.email)) failIdentity('password.too-weak');
    const passwordHash = await hashPassword(dto.next);
    await this.unit.run({ ...actor, commandId: null }, (tx) =>
      setPassword(tx, this.sessions, person.id, passwordHash, actor.sessionId),
    );
  }
}
