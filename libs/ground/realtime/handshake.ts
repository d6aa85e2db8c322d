import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { Clock, newId, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { newsNotices, protocolVersion, type HandshakeAuth } from '@plenary/ground/realtime/protocol';
import { Patience } from './patience.js';
import {
  Authenticator,
  credentialsFrom,
  OnEventEverywhere,
  Impersonations,
  Participants,
  type Credentials,
} from '@plenary/ground/server';
import { roomOf } from './rooms.js';

/** What every socket carries: who is behind it. Written by the server alone. */
export interface SocketData {
  actor: Actor;
}

/** As whom Plenary is seen on a socket. */
export const personBehind = (socket: Pick<Socket, 'data'>): string =>
  (socket.data as SocketData).actor.personId;

class Refusal extends Error {
  readonly data: { code: string };
  constructor(code: string) {
    super(code);
    this.data = { code };
  }
}

/** Admits a socket: known person, understood protocol. The refusal's code arrives as `connect_error.data.code`. */
@Injectable()
export class Handshake {
  /** Sessions that ended a short while ago, and when. */
  private readonly ended = new Map<string, number>();

  constructor(
    private readonly authenticator: Authenticator,
    private readonly participants: Participants,
    private readonly impersonations: Impersonations,
    private readonly patience: Patience,
    private readonly clock: Clock,
  ) {}

  async admit(socket: Socket): Promise<void> {
    const { protocol } = (socket.handshake.auth ?? {}) as Partial<HandshakeAuth>;
    if (protocol !== protocolVersion) throw new Refusal('protocol.unsupported');
    const who = await this.authenticator.authenticate(credentialsOf(socket));
    if (!who) throw new Refusal('session.ended');
    if (!(await this.patience.admits(who.sessionId))) throw new Refusal('document.rate-limited');
    if (!who.strong && (await this.participants.needsSecondFactor(who.personId))) {
      throw new Refusal('session.second-factor-needed');
    }
    const impersonation = impersonationOf(socket);
    const seen = impersonation === undefined ? null : await this.impersonations.seenAs(who, impersonation);
    if (impersonation !== undefined && !seen) throw new Refusal('session.ended');
    const { personId, sessionId, sessionKind, scope } = who;
    const behind = seen?.who ?? { personId, sessionId, sessionKind, scope };
    const participant = await this.participants.of(behind.personId);
    const actor: Actor = {
      ...behind,
      organisationId: participant?.organisation?.id ?? null,
      requestId: newId<'request'>(),
      commandId: null,
      commandDigest: null,
    };
    (socket.data as SocketData).actor = actor;
    await socket.join([roomOf.session(sessionId), roomOf.person(behind.personId), roomOf.everybody]);
    await socket.join(seen ? roomOf.look(impersonation!) : roomOf.own(who.personId));
  }

  /**
   * A session that ended while it was being admitted could not be reached by its end, and is known by it now. One
   * that runs out takes its socket with it, too; so does an impersonation. Who became somebody else meanwhile comes
   * again.
   */
  async keepWatch(socket: Socket): Promise<void> {
    const { sessionId } = (socket.data as SocketData).actor;
    let found: { until: number | null; asAdmitted: boolean };
    try {
      found = await this.lookAgain(socket);
    } catch {
      // The database is away: nothing is known against this session, so the line is cut and the client tries again.
      socket.conn.close();
      return;
    }
    const { until, asAdmitted } = found;
    if (until === null || this.ended.has(sessionId)) {
      socket.emit(newsNotices.ended, {});
      socket.disconnect(true);
      return;
    }
    if (!asAdmitted) {
      socket.conn.close();
      return;
    }
    // A timer holds 24 days at most; a socket that is older asks again.
    const left = Math.min(until - this.clock.now(), longestTimer);
    const cancel = this.clock.after(Math.max(left, 0), () => void this.keepWatch(socket));
    socket.once('disconnect', cancel);
  }

  /** @returns until when it lasts, in milliseconds since 1970, null for what is over; and whether it would be admitted alike. */
  private async lookAgain(socket: Socket): Promise<{ until: number | null; asAdmitted: boolean }> {
    const over = { until: null, asAdmitted: false };
    const { sessionId, personId, organisationId } = (socket.data as SocketData).actor;
    if (this.ended.has(sessionId)) return over;
    const who = await this.authenticator.authenticate(credentialsOf(socket), true);
    if (!who) return over;
    const impersonation = impersonationOf(socket);
    const seen = impersonation === undefined ? null : await this.impersonations.seenAs(who, impersonation);
    if (impersonation !== undefined && !seen) return over;
    const participant = await this.participants.of(personId);
    const strongEnough = who.strong || !(await this.participants.needsSecondFactor(who.personId));
    return {
      until: Math.min(who.expiresAt ?? Infinity, seen?.endsAt ?? Infinity),
      asAdmitted: strongEnough && (participant?.organisation?.id ?? null) === organisationId,
    };
  }

  @OnEventEverywhere('session.ended')
  rememberEnd(event: RecordedEvent): void {
    const { id } = event.subject;
    const now = this.clock.now();
    for (const [known, at] of this.ended) if (at < now - admittedWithin) this.ended.delete(known);
    this.ended.set(id, now);
  }
}

/** Nobody is admitted on an answer that is older. Milliseconds. */
const admittedWithin = 60_000;
const longestTimer = 20 * 86_400_000;

function credentialsOf(socket: Socket): Credentials {
  const { token } = (socket.handshake.auth ?? {}) as Partial<HandshakeAuth>;
  if (typeof token === 'string') return { bearer: token, cookie: null };
  return { bearer: null, cookie: credentialsFrom(socket.request.headers).cookie };
}

/** As the client says it: anything but nothing has to be an impersonation that holds. */
const impersonationOf = (socket: Socket): string | undefined =>
  ((socket.handshake.auth ?? {}) as Partial<HandshakeAuth>).look;
