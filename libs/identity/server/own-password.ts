import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { RateLimits } from '@plenary/ground/server';
import { failIdentity } from '@plenary/identity/domain';
import type { PersonEntity } from './entities/person.entity.js';
import { passwordMatches } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

/** Changes to how one signs in ask once more who is there: an open browser is not enough. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly limits: RateLimits,
  ) {}

  /** Throws `password.wrong`; ten tries in ten minutes. */
  async confirm({ personId }: Actor, password: string): Promise<PersonEntity> {
    await this.limits.take('own-password', personId, 10, 600);
    const person = await this.sessions.findPerson(this.database.manager, personId);
    if (!person) return failIdentity('session.ended');
    if (!(await passwordMatches(person.passwordHash, password))) return failIdentity('password.wrong');
    await this.limits.forget('own-password', personId);
    return person;
  }
}
