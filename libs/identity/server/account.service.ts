import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { oneLine, type Actor, sortNameOf } from '@plenary/ground/kernel';
import { Participants, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, isStrongPassword, personChanged } from '@plenary/identity/domain';
import { PersonEntity } from './entities/person.entity.js';
import { SessionEntity } from './entities/session.entity.js';
import type { ChangePasswordDto, UpdateMeDto } from './identity.dto.js';
import { presentMe } from './identity.presenter.js';
import type { MeView } from './identity.views.js';
import { setPassword } from './new-password.js';
import { OwnPassword } from './own-password.js';
import { hashPassword } from './secrets.js';
import { SecretLinks } from './secret-links.js';
import { SessionsRepository } from './sessions.repository.js';

/** One's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionsRepository,
    private readonly links: SecretLinks,
    private readonly password: OwnPassword,
    private readonly participants: Participants,
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

  /** As the person's own page shows them, and whether this session is enough for what they do here (IDN-11). */
  async present(person: PersonEntity, session: SessionEntity): Promise<MeView> {
    const needsSecondFactor = !session.strong && (await this.participants.needsSecondFactor(person.id));
    return presentMe(person, session, needsSecondFactor);
  }

  async update(actor: Actor, dto: UpdateMeDto): Promise<PersonEntity> {
    const displayName = dto.displayName && oneLine(dto.displayName);
    if (displayName === '') failIdentity('person.name-empty');
    if (dto.timeZone && !isTimeZone(dto.timeZone)) failIdentity('person.time-zone-unknown');
    const change: Partial<PersonEntity> = {
      ...(displayName ? { displayName, sortName: sortNameOf(displayName) } : {}),
      ...(dto.fullName === undefined ? {} : { fullName: (dto.fullName && oneLine(dto.fullName)) || null }),
      ...(dto.language ? { language: dto.language } : {}),
      ...(dto.languages ? { languages: dto.languages } : {}),
      ...(dto.timeZone === undefined ? {} : { timeZone: dto.timeZone }),
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
    const person = await this.password.confirm(actor, dto.current);
    if (!isStrongPassword(dto.next, person.email)) failIdentity('password.too-weak');
    const passwordHash = await hashPassword(dto.next);
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      await setPassword(
        tx,
        { sessions: this.sessions, links: this.links },
        person.id,
        passwordHash,
        actor.sessionId,
      );
    });
  }
}

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
