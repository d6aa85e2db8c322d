import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mail, UnitOfWork } from '@plenary/ground/server';
import { normalEmail } from '@plenary/identity/domain';
import { identityEmail } from '../emails/index.js';
import { resetPurpose } from '../new-password.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';
import { DeviceRecoveryService } from './device-recovery.service.js';

const hours = 2;

/**
 * IDN-17: whoever runs the installation lets somebody in whom nobody else can help. They hold the database anyway; this
 * way it is on record, and told to the person.
 */
@Injectable()
export class OperatorHelpService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly recovery: DeviceRecoveryService,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
  ) {}

  /** The id of the account with this address; null when there is none. */
  async find(address: string): Promise<string | null> {
    const found = await this.sessions.findPersonByEmail(this.database.manager, normalEmail(address));
    return found?.id ?? null;
  }

  /** Takes second factors, sessions and keys away. Answers the address of a page at which a password is chosen. */
  letIn(personId: string): Promise<string> {
    return this.unit.run(null, async (tx) => {
      await this.sessions.lockPerson(tx.manager, personId);
      const person = (await this.sessions.findPerson(tx.manager, personId))!;
      await this.recovery.stop(tx, personId);
      await this.recovery.takeAway(tx, personId, 'operator');
      await this.links.withdraw(tx.manager, resetPurpose, personId);
      const secret = await this.links.make(tx.manager, { purpose: resetPurpose, personId, hours });
      await this.mail.post(tx.manager, person, identityEmail('recovery-operator', person.language));
      return this.mail.link(`/reset#${secret}`);
    });
  }
}
