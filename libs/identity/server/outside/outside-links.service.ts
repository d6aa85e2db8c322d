import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { AppConfig, Mail, UnitOfWork } from '@plenary/ground/server';
import { factorRemoved, failIdentity } from '@plenary/identity/domain';
import { OutsideIdentityEntity } from '../entities/outside-identity.entity.js';
import { identityLetter } from '../letters/index.js';
import { OwnPassword } from '../own-password.js';
import { SessionsRepository } from '../sessions.repository.js';

/** By which accounts at a provider a person can come in, and taking that back (IDN-14). */
@Injectable()
export class OutsideLinksService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly password: OwnPassword,
    private readonly mail: Mail,
    private readonly config: AppConfig,
  ) {}

  async list(personId: string): Promise<{ provider: string; createdAt: Date }[]> {
    const found = await this.database.manager.find(OutsideIdentityEntity, {
      where: { personId },
      order: { createdAt: 'ASC' },
    });
    return found.map(({ issuer, createdAt }) => ({ provider: this.nameOf(issuer), createdAt }));
  }

  /** All of them. Whoever signs in there again is known by an address that both have confirmed, and told by letter. */
  async remove(actor: Actor, password: string): Promise<void> {
    const person = await this.password.confirm(actor, password);
    const { personId } = actor;
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      if (!(await this.forget(tx.manager, personId))) failIdentity('factor.not-found');
      await tx.events.append(factorRemoved({ kind: 'person', id: personId }, { personId, kind: 'outside' }));
      const url = this.mail.link('/account');
      await this.mail.post(tx.manager, person, identityLetter('outside-removed', person.language, {}, url));
    });
  }

  /** True when there was one. */
  async forget(tx: EntityManager, personId: string): Promise<boolean> {
    const gone = await tx.delete(OutsideIdentityEntity, { personId });
    return (gone.affected ?? 0) > 0;
  }

  private nameOf(issuer: string): string {
    const { oidcIssuer, oidcName } = this.config;
    return issuer === oidcIssuer && oidcName ? oidcName : new URL(issuer).hostname;
  }
}
