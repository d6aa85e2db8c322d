import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor, oneLine } from '@plenary/ground/kernel';
import { Mail, RateLimits, UnitOfWork, type Transaction } from '@plenary/ground/server';
import { failIdentity, isEmail, isStrongPassword, normalEmail } from '@plenary/identity/domain';
import { hashPassword, PeopleService, SecretLinks, secretHash } from '@plenary/identity/server';
import {
  coalitionRoleGiven,
  failOrganisation,
  representativeNamed,
  weightOf,
  organisationSubject,
} from '@plenary/organisations/domain';
import { invitationUsed, mayInvite, type InvitationOfferView, failArrival } from '@plenary/arrivals/domain';
import type { InvitationEntity } from '../entities/invitation.entity.js';
import {
  OrganisationEntity,
  RepresentativeEntity,
  OrganisationNotices,
  OrganisationsRepository,
  RolesRepository,
  StandingService,
} from '@plenary/organisations/server';
import { arrivalsEmail } from '../emails/index.js';
import { isOpen } from './invitation.presenter.js';
import type { BeginJoiningDto } from './invitations.dto.js';
import { InvitationsRepository } from './invitations.repository.js';
import { subjectOf } from './invitations.service.js';

const purpose = 'joining';
const hours = 24;

interface Joining {
  readonly invitationId: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
  readonly passwordHash: string;
}

