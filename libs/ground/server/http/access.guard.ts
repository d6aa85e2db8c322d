import { createHash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { isId, type Actor } from '@plenary/ground/kernel';
import { Authenticator, credentialsFrom, type Authenticated } from './authenticator.js';
import { failGround } from './ground.errors.js';
import { actorOf, anyStrengthKey, needKey, ownerOnlyKey, type Need } from './needs.js';
import { refuseForeignOrigin } from './origin.js';
import { AppConfig } from '../config/app-config.js';
import { impersonationHeader, Impersonations } from './impersonations.js';
import { Participants } from './participants.js';
import { brokenTextIn } from './whole-text.js';
import type { IdentifiedRequest } from './request-id.js';

/** The one door: refuses a handler that says neither `@Needs` nor `@Public`, and whoever lacks what it needs. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly participants: Participants,
    private readonly impersonations: Impersonations,
    private readonly config: AppConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const need = this.reflector.getAllAndOverride<Need | 'public' | undefined>(needKey, places);
    if (!need) return failGround('server.failed');
    if (context.getType() === 'http') {
      const anyStrength = this.reflector.getAllAndOverride<boolean | undefined>(anyStrengthKey, places);
      await this.identify(context.switchToHttp().getRequest(), need, anyStrength ?? false);
    }
    if (need === 'public') return true;
    const actor = actorOf(context) ?? failGround('session.needed');
    if (need === 'write' && actor.scope !== 'write') {
      failGround(actor.seenBy ? 'look.reads-only' : 'token.read-only');
    }
    if (actor.seenBy && this.reflector.getAllAndOverride<boolean | undefined>(ownerOnlyKey, places)) {
      failGround('look.not-yours');
    }
    return true;
  }

  private async identify(
    request: IdentifiedRequest & { actor?: Actor },
    need: Need | 'public',
    anyStrength: boolean,
  ): Promise<void> {
    const credentials = credentialsFrom(request.headers);
    // Signing in has no cookie yet, but must not be driven from another site either.
    if (!credentials.bearer) refuseForeignOrigin(request, this.config.publicUrl);
    if (need === 'public') return;
    const who = await this.authenticator.authenticate(credentials);
    if (!who) return;
    if (!anyStrength && !who.strong && (await this.participants.needsSecondFactor(who.personId))) {
      failGround('session.second-factor-needed');
    }
    const commandId = commandIdOf(request);
    const seen = await this.impersonated(request, who);
    const participant = await this.participants.of(seen.personId);
    request.actor = {
      ...seen,
      organisationId: participant?.organisation?.id ?? null,
      requestId: request.requestId,
      commandId,
      commandDigest: commandId && digestOf(request),
    };
  }

  private async impersonated(request: Request, who: Authenticated) {
    const { personId, sessionId, sessionKind, scope } = who;
    const impersonation = request.headers[impersonationHeader];
    if (impersonation === undefined) return { personId, sessionId, sessionKind, scope };
    return (await this.impersonations.seenAs(who, impersonation))?.who ?? failGround('look.over');
  }
}

function commandIdOf(request: Request): string | null {
  const given = request.headers['idempotency-key'];
  if (given === undefined || request.method === 'GET') return null;
  return isId(given) ? given : failGround('request.invalid', { field: 'Idempotency-Key' });
}

function digestOf(request: Request): string {
  // What is nested too deeply cannot be written out either.
  const field = brokenTextIn(request.body);
  if (field !== null) failGround('request.invalid', { field });
  const asked = [request.method, request.path, JSON.stringify(request.body ?? null)].join('\n');
  return createHash('sha256').update(asked).digest('hex');
}
