import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { Mail, UnitOfWork } from '@plenary/ground/server';
import { apiTokenCreated, failIdentity, identityLimits, sessionEnded } from '@plenary/identity/domain';
import { SessionEntity } from './entities/session.entity.js';
import type { CreateTokenDto } from './identity.dto.js';
import { identityEmail } from './emails/index.js';
import { OwnPassword } from './own-password.js';
import { newSecret, secretHash, tokenPrefix } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

/** Keys for scripts. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly password: OwnPassword,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<SessionEntity[]> {
    return this.sessions.list(this.database.manager, actor.personId, 'token', new Date(this.clock.now()));
  }

  /** The secret is answered once; no receipt of this command is kept, since it would hold the secret. */
  async create(actor: Actor, dto: CreateTokenDto): Promise<{ secret: string; token: SessionEntity }> {
    const person = await this.password.confirm(actor, dto.password);
    const now = this.clock.now();
    const secret = newSecret(tokenPrefix);
    const token: Omit<SessionEntity, 'strong'> = {
      id: newId<'session'>(),
      personId: actor.personId,
      kind: 'token',
      scope: dto.scope,
      secretHash: secretHash(secret),
      label: dto.name.trim(),
      createdAt: new Date(now),
      lastUsedAt: null,
      expiresAt: new Date(now + dto.expiresInDays * 86_400_000),
    };
    const made = await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      // Two at once would both find room for one more: the person's row is the lock.
      // A key is worth as much as the sign-in in which it was made, and none comes out of one that has ended.
      const { strong } = await this.sessions.lockOwner(tx.manager, actor);
      const kept = await this.sessions.list(tx.manager, actor.personId, 'token', new Date(now));
      if (kept.length >= identityLimits.tokensPerPerson) {
        failIdentity('token.too-many', { most: identityLimits.tokensPerPerson });
      }
      await this.sessions.insert(tx.manager, { ...token, strong });
      const url = this.mail.link('/account');
      const message = identityEmail('key-made', person.language, { name: dto.name.trim() }, url);
      await this.mail.post(tx.manager, person, message);
      await tx.events.append(
        apiTokenCreated({ kind: 'api-token', id: token.id }, { personId: actor.personId, scope: dto.scope }),
      );
      return { ...token, strong };
    });
    return { secret, token: made };
  }

  async end(actor: Actor, id: string): Promise<void> {
    await this.unit.run(actor, async (tx) => {
      if (!(await this.sessions.delete(tx.manager, actor.personId, id, 'token')))
        failIdentity('token.not-found');
      await tx.events.append(sessionEnded({ kind: 'session', id }, { personId: actor.personId }));
    });
  }
}
