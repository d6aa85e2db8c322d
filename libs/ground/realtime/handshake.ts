import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { newId, systemClock, type Actor } from '@plenary/ground/kernel';
import { protocolVersion, type HandshakeAuth } from '@plenary/ground/collab/protocol';
import {
  Authenticator,
  credentialsFrom,
  Participants,
  type Authenticated,
  type Credentials,
} from '@plenary/ground/server';

/** What every socket carries: who is behind it. Written by the server alone. */
export interface SocketData {
  actor: Actor;
}

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
  constructor(
    private readonly authenticator: Authenticator,
    private readonly participants: Participants,
  ) {}

  async admit(socket: Socket): Promise<void> {
    const { protocol } = (socket.handshake.auth ?? {}) as Partial<HandshakeAuth>;
    if (protocol !== protocolVersion) throw new Refusal('protocol.unsupported');
    const who = await this.authenticator.authenticate(credentialsOf(socket));
    if (!who) throw new Refusal('session.ended');
    const { personId, sessionId, sessionKind, scope } = who;
    const participant = await this.participants.of(personId);
    const actor: Actor = {
      ...{ personId, sessionId, sessionKind, scope },
      organisationId: participant?.organisation?.id ?? null,
      requestId: newId<'request'>(),
      commandId: null,
      commandDigest: null,
    };
    (socket.data as SocketData).actor = actor;
    await socket.join([roomOf.session(sessionId), roomOf.person(personId), roomOf.everybody]);
  }

  /**
   * Asks once more when the socket can be reached by `session.ended`: a session that ended while it was being
   * admitted would keep its socket otherwise. A session that runs out takes its socket with it, too.
   */
  async keepWatch(socket: Socket): Promise<void> {
    let who: Authenticated | null;
    try {
      who = await this.authenticator.authenticate(credentialsOf(socket), true);
    } catch {
      // The database is away: nothing is known against this session, so the line is cut and the client tries again.
      socket.conn.close();
      return;
    }
    if (!who) {
      socket.emit('session:ended', {});
      socket.disconnect(true);
      return;
    }
    // A timer holds 24 days at most; a socket that is older asks again.
    const left = Math.min((who.expiresAt ?? Infinity) - systemClock.now(), longestTimer);
    const cancel = systemClock.after(Math.max(left, 0), () => void this.keepWatch(socket));
    socket.once('disconnect', cancel);
  }
}

const longestTimer = 20 * 86_400_000;

function credentialsOf(socket: Socket): Credentials {
  const { token } = (socket.handshake.auth ?? {}) as Partial<HandshakeAuth>;
  if (typeof token === 'string') return { bearer: token, cookie: null };
  return { bearer: null, cookie: credentialsFrom(socket.request.headers).cookie };
}

/** Names of the channels a socket listens on. */
export const roomOf = {
  everybody: 'everybody',
  session: (id: string) => `session:${id}`,
  person: (id: string) => `person:${id}`,
  subject: (kind: string, id: string) => `${kind}:${id}`,
} as const;
