import type { Socket } from 'socket.io';
import type { Peer } from '@plenary/ground/collab/engine';
import type { Actor } from '@plenary/ground/kernel';
import type { SocketData } from '@plenary/ground/realtime';
import type { Participant } from '@plenary/ground/server';
import { documentRoom } from './collab.service.js';
import { wireBytes } from './wire-bytes.js';

/** What is used here of a connection; the library's published types leave it out. */
interface Connection {
  readonly writeBuffer: readonly { readonly data?: { readonly length: number } }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount: number; terminate(): void } };
}

/** A socket, as the text engine sees it. */
export class SocketPeer implements Peer {
  readonly id: string;
  readonly actor: Actor;

  constructor(
    private readonly socket: Socket,
    private readonly participant: Participant,
  ) {
    this.id = socket.id;
    this.actor = (socket.data as SocketData).actor;
  }

  get name(): string {
    return this.participant.displayName;
  }

  get organisation(): string | null {
    return this.participant.organisation?.name ?? null;
  }

  send(name: string, message: unknown): void {
    this.socket.emit(name, wireBytes(message));
  }

  backlog(): number {
    const { transport, writeBuffer } = this.connection;
    const inTheLine = transport.socket?.bufferedAmount ?? 0;
    return writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), inTheLine);
  }

  drop(): void {
    const { transport } = this.connection;
    // A stuck line does not let a farewell through either.
    if (transport.socket) transport.socket.terminate();
    else this.socket.disconnect(true);
  }

  private get connection(): Connection {
    return this.socket.conn as unknown as Connection;
  }

  enter(document: string): void | Promise<void> {
    return this.socket.join(documentRoom(document));
  }

  exit(document: string): void | Promise<void> {
    return this.socket.leave(documentRoom(document));
  }
}
