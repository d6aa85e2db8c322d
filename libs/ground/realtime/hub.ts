import { Injectable } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Server } from 'socket.io';
import { systemClock, type Audience, type RecordedEvent } from '@plenary/ground/kernel';
import { Metrics, OnEventEverywhere } from '@plenary/ground/server';
import { roomOf, type SocketData } from './handshake.js';

/** What a page hears of an event: its name and subject; it then asks for what it may see. */
export interface EventMessage {
  readonly name: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** However long others take to hear of the event. Milliseconds. */
const readmittedWithin = 300;

/** The sockets of this process: who listens, and how they are told. Knows nothing of texts. */
@Injectable()
@WebSocketGateway()
export class Hub {
  @WebSocketServer()
  readonly server!: Server;
  /** People whose sockets are to come again. */
  private readonly due = new Set<string>();
  private cancel: (() => void) | null = null;

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
    // Those who listen by name were told before: rights are judged, and what was lost is said.
    this.cutDue();
  }

  /**
   * Lets this person's sockets of this process come again, so that they are admitted as who the person is now. What the
   * event took away is said on them before, so that nobody writes on while their line is down; but soon in any case.
   */
  readmit(personId: string): void {
    this.due.add(personId);
    this.cancel ??= systemClock.after(readmittedWithin, () => this.cutDue());
  }

  /** Everybody who has a socket at this process. */
  peopleHere(): string[] {
    const sockets = [...(this.server?.sockets.sockets.values() ?? [])];
    return [...new Set(sockets.map(({ data }) => (data as SocketData).actor.personId))];
  }

  /** As `readmit`, for everybody at this process. */
  readmitAll(): void {
    for (const personId of this.peopleHere()) this.readmit(personId);
  }

  private cutDue(): void {
    this.cancel?.();
    this.cancel = null;
    const here = this.server?.sockets;
    for (const personId of this.due)
      for (const id of here?.adapter.rooms.get(roomOf.person(personId)) ?? [])
        here.sockets.get(id)?.conn.close();
    this.due.clear();
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
