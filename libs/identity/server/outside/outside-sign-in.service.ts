import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '@plenary/ground/kernel';
import { AppConfig, Mail, RateLimits, UnitOfWork } from '@plenary/ground/server';
import { failIdentity, normalEmail } from '@plenary/identity/domain';
import { OutsideIdentityEntity } from '../entities/outside-identity.entity.js';
import type { PersonEntity } from '../entities/person.entity.js';
import { FactorsRepository } from '../factors/factors.repository.js';
import { identityEmail } from '../emails/index.js';
import { SecretLinks } from '../secret-links.js';
import { SessionsRepository } from '../sessions.repository.js';
import { SessionsService, type StartedSession } from '../sessions.service.js';
import type { SignInPlace } from '../sign-in-place.js';
import { waitingPurpose } from './outside-links.service.js';

const begun = 'outside-sign-in';
/** Ten minutes. */
const hours = 1 / 6;
/** Methods by which a provider says that it asked for a second factor (RFC 8176). */
const strongMethods = ['mfa', 'otp', 'hwk', 'swk', 'sms'];

/** What the provider's answer led to: a session, or the question for a code. */
export type Arrival = { readonly started: StartedSession } | { readonly codeFor: string };

/** Sign-in at a provider of OpenID Connect that the operator names (IDN-14): code flow, PKCE, state and nonce. */
@Injectable()
export class OutsideSignInService {
  private readonly log = new Logger('outside-sign-in');
  private known: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly unit: UnitOfWork,
    private readonly links: SecretLinks,
    private readonly sessions: SessionsRepository,
    private readonly starts: SessionsService,
    private readonly factors: FactorsRepository,
    private readonly mail: Mail,
    private readonly limits: RateLimits,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  get provider(): string | null {
    return this.config.oidcIssuer && (this.config.oidcName ?? new URL(this.config.oidcIssuer).hostname);
  }

  /** The provider's page to send the browser to, and the state that the browser has to bring back. */
  async begin(networkAddress: string): Promise<{ address: string; state: string }> {
    await this.limits.take('outside-begin', networkAddress, 600, 600);
    const provider = await this.discover();
    const verifier = oidc.randomPKCECodeVerifier();
    const nonce = oidc.randomNonce();
    const link = { purpose: begun, data: { verifier, nonce }, hours };
    const state = await this.links.make(this.database.manager, link);
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.returnAddress,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, state };
  }

  /** @param expected the state that this browser was sent away with; another browser's answer is refused. */
  async arrive(query: string, expected: string | null, place: SignInPlace): Promise<Arrival> {
    await this.limits.take('sign-in-place', place.networkAddress, 600, 600);
    const provider = await this.discover();
    const state = new URLSearchParams(query).get('state');
    if (!state || state !== expected) return failIdentity('outside.refused');
    const { data } = await this.unit.run(null, ({ manager }) => this.links.use(manager, begun, state));
    const claims = await this.exchange(provider, query, state, data as unknown as Begun);
    const person = await this.personOf(claims);
    const methods = (claims['amr'] ?? []) as readonly string[];
    const strong = Array.isArray(methods) && methods.some((method) => strongMethods.includes(method));
    if (!strong && (await this.factors.hasAny(this.database.manager, person.id))) {
      const link = { purpose: waitingPurpose, personId: person.id, hours };
      return { codeFor: await this.links.make(this.database.manager, link) };
    }
    return { started: await this.starts.open(person, strong ? 'provider' : 'password', place) };
  }

  /** The code of somebody who has a second factor here and whose provider asked for none. */
  async complete(secret: string, code: string, place: SignInPlace): Promise<StartedSession> {
    await this.limits.take('outside-code', place.networkAddress, 300, 600);
    const { personId } = await this.links.look(this.database.manager, waitingPurpose, secret);
    await this.limits.take('outside-code-account', personId!, 10, 600);
    const strong = await this.starts.proveSecondFactor(personId!, code);
    const person = await this.unit.run(null, async ({ manager }) => {
      await this.links.use(manager, waitingPurpose, secret);
      return this.sessions.findPerson(manager, personId!);
    });
    const proof = strong ? 'factor' : 'password';
    return this.starts.open(person ?? failIdentity('link.unusable'), proof, place);
  }

  private get returnAddress(): string {
    return new URL('/api/outside/return', this.config.ownAddress).href;
  }

  private async exchange(
    provider: oidc.Configuration,
    query: string,
    state: string,
    { verifier, nonce }: Begun,
  ) {
    const address = new URL(this.returnAddress);
    address.search = query;
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: verifier,
        expectedNonce: nonce,
        expectedState: state,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      if (claims['email'] !== undefined || !provider.serverMetadata().userinfo_endpoint) return claims;
      return { ...claims, ...(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)) };
    } catch (reason) {
      this.log.warn({ code: 'outside.refused', kind: (reason as { code?: string }).code ?? 'unknown' });
      return failIdentity('outside.refused');
    }
  }

  /**
   * Known by the provider's own number; the first time, by an address that the provider has confirmed. It makes no
   * accounts: people come in by invitation.
   */
  private personOf(claims: oidc.IDToken | oidc.UserInfoResponse): Promise<PersonEntity> {
    const issuer = this.config.oidcIssuer!;
    const subject = String(claims.sub);
    return this.unit.run(null, async ({ manager }) => {
      const known = await this.knownBy(manager, issuer, subject);
      if (known) return known;
      const email = claims['email_verified'] === true ? normalEmail(String(claims['email'])) : '';
      const found = email === '' ? null : await this.sessions.findPersonByEmail(manager, email);
      if (!found) return failIdentity('outside.unknown');
      // An address that was given up meanwhile links nobody, and of two who come at once one finds the other's link.
      const person = await this.sessions.findLocked(manager, found.id);
      if (person?.email !== email) return failIdentity('outside.unknown');
      const linked = await this.knownBy(manager, issuer, subject);
      if (linked) return linked;
      const createdAt = new Date(this.clock.now());
      await manager.insert(OutsideIdentityEntity, { issuer, subject, personId: person.id, createdAt });
      const values = { provider: this.provider! };
      const message = identityEmail('outside-linked', person.language, values, this.mail.link('/account'));
      await this.mail.post(manager, person, message);
      return person;
    });
  }

  private async knownBy(tx: EntityManager, issuer: string, subject: string): Promise<PersonEntity | null> {
    const link = await tx.findOneBy(OutsideIdentityEntity, { issuer, subject });
    if (!link) return null;
    return (await this.sessions.findPerson(tx, link.personId)) ?? failIdentity('outside.unknown');
  }

  /** Asked once; a provider that was away is asked again at the next sign-in. */
  private discover(): Promise<oidc.Configuration> {
    const { oidcIssuer, oidcClientId, oidcClientSecret } = this.config;
    if (!oidcIssuer || !oidcClientId) return failIdentity('outside.not-set-up');
    const isPlain = oidcIssuer.startsWith('http:');
    const options = isPlain ? { execute: [oidc.allowInsecureRequests] } : {};
    const secret = oidcClientSecret ?? undefined;
    const auth = secret ? oidc.ClientSecretBasic(secret) : oidc.None();
    this.known ??= oidc
      .discovery(new URL(oidcIssuer), oidcClientId, secret, auth, options)
      .catch((reason: unknown) => {
        this.known = null;
        this.log.warn({ code: 'outside.away', kind: (reason as Error).name });
        return failIdentity('outside.refused');
      });
    return this.known;
  }
}

interface Begun {
  readonly verifier: string;
  readonly nonce: string;
}
