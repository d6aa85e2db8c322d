import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { Clock, newId, oneLine, type Actor } from '@plenary/ground/kernel';
import { RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, identityLimits } from '@plenary/identity/domain';
import { PasskeyEntity } from '../entities/passkey.entity.js';
import type { PersonEntity } from '../entities/person.entity.js';
import { OwnPassword } from '../own-password.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';
import { hourOf } from '../hour-of.js';
import { FactorsRepository } from './factors.repository.js';
import { FactorsService } from './factors.service.js';

/** The site for which a key is made: it signs for no other (that is what defeats a forged page). */
export interface Site {
  readonly origins: string[];
  readonly host: string;
}

const adding = 'passkey-add';
const signingIn = 'passkey-sign-in';
/** Ten minutes. */
const hours = 1 / 6;

/** Passkeys: made while signed in, and instead of a password afterwards. Challenges are links worth one use. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly links: SecretLinks,
    private readonly sessions: SessionsRepository,
    private readonly factors: FactorsRepository,
    private readonly ways: FactorsService,
    private readonly password: OwnPassword,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async beginAdding(
    actor: Actor,
    password: string,
    site: Site,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const person = await this.password.confirm(actor, password);
    const { personId } = actor;
    const known = await this.database.manager.findBy(PasskeyEntity, { personId });
    if (known.length >= identityLimits.passkeysPerPerson) {
      failIdentity('passkey.too-many', { most: identityLimits.passkeysPerPerson });
    }
    const challenge = await this.links.make(this.database.manager, { purpose: adding, personId, hours });
    return generateRegistrationOptions({
      rpName: 'Plenary',
      rpID: site.host,
      userName: person.email,
      userDisplayName: person.displayName,
      userID: new TextEncoder().encode(personId),
      challenge: bytesOf(challenge),
      excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Answers recovery codes where the person had none yet. */
  async add(actor: Actor, name: string, response: RegistrationResponseJSON, site: Site): Promise<string[]> {
    await this.limits.take('confirm-factor', actor.personId, 10, 600);
    const { personId } = actor;
    return this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      const { registrationInfo } = await verifyRegistrationResponse({
        response,
        expectedChallenge: async (challenge) =>
          (await this.links.use(tx.manager, adding, challenge)).personId === personId,
        expectedOrigin: site.origins,
        expectedRPID: site.host,
      }).catch(() => failIdentity('passkey.refused'));
      if (!registrationInfo) return failIdentity('passkey.refused');
      const { credential } = registrationInfo;
      if (await tx.manager.existsBy(PasskeyEntity, { credentialId: credential.id })) {
        return failIdentity('factor.exists');
      }
      const isFirst = !(await this.factors.hasAny(tx.manager, personId));
      await tx.manager.insert(PasskeyEntity, {
        id: newId(),
        personId,
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: String(credential.counter),
        transports: [...(credential.transports ?? [])],
        name: oneLine(name),
        createdAt: new Date(this.clock.now()),
        lastUsedAt: null,
      });
      return this.ways.added(tx, actor, 'passkey', isFirst);
    });
  }

  async remove(actor: Actor, id: string, password: string): Promise<void> {
    await this.password.confirm(actor, password);
    const { personId } = actor;
    await this.unit.run({ ...actor, commandId: null }, async (tx) => {
      await this.sessions.lockOwner(tx.manager, actor);
      const gone = await tx.manager.delete(PasskeyEntity, { id, personId });
      if (!gone.affected) failIdentity('passkey.not-found');
      await this.ways.removed(tx, personId, 'passkey');
    });
  }

  /** The same for everybody: it says nothing about who has a passkey. */
  async beginSignIn(networkAddress: string, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> {
    await this.limits.take('passkey-begin', networkAddress, 600, 600);
    const challenge = await this.links.make(this.database.manager, { purpose: signingIn, hours });
    return generateAuthenticationOptions({
      rpID: site.host,
      challenge: bytesOf(challenge),
      userVerification: 'required',
    });
  }

  /** Whose key signed; throws `passkey.refused` for everything else, alike. */
  async prove(
    response: AuthenticationResponseJSON,
    networkAddress: string,
    site: Site,
  ): Promise<PersonEntity> {
    await this.limits.take('sign-in-place', networkAddress, 600, 600);
    return this.unit.run(null, async ({ manager }) => {
      const key = await manager.findOneBy(PasskeyEntity, { credentialId: String(response.id) });
      if (!key) return failIdentity('passkey.refused');
      const { authenticationInfo, verified } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: async (challenge) =>
          (await this.links.use(manager, signingIn, challenge)) !== null,
        expectedOrigin: site.origins,
        expectedRPID: site.host,
        credential: {
          id: key.credentialId,
          publicKey: new Uint8Array(key.publicKey),
          counter: Number(key.counter),
        },
      }).catch(() => failIdentity('passkey.refused'));
      if (!verified) return failIdentity('passkey.refused');
      const used = { counter: String(authenticationInfo.newCounter), lastUsedAt: hourOf(this.clock.now()) };
      await manager.update(PasskeyEntity, { id: key.id }, used);
      return (await this.sessions.findPerson(manager, key.personId)) ?? failIdentity('passkey.refused');
    });
  }
}

/** The secret's own bytes, so that the challenge that comes back is the secret as it was made. */
const bytesOf = (secret: string) => new Uint8Array(Buffer.from(secret, 'base64url'));
