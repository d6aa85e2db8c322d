import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import { AppConfig, Mail, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { factorRemoved, failIdentity } from '@plenary/identity/domain';
import { OutsideIdentityEntity } from '../entities/outside-identity.entity.js';
import type { PersonEntity } from '../entities/person.entity.js';
import { identityEmail } from '../emails/index.js';
import { OwnPassword } from '../own-password.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';

/** What a sign-in is kept under whose provider has answered, and whose code is still to come. */
export const waitingPurpose = 'outside-code';

/** By which accounts at a provider a person can come in, and taking that back (IDN-14). */
@Injectable()
export class OutsideLinksService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly links: SecretLinks,
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

  /** All of them. Whoever signs in there again is known by an address that both have confirmed, and told by e-mail. */
  async remove(actor: Actor, password: string): Promise<void> {
    const person = await this.password.confirm(actor, password);
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      if (!(await this.forget(tx, person))) failIdentity('factor.not-found');
    });
  }

  /**
   * Takes them all off, also what came half-way in by one, and tells the person. The person is locked already; `person`
   * is as they are from now on, since the e-mail goes to their address. True when there was one.
   */
  async forget(tx: Transaction, person: PersonEntity): Promise<boolean> {
    const personId = person.id;
    await this.links.withdraw(tx.manager, waitingPurpose, personId);
    const gone = await tx.manager.delete(OutsideIdentityEntity, { personId });
    if (!gone.affected) return false;
    await tx.events.append(factorRemoved({ kind: 'person', id: personId }, { personId, kind: 'outside' }));
    const message = identityEmail('outside-removed', person.language, {}, this.mail.link('/account'));
    await this.mail.post(tx.manager, person, message);
    return true;
  }

  private nameOf(issuer: string): string {
    const { oidcIssuer, oidcName } = this.config;
    return issuer === oidcIssuer && oidcName ? oidcName : new URL(issuer).hostname;
  }
}
