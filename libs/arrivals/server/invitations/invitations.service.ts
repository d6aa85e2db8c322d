import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, newId, type Actor } from '@plenary/ground/kernel';
import { Mail, momentInEmail, RateLimits, UnitOfWork, type UnitActor } from '@plenary/ground/server';
import { isEmail, normalEmail, failIdentity } from '@plenary/identity/domain';
import { newSecret, PeopleService, secretHash } from '@plenary/identity/server';
import {
  isCoordinator,
  failOrganisation,
  type CoalitionRole,
  type RepresentativeRole,
  organisationSubject,
} from '@plenary/organisations/domain';
import {
  invitationMade,
  invitationRenewed,
  invitationRevoked,
  mayInvite,
  type InvitationView,
  failArrival,
  invitationLimits,
} from '@plenary/arrivals/domain';
import { InvitationEntity } from '../entities/invitation.entity.js';
import type { InvitationUseEntity } from '../entities/invitation-use.entity.js';
import { OrganisationEntity, OrganisationsRepository, StandingService } from '@plenary/organisations/server';
import { arrivalsEmail } from '../emails/index.js';
import { isOpen, presentInvitation } from './invitation.presenter.js';
import { InvitationsRepository } from './invitations.repository.js';

const day = 86_400_000;
/** Invitations shown on one page; there are at most `openInvitations` that can be used, and older ones. */
const shown = 200;

export interface NewInvitation {
  readonly organisationId: string | null;
  readonly role: RepresentativeRole | null;
  readonly coalitionRole: CoalitionRole | null;
  /** Where an e-mail goes; null for a link that is passed on. */
  readonly email: string | null;
  readonly language: string;
  readonly mostUses: number;
  readonly days: number;
  /** The e-mail, where it is the answer to something; an invitation otherwise. */
  readonly message?: 'apply-accepted';
}

/** With the address of its link, where that is to be passed on by hand. */
export interface MadeInvitation {
  readonly invitation: InvitationView;
  readonly url: string | null;
}

