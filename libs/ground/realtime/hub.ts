import { Injectable } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import type { Audience, RecordedEvent } from '@plenary/ground/kernel';
import { Metrics, OnEventEverywhere } from '@plenary/ground/server';
import { roomOf, type SocketData } from './handshake.js';

/** What a page hears of an event: its name and subject; it then asks for what it may see. */
export interface EventMessage {
  readonly name: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** The sockets of this process: who listens, and how they are told. Knows nothing of texts. */
@Injectable()
@WebSocketGateway()
export class Hub {
  @WebSocketServer()
  readonly server!: Server;

  constructor(metrics: Metrics) {
    metrics.count('connections', () => this.server?.engine.clientsCount ?? 0);
  }

  /** One message to everybody in a room, encoded once. */
  toRoom(room: string, name: string, message: unknown): void {
    this.server?.to(room).emit(name, message);
  }

  /** Tells each event's audience, as declared beside its definition. */
  @OnEventEverywhere('*')
  tell(event: RecordedEvent): void {
    const message: EventMessage = { name: event.name, subject: event.subject };
    for (const room of roomsFor(event.audience)) this.toRoom(room, 'event', message);
  }

  /**
   * Lets this person's sockets of this process come again, so that they are admitted as who the person is now. At once,
   * also before an event is told: whoever comes again asks for what may have changed.
   */
  readmit(personId: string): void {
    const here = this.server?.sockets;
    for (const id of here?.adapter.rooms.get(roomOf.person(personId)) ?? [])
      here.sockets.get(id)?.conn.close();
  }

  /** Everybody who has a socket at this process. */
  peopleHere(): string[] {
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])];
    return [...new Set(sockets.map(({ data }) => (data as SocketData).actor.personId))];
  }

  /** As `readmit`, for everybody at this process. */
  readmitAll(): void {
    for (const socket of this.server?.sockets.sockets.values() ?? []) socket.conn.close();
  }

  /** A session that ended takes its sockets with it. */
  @OnEventEverywhere('session.ended')
  closeSession(event: RecordedEvent): void {
    this.close(roomOf.session(event.subject.id));
  }

  /** So does a look. */
  @OnEventEverywhere('look.ended')
  closeLook(event: RecordedEvent): void {
    this.close(roomOf.look(event.subject.id));
  }

  private close(room: string): void {
    this.toRoom(room, 'session:ended', {});
    this.server?.in(room).disconnectSockets(true);
  }
}

function roomsFor(audience: Audience): string[] {
  switch (audience.kind) {
    case 'nobody':
      return [];
    case 'coalition':
      return [roomOf.everybody];
    case 'people':
      return audience.personIds.map(roomOf.person);
    case 'subject':
      return [roomOf.subject(audience.subject.kind, audience.subject.id)];
  }
}
