import { UseFilters } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import {
  requests,
  type JoinAnswer,
  type PushAnswer,
  type VerifyAnswer,
} from '@plenary/ground/collab/protocol';
import type { SocketData } from '@plenary/ground/realtime';
import { ErrorFilter, Needs, Participants } from '@plenary/ground/server';
import { CollabService } from './collab.service.js';
import { documentPermissions } from './documents.permissions.js';
import { readCursor, readJoin, readLeave, readPush, readVerify } from './message-shapes.js';
import { SocketPeer } from './socket-peer.js';
import { wireBytes } from './wire-bytes.js';

/**
 * The text road's door: shape in, engine call, acknowledgement out. What a person may do with a document is judged
 * by the engine at every message; the door itself asks for a known person. Nest's global filters do not reach
 * gateways, so the one that answers refusals through the acknowledgement is named here.
 */
@UseFilters(ErrorFilter)
@WebSocketGateway()
export class CollabGateway {
  constructor(
    private readonly collab: CollabService,
    private readonly participants: Participants,
  ) {}

  @SubscribeMessage(requests.join)
  @Needs('signed-in', documentPermissions.read)
  async join(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<JoinAnswer> {
    const request = readJoin(message);
    await this.seat(socket);
    return wireBytes(await this.collab.engine.join(socket.id, request));
  }

  @SubscribeMessage(requests.push)
  @Needs('write', documentPermissions.write)
  push(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<PushAnswer> {
    return this.collab.engine.push(socket.id, readPush(message));
  }

  @SubscribeMessage(requests.leave)
  @Needs('signed-in', documentPermissions.read)
  leave(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Record<string, never> {
    this.collab.engine.leave(socket.id, readLeave(message).document);
    return {};
  }

  @SubscribeMessage(requests.cursor)
  @Needs('signed-in', documentPermissions.read)
  async moveCursor(
    @ConnectedSocket() socket: Socket,
    @MessageBody() message: unknown,
  ): Promise<Record<string, never>> {
    await this.collab.engine.moveCursor(socket.id, readCursor(message));
    return {};
  }

  @SubscribeMessage(requests.verify)
  @Needs('signed-in', documentPermissions.read)
  verify(@ConnectedSocket() socket: Socket, @MessageBody() message: unknown): Promise<VerifyAnswer> {
    return this.collab.engine.verify(socket.id, readVerify(message));
  }

  /** Gives the socket its place in the engine when it first asks for a document. */
  private async seat(socket: Socket): Promise<void> {
    const data = socket.data as SocketData & { seated?: Promise<void> | undefined };
    data.seated ??= this.participants.of(data.actor.personId).then((participant) => {
      this.collab.engine.connect(
        new SocketPeer(socket, participant ?? { displayName: '', organisation: null }),
      );
      socket.once('disconnect', () => this.collab.engine.disconnect(socket.id));
      if (socket.disconnected) this.collab.engine.disconnect(socket.id);
    });
    try {
      await data.seated;
    } catch (reason) {
      // The database was away; the next attempt asks again.
      data.seated = undefined;
      throw reason;
    }
  }
}