/** Making, listing and revoking invitations (ORG-7). */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly invitations: InvitationsRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly standings: StandingService,
    private readonly people: PeopleService,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * The address of the link is answered once, and only for one that is passed on by hand: a link for everybody, or, where
   * e-mails do not leave, a coordinator's for the one address.
   */
  async make(actor: Actor, wanted: NewInvitation): Promise<MadeInvitation> {
    await this.limits.take('invite', actor.personId, 300, 3_600);
    // Its answer holds the secret: no receipt is kept.
    return this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.refuseUnlessAllowed(tx.manager, actor, wanted);
      await this.refuseUnlessOpen(tx.manager, wanted.organisationId);
      const { invitation, url } = await this.insert(tx.manager, actor, wanted);
      await tx.events.append(
        invitationMade(subjectOf(invitation), {
          invitationId: invitation.id,
          organisationId: invitation.organisationId,
          role: invitation.role,
          coalitionRole: invitation.coalitionRole,
          mostUses: invitation.mostUses,
        }),
      );
      return this.presentMade(tx.manager, actor, invitation, url);
    });
  }

  /**
   * ORG-27: the e-mail once more, with another secret, valid for as long as at first; the one before is worth nothing.
   * For an invitation that was not used, also when its time is over.
   */
  async renew(actor: Actor, id: string): Promise<MadeInvitation> {
    await this.limits.take('invite', actor.personId, 300, 3_600);
    return this.unit.run({ ...actor, commandId: null }, async (tx) => {
      const found = await this.lockedTheirs(tx.manager, actor, id);
      const { email, organisationId } = found;
      if (email === null || found.revokedAt || found.uses >= found.mostUses) {
        return failArrival('invitation.not-open');
      }
      const now = this.clock.now();
      if (isOpen(found, now)) await this.refuseUnlessActive(tx.manager, organisationId);
      else await this.refuseUnlessOpen(tx.manager, organisationId);
      await this.limits.take('invite-again', id, 3, 86_400);
      const secret = newSecret();
      const lives = found.expiresAt.getTime() - found.createdAt.getTime();
      const change = {
        ...{ secretHash: secretHash(secret), createdBy: actor.personId },
        ...{ createdAt: new Date(now), expiresAt: new Date(now + lives) },
      };
      await tx.manager.update(InvitationEntity, { id }, change);
      const invitation = { ...found, ...change, email };
      const url = this.mail.link(`/join#${secret}`);
      await this.write(tx.manager, invitation, url);
      await tx.events.append(invitationRenewed(subjectOf(found), { invitationId: id }));
      return this.presentMade(tx.manager, actor, invitation, url);
    });
  }

  private async presentMade(
    tx: EntityManager,
    actor: Actor,
    invitation: InvitationEntity,
    url: string,
  ): Promise<MadeInvitation> {
    const byHand = invitation.email === null || (await this.passesOn(tx, actor));
    return {
      invitation: presentInvitation(invitation, [], new Map(), {
        ...{ comesBack: false, isVoid: false, now: this.clock.now() },
      }),
      url: byHand ? url : null,
    };
  }

  private async passesOn(tx: EntityManager, { personId }: Actor): Promise<boolean> {
    const coalition = await this.organisations.findCoalition(tx);
    if (this.mail.delivery(coalition?.isDemo ?? false) !== 'waiting') return false;
    return isCoordinator(await this.standings.get(personId, tx));
  }

  /** For rooms and commands that have judged already who may: inside their transaction. */
  async insert(
    tx: EntityManager,
    actor: UnitActor,
    wanted: NewInvitation,
  ): Promise<{ invitation: InvitationEntity; url: string }> {
    const email = wanted.email === null ? null : normalEmail(wanted.email);
    if (email !== null && !isEmail(email)) failIdentity('email.invalid');
    const now = this.clock.now();
    const secret = newSecret();
    const invitation: InvitationEntity = {
      id: newId(),
      organisationId: wanted.organisationId,
      role: wanted.organisationId ? wanted.role : null,
      coalitionRole: wanted.coalitionRole,
      email,
      language: wanted.language,
      secretHash: secretHash(secret),
      mostUses: email === null ? wanted.mostUses : 1,
      uses: 0,
      createdBy: actor?.personId ?? null,
      createdAt: new Date(now),
      expiresAt: new Date(now + wanted.days * day),
      revokedAt: null,
    };
    await tx.insert(InvitationEntity, invitation);
    const url = this.mail.link(`/join#${secret}`);
    if (email !== null) await this.write(tx, { ...invitation, email }, url, wanted.message);
    return { invitation, url };
  }

  /** Of an organisation, or (null) to roles in the coalition. */
  async list(actor: Actor, organisationId: string | null): Promise<InvitationView[]> {
    const tx = this.database.manager;
    await this.refuseUnlessAllowed(tx, actor, {
      organisationId,
      coalitionRole: organisationId === null ? 'observer' : null,
    });
    const found = await this.invitations.list(tx, organisationId, shown);
    const uses = await this.invitations.listUses(
      tx,
      found.map(({ id }) => id),
    );
    const names = await this.people.namesOf(uses.map(({ personId }) => personId));
    const usesOf = new Map(found.map(({ id }) => [id, [] as InvitationUseEntity[]]));
    for (const use of uses) usesOf.get(use.invitationId)?.push(use);
    const refused = await this.mail.comesBack(
      tx,
      found.flatMap(({ email }) => email ?? []),
    );
    const now = this.clock.now();
    const makers = await this.standings.of([...new Set(found.flatMap(({ createdBy }) => createdBy ?? []))]);
    return found.map((each) => {
      const maker = each.createdBy ? makers.get(each.createdBy) : undefined;
      return presentInvitation(each, usesOf.get(each.id)!, names, {
        comesBack: each.uses === 0 && refused.has(each.email ?? ''),
        isVoid: maker !== undefined && !mayInvite(maker.standing, each),
        now,
      });
    });
  }

  revoke(actor: Actor, id: string): Promise<void> {
    return this.unit.run(actor, async (tx) => {
      const found = await this.lockedTheirs(tx.manager, actor, id);
      if (found.revokedAt) return;
      await tx.manager.update(InvitationEntity, { id }, { revokedAt: new Date(this.clock.now()) });
      await tx.events.append(invitationRevoked(subjectOf(found), { invitationId: id }));
    });
  }

  /** After its organisation, as joining and merging take them. */
  private async lockedTheirs(tx: EntityManager, actor: Actor, id: string): Promise<InvitationEntity> {
    const first = await this.invitations.find(tx, id);
    if (first?.organisationId) await this.organisations.findLocked(tx, first.organisationId);
    const found = first && (await this.invitations.findLocked(tx, id));
    const viewer = await this.standings.get(actor.personId, tx);
    return found && mayInvite(viewer, found) ? found : failArrival('invitation.not-found');
  }

  private async refuseUnlessAllowed(
    tx: EntityManager,
    actor: Actor,
    to: Pick<NewInvitation, 'organisationId' | 'coalitionRole'>,
  ): Promise<void> {
    const viewer = await this.standings.get(actor.personId, tx);
    if (to.organisationId !== null) {
      const organisation = await this.organisations.find(tx, viewer, to.organisationId);
      if (!organisation) return failOrganisation('organisation.not-found');
    }
    if (!mayInvite(viewer, to)) failOrganisation('organisation.forbidden');
  }

  private async refuseUnlessOpen(tx: EntityManager, organisationId: string | null): Promise<void> {
    await this.refuseUnlessActive(tx, organisationId);
    const open = await this.invitations.countOpen(tx, organisationId, new Date(this.clock.now()));
    if (open >= invitationLimits.open) {
      failArrival('invitation.too-many', { most: invitationLimits.open });
    }
  }

  private async refuseUnlessActive(tx: EntityManager, organisationId: string | null): Promise<void> {
    if (organisationId === null) return;
    // Locked: two at once would both find room for one more.
    const organisation = await this.organisations.findLocked(tx, organisationId);
    if (organisation?.state !== 'active') failOrganisation('organisation.not-active');
  }

  private async write(
    tx: EntityManager,
    invitation: InvitationEntity & { email: string },
    url: string,
    answer?: NewInvitation['message'],
  ) {
    const { organisationId, language, email, createdBy, expiresAt } = invitation;
    const coalition = await this.organisations.findCoalition(tx);
    const organisation = organisationId
      ? await tx.findOneBy(OrganisationEntity, { id: organisationId })
      : null;
    const inTheName = coalition?.name ?? 'Plenary';
    const name = answer ?? (organisation ? 'invited' : 'invited-coalition');
    const values = {
      ...{ coalition: inTheName, organisation: organisation?.name ?? '' },
      by:
        (createdBy && (await this.people.namesOf([createdBy], tx)).get(createdBy)?.displayName) || inTheName,
      until: momentInEmail(expiresAt, language),
    };
    await this.mail.post(tx, { email, language }, arrivalsEmail(name, language, values, url));
  }
}

/** What the record of an invitation stands under. */
export const subjectOf = ({ organisationId, id }: Pick<InvitationEntity, 'organisationId' | 'id'>) =>
  organisationId ? organisationSubject(organisationId) : { kind: 'invitation', id };
