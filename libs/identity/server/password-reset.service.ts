import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Mail, RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, isStrongPassword, normalEmail } from '@plenary/identity/domain';
import type { ResetPasswordDto } from './identity.dto.js';
import { identityEmail } from './emails/index.js';
import { resetPurpose, setPassword } from './new-password.js';
import { OutsideLinksService } from './outside/outside-links.service.js';
import { SecretLinks } from './secret-links.js';
import { hashPassword } from './secrets.js';
import { SessionsRepository } from './sessions.repository.js';

const hours = 2;

/** A new password by an e-mail to one's address. */
@Injectable()
export class PasswordResetService {
  private readonly log = new Logger('password-reset');

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly outside: OutsideLinksService,
  ) {}

  /**
   * IDN-8: answers at once and alike, whether the address is known or not; what follows takes its time afterwards.
   * @param networkAddress counted, and kept nowhere.
   */
  async begin(address: string, networkAddress: string): Promise<void> {
    const email = normalEmail(address);
    await this.limits.take('reset-place', networkAddress, 300, 600);
    await this.limits.take('reset-pair', `${email} ${networkAddress}`, 5, 3_600);
    // Strangers who ask for somebody's e-mails keep nobody out: the answer is the same, and no further e-mail is
    // written.
    if (!(await this.limits.takes('reset-account', email, 30, 3_600))) return;
    void this.write(email).catch((reason: unknown) =>
      this.log.error({ code: 'password-reset.not-written', kind: (reason as Error).name }),
    );
  }

  /** Ends every session and token of the account: whoever had the old password is out. */
  async complete(dto: ResetPasswordDto, networkAddress: string): Promise<void> {
    await this.limits.take('reset-complete', networkAddress, 300, 600);
    // Judged before the link is used up, so that a weak password costs nobody a second e-mail.
    const link = await this.links.look(this.database.manager, resetPurpose, dto.secret);
    const person = await this.sessions.findPerson(this.database.manager, link.personId!);
    if (!person) return failIdentity('link.unusable');
    if (!isStrongPassword(dto.password, person.email)) failIdentity('password.too-weak');
    const passwordHash = await hashPassword(dto.password);
    await this.unit.run(null, async (tx) => {
      await this.sessions.lockPerson(tx.manager, person.id);
      await this.links.use(tx.manager, resetPurpose, dto.secret);
      await setPassword(tx, { sessions: this.sessions, links: this.links }, person.id, passwordHash, null);
      // Whoever was in is out everywhere, at a provider, too.
      await this.outside.forget(tx, person);
      const message = identityEmail('changed', person.language, {}, this.mail.link('/forgotten'));
      await this.mail.post(tx.manager, person, message);
    });
  }

  private async write(email: string): Promise<void> {
    const person = await this.sessions.findPersonByEmail(this.database.manager, email);
    if (!person) return;
    await this.unit.run(null, async ({ manager }) => {
      await this.sessions.lockPerson(manager, person.id);
      // An address that changed meanwhile is not theirs any more.
      if ((await this.sessions.findPerson(manager, person.id))?.email !== email) return;
      const secret = await this.links.make(manager, { purpose: resetPurpose, personId: person.id, hours });
      const url = this.mail.link(`/reset#${secret}`);
      await this.mail.post(manager, person, identityEmail('reset', person.language, {}, url));
    });
  }
}
