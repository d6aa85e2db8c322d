import { Injectable } from '@nestjs/common';
import type { Actor } from '@plenary/ground/kernel';
import { Mail, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { emailChanged, failIdentity, isEmail, normalEmail } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import { SecretLinkEntity } from './entities/secret-link.entity.js';
import type { ChangeEmailDto } from './identity.dto.js';
import { identityEmail } from './emails/index.js';
import { resetPurpose } from './new-password.js';
import { OutsideLinksService } from './outside/outside-links.service.js';
import { OwnPassword } from './own-password.js';
import { SecretLinks } from './secret-links.js';
import { SessionsRepository } from './sessions.repository.js';

const ends = ['old', 'new'] as const;
type End = (typeof ends)[number];
const purposeOf = (end: End) => `email-change-${end}`;
const hours = 24;

/** A new address, which both the old one and the new one have to confirm (IDN-9). */
@Injectable()
export class EmailChangeService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly password: OwnPassword,
    private readonly limits: RateLimits,
    private readonly outside: OutsideLinksService,
  ) {}

  /** Answers alike whether the new address belongs to somebody already: that is told to that address alone. */
  async begin(actor: Actor, dto: ChangeEmailDto): Promise<void> {
    await this.limits.take('change-email', actor.personId, 5, 3_600);
    const email = normalEmail(dto.email);
    if (!isEmail(email)) failIdentity('email.invalid');
    const person = await this.password.confirm(actor, dto.password);
    await this.unit.run({ ...actor, commandId: null }, async ({ manager }) => {
      await this.sessions.lockOwner(manager, actor);
      for (const end of ends) await this.links.withdraw(manager, purposeOf(end), person.id);
      const taken = await this.sessions.findPersonByEmail(manager, email);
      for (const end of ends) {
        const link = { purpose: purposeOf(end), personId: person.id, data: { email }, hours };
        const url = this.mail.link(`/confirm-address#${await this.links.make(manager, link)}`);
        if (taken && end === 'new') {
          // The asker's own mailbox must not tell them apart: what it confirms never has its other half.
          await this.mail.post(manager, taken, identityEmail('address-taken', taken.language));
          continue;
        }
        const to = { email: end === 'old' ? person.email : email, language: person.language };
        await this.mail.post(manager, to, identityEmail(`address-${end}`, person.language, { email }, url));
      }
    });
  }

  /** One end confirms. Answers whether the other has, too, so that the change is made. */
  async confirm(secret: string, networkAddress: string): Promise<{ done: boolean }> {
    await this.limits.take('confirm-email', networkAddress, 300, 600);
    return this.unit.run(null, async (tx) => {
      const { personId, data } = await this.useEither(tx, secret);
      const open = await tx.manager.findBy(SecretLinkEntity, { personId: personId! });
      const stillOpen = open.some(
        ({ purpose, usedAt }) => ends.some((end) => purposeOf(end) === purpose) && usedAt === null,
      );
      if (stillOpen) return { done: false };
      await this.change(tx, personId!, String(data['email']));
      return { done: true };
    });
  }

  private async useEither(tx: Transaction, secret: string): Promise<SecretLinkEntity> {
    const known = await this.links.look(tx.manager, purposeOf('old'), secret).catch(() => null);
    const link = known ?? (await this.links.look(tx.manager, purposeOf('new'), secret));
    await this.sessions.lockPerson(tx.manager, link.personId!);
    return this.links.use(tx.manager, link.purpose, secret);
  }

  private async change(tx: Transaction, personId: string, email: string): Promise<void> {
    // Somebody may have taken it while the e-mails were on their way.
    if (await this.sessions.findPersonByEmail(tx.manager, email)) return failIdentity('link.unusable');
    await tx.manager.update(PersonEntity, { id: personId }, { email }).catch((reason: unknown) => {
      // Two who confirm one address at once.
      if ((reason as { code?: string }).code === '23505') failIdentity('link.unusable');
      throw reason;
    });
    // Whoever kept the old address at a provider comes in by it no more.
    await this.outside.forget(tx, (await this.sessions.findPerson(tx.manager, personId))!);
    for (const end of ends) await this.links.withdraw(tx.manager, purposeOf(end), personId);
    // IDN-8: whoever reads the old mailbox does not choose the password of an account that is there no more.
    await this.links.withdraw(tx.manager, resetPurpose, personId);
    await tx.events.append(emailChanged({ kind: 'person', id: personId }, { personId }));
  }
}
