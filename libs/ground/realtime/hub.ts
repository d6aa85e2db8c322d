import { Injectable } from '@nestjs/common';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { systemClock, type Actor, type RecordedEvent } from '@plenary/ground/kernel';
import { newsNotices } from '@plenary/ground/realtime/protocol';
import { Metrics, OnEventEverywhere } from '@plenary/ground/server';
import { personBehind, type SocketData } from './handshake.js';
import { roomOf } from './rooms.js';

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
    metrics.count('connections', () => this.connections);
  }

  get connections(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  /** One message to everybody in a room, encoded once. */
  toRoom(room: string, name: string, message: unknown): void {
    this.server?.to(room).emit(name, message);
  }

  /** The same to several; who is in more than one of them hears it once. To none of them, nobody. */
  toRooms(rooms: readonly string[], name: string, message: unknown): void {
    if (rooms.length > 0) this.server?.to([...rooms]).emit(name, message);
  }

  /** The sockets of this process that are in one of these rooms. */
  socketsIn(rooms: readonly string[]): Socket[] {
    const here = this.server?.sockets;
    const ids = new Set(rooms.flatMap((room) => [...(here?.adapter.rooms.get(room) ?? [])]));
    return [...ids].flatMap((id) => here?.sockets.get(id) ?? []);
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
    return [...new Set(this.socketsHere().map(personBehind))];
  }

  /** As whom the sockets of this process were admitted, each. */
  actorsHere(): Actor[] {
    return this.socketsHere().map(({ data }) => (data as SocketData).actor);
  }

  private socketsHere(): Socket[] {
    return [...(this.server?.sockets.sockets.values() ?? [])];
  }

  /** Those who are to come again do so now: rights are judged, and what was lost is said. */
  cutDue(): void {
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

  /** So does an impersonation. */
  @OnEventEverywhere('look.ended')
  closeImpersonation(event: RecordedEvent): void {
    this.close(roomOf.look(event.subject.id));
  }

  private close(room: string): void {
    this.toRoom(room, newsNotices.ended, {});
    this.server?.in(room).disconnectSockets(true);
  }
}
