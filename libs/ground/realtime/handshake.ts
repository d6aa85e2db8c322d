import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { newId, type Actor } from '@plenary/ground/kernel';
import { protocolVersion, type HandshakeAuth } from '@plenary/ground/collab/protocol';
import { Authenticator, credentialsFrom, Participants } from '@plenary/ground/server';

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
    const auth = (socket.handshake.auth ?? {}) as Partial<HandshakeAuth>;
    if (auth.protocol !== protocolVersion) throw new Refusal('protocol.unsupported');
    const token = typeof auth.token === 'string' ? auth.token : null;
    const { cookie } = credentialsFrom(socket.request.headers);
    const who = await this.authenticator.authenticate({ bearer: token, cookie: token ? null : cookie });
    if (!who) throw new Refusal('session.ended');
    const participant = await this.participants.of(who.personId);
    const actor: Actor = {
      ...who,
      organisationId: participant?.organisation?.id ?? null,
      requestId: newId<'request'>(),
      commandId: null,
      commandDigest: null,
    };
    (socket.data as SocketData).actor = actor;
    await socket.join([roomOf.session(who.sessionId), roomOf.person(who.personId), roomOf.everybody]);
  }
}

/** Names of the channels a socket listens on. */
export const roomOf = {
  everybody: 'everybody',
  session: (id: string) => `session:${id}`,
  person: (id: string) => `person:${id}`,
  subject: (kind: string, id: string) => `${kind}:${id}`,
} as const;
