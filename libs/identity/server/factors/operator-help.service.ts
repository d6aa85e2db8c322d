import { Injectable } from '@nestjs/common';
import { Mail, UnitOfWork } from '@plenary/ground/server';
import { deviceRecovery, normalEmail, sessionEnded } from '@plenary/identity/domain';
import { identityLetter } from '../letters/index.js';
import { resetPurpose } from '../new-password.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';
import { DeviceRecoveryService } from './device-recovery.service.js';
import { FactorsRepository } from './factors.repository.js';

const hours = 2;

/**
 * IDN-17: whoever runs the installation lets somebody in whom nobody else can help. They hold the database anyway; this
 * way it is on record, and told to the person.
 */
@Injectable()
export class OperatorHelpService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly factors: FactorsRepository,
    private readonly sessions: SessionsRepository,
    private readonly recovery: DeviceRecoveryService,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
  ) {}

  /** The id of the account with this address; null when there is none. */
  async find(address: string): Promise<string | null> {
    return this.unit.run(null, async ({ manager }) => {
      return (await this.sessions.findPersonByEmail(manager, normalEmail(address)))?.id ?? null;
    });
  }

  /** Takes second factors, sessions and keys away. Answers the address of a page at which a password is chosen. */
  letIn(personId: string): Promise<string> {
    return this.unit.run(null, async (tx) => {
      await this.sessions.lockPerson(tx.manager, personId);
      const person = (await this.sessions.findPerson(tx.manager, personId))!;
      await this.recovery.stop(tx, personId);
      await this.factors.deleteAll(tx.manager, personId);
      await this.links.withdraw(tx.manager, resetPurpose, personId);
      for (const id of await this.sessions.deleteOthers(tx.manager, personId, null)) {
        await tx.events.append(sessionEnded({ kind: 'session', id }, { personId }));
      }
      const subject = { kind: 'person', id: personId } as const;
      await tx.events.append(deviceRecovery(subject, { personId, step: 'operator' }));
      const secret = await this.links.make(tx.manager, { purpose: resetPurpose, personId, hours });
      await this.mail.post(tx.manager, person, identityLetter('recovery-operator', person.language));
      return this.mail.link(`/reset#${secret}`);
    });
  }
}