/** Coming in by an invitation, with an account or with a new one (ORG-9). */
@Injectable()
export class JoiningService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly roles: RolesRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly links: SecretLinks,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly notices: OrganisationNotices,
    private readonly clock: Clock,
  ) {}

  /** What the invitation offers. Looking uses nothing up. */
  async look(secret: string, networkAddress: string): Promise<InvitationOfferView> {
    await this.limits.take('invitation-look', networkAddress, 600, 600);
    const tx = this.database.manager;
    const invitation = await this.usable(tx, await this.invitations.findBySecret(tx, secretHash(secret)));
    const { organisationId, email, role, coalitionRole, language, createdBy } = invitation;
    const organisation = organisationId
      ? await tx.findOneBy(OrganisationEntity, { id: organisationId })
      : null;
    return {
      coalition: (await this.organisations.findCoalition(tx))?.name ?? '',
      organisation: organisation?.name ?? null,
      by: (createdBy && (await this.people.namesOf([createdBy], tx)).get(createdBy)?.displayName) || null,
      until: invitation.expiresAt.toISOString(),
      ...{ role, coalitionRole, email, language },
      // Only to whoever holds the e-mail to that address.
      hasAccount: email !== null && (await this.people.findByEmail(tx, email)) !== null,
    };
  }

  /** With the account of whoever is signed in. */
  accept(actor: Actor, secret: string): Promise<{ organisationId: string | null }> {
    return this.unit.run(actor, async (tx) => {
      if (!(await this.people.hold(tx.manager, [actor.personId])).size) failOrganisation('person.not-found');
      const invitation = await this.locked(tx.manager, secret);
      if (invitation.email !== null) {
        const known = await this.people.findByEmail(tx.manager, invitation.email);
        // ORG-9: an e-mail that was passed on lets nobody else in.
        if (known?.id !== actor.personId) failArrival('invitation.for-another-address');
      }
      await this.enter(tx, invitation, actor.personId);
      return { organisationId: invitation.organisationId };
    });
  }

  /**
   * With a new account. Whoever got an e-mail has shown that the address is theirs, and may sign in at once. By a link
   * that is passed on, the address has to be confirmed first, and the answer is the same whether it has an account.
   */
  async begin(dto: BeginJoiningDto, networkAddress: string): Promise<{ next: 'sign-in' | 'email' }> {
    await this.limits.take('joining', networkAddress, 300, 600);
    const look = await this.usable(
      this.database.manager,
      await this.invitations.findBySecret(this.database.manager, secretHash(dto.secret)),
    );
    const email = look.email ?? normalEmail(dto.email ?? '');
    if (!isEmail(email)) failIdentity('email.invalid');
    const displayName = oneLine(dto.displayName);
    if (displayName === '') failIdentity('person.name-empty');
    if (!isStrongPassword(dto.password, email)) failIdentity('password.too-weak');
    const passwordHash = await hashPassword(dto.password);
    const person = { email, displayName, language: dto.language, passwordHash };
    if (look.email !== null) {
      await this.enterAnew(dto.secret, person);
      return { next: 'sign-in' };
    }
    await this.limits.take('joining-address', email, 5, 3_600);
    await this.unit.run(null, async ({ manager }) => {
      const known = await this.people.findByEmail(manager, email);
      const values = { coalition: (await this.organisations.findCoalition(manager))?.name ?? 'Plenary' };
      if (known) {
        const url = this.mail.link(`/join#${dto.secret}`);
        const message = arrivalsEmail('joining-known', known.language, values, url);
        return this.mail.post(manager, { email, language: known.language }, message);
      }
      const data: Joining = { ...person, invitationId: look.id };
      const own = await this.links.make(manager, { purpose, data: { ...data }, hours });
      const url = this.mail.link(`/join/confirm#${own}`);
      await this.mail.post(manager, person, arrivalsEmail('joining', dto.language, values, url));
    });
    return { next: 'email' };
  }

  /** The address is confirmed: the account is made, and comes in. */
  async confirm(secret: string, networkAddress: string): Promise<{ email: string }> {
    await this.limits.take('joining-confirm', networkAddress, 300, 600);
    return this.unit.run(null, async (tx) => {
      const link = await this.links.use(tx.manager, purpose, secret);
      const joining = link.data as unknown as Joining;
      const found = await this.invitations.find(tx.manager, joining.invitationId);
      const invitation = await this.usable(tx.manager, await this.lock(tx.manager, found));
      await this.enter(tx, invitation, await this.makeAccount(tx.manager, joining));
      return { email: joining.email };
    });
  }

  private enterAnew(secret: string, person: Omit<Joining, 'invitationId'>): Promise<void> {
    return this.unit.run(null, async (tx) => {
      const invitation = await this.locked(tx.manager, secret);
      await this.enter(tx, invitation, await this.makeAccount(tx.manager, person));
    });
  }

  private async makeAccount(tx: EntityManager, person: Omit<Joining, 'invitationId'>): Promise<string> {
    // Somebody may have made one meanwhile: then they sign in, and the invitation is still good.
    if (await this.people.findByEmail(tx, person.email)) return failIdentity('account.exists');
    const id = newId<'person'>();
    await this.people.create(tx, [{ id, ...person, password: null }]);
    return id;
  }

  private async locked(tx: EntityManager, secret: string): Promise<InvitationEntity> {
    const found = await this.invitations.findBySecret(tx, secretHash(secret));
    return this.usable(tx, await this.lock(tx, found));
  }

  /** The organisation before the invitation, as a merge takes them: in another order they would lock each other out. */
  private async lock(tx: EntityManager, found: InvitationEntity | null): Promise<InvitationEntity | null> {
    if (found?.organisationId) await this.organisations.findLocked(tx, found.organisationId);
    return found && this.invitations.findLocked(tx, found.id);
  }

  /** Unknown, forged, used, expired, revoked, or made by somebody who could not make it today: all alike. */
  private async usable(tx: EntityManager, invitation: InvitationEntity | null): Promise<InvitationEntity> {
    if (!invitation || !isOpen(invitation, this.clock.now())) return failArrival('invitation.unusable');
    if (invitation.createdBy) {
      const maker = await this.standings.get(invitation.createdBy, tx);
      if (!mayInvite(maker, invitation)) return failArrival('invitation.unusable');
    }
    if (invitation.organisationId) {
      const organisation = await tx.findOneBy(OrganisationEntity, { id: invitation.organisationId });
      if (organisation?.state !== 'active') return failArrival('invitation.unusable');
    }
    return invitation;
  }

  /** Gives what the invitation offers; whoever has more keeps it. */
  private async enter(tx: Transaction, invitation: InvitationEntity, personId: string): Promise<void> {
    const at = new Date(this.clock.now());
    if (!(await this.invitations.use(tx.manager, invitation.id, personId, at))) {
      // Used before: whoever was let go of since does not come in by it again, and is not told so.
      const there = await this.standings.of([personId], tx.manager);
      const { actsFor, standing } = there.get(personId)!;
      const isIn = invitation.organisationId
        ? actsFor.some((each) => each.organisationId === invitation.organisationId)
        : standing.coalitionRoles.some((role) => role === invitation.coalitionRole);
      return isIn ? undefined : failArrival('invitation.unusable');
    }
    const { organisationId, role, coalitionRole } = invitation;
    if (organisationId && role) {
      const before = await tx.manager.findOneBy(RepresentativeEntity, { organisationId, personId });
      if (!before || weightOf(role) < weightOf(before.role)) {
        await this.roles.nameRepresentatives(tx.manager, [{ organisationId, personId, role }], at);
        const subject = organisationSubject(organisationId);
        await tx.events.append(representativeNamed(subject, { personId, role }));
        await this.notices.tellMember(tx, { personId }, organisationId, personId, 'joined', role);
      }
    }
    if (
      coalitionRole &&
      (await this.roles.insertRole(tx.manager, { personId, role: coalitionRole, createdAt: at }))
    ) {
      await tx.events.append(
        coalitionRoleGiven({ kind: 'person', id: personId }, { personId, role: coalitionRole }),
      );
    }
    await tx.events.append(invitationUsed(subjectOf(invitation), { invitationId: invitation.id, personId }));
  }
}
