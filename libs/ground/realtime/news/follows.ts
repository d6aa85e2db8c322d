import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { systemClock, TokenBucket } from '@plenary/ground/kernel';
import { newsLimits, type Followed } from '@plenary/ground/realtime/protocol';
import { failGround } from '@plenary/ground/server';
import type { SocketData } from '../handshake.js';
import { roomOf } from '../rooms.js';

const { messagesPerSecond, messageBurst, subjectsPerSocket } = newsLimits;
/** Milliseconds after which a bucket is full again, and may be forgotten. */
const fullAfter = (messageBurst / messagesPerSecond) * 1_000;

/**
 * What each socket shows, and how often a person may say so. Following asks for nothing: there is nothing in it to judge,
 * and no answer tells what there is. Whether somebody hears is judged for each piece of news, from rights as they are
 * then.
 */
@Injectable()
export class Follows {
  private readonly rooms = new WeakMap<Socket, Set<string>>();
  private readonly messages = new Map<string, { readonly bucket: TokenBucket; usedAt: number }>();

  /** @returns whether this is the first word of this socket. */
  async follow(socket: Socket, subjects: readonly Followed[]): Promise<boolean> {
    this.takeMessage(socket);
    const known = this.rooms.get(socket);
    const rooms = known ?? new Set();
    const wanted = subjects.map(roomFor).filter((room) => !rooms.has(room));
    if (rooms.size + new Set(wanted).size > subjectsPerSocket) {
      failGround('request.too-large', { most: subjectsPerSocket });
    }
    wanted.forEach((room) => rooms.add(room));
    this.rooms.set(socket, rooms);
    await socket.join(wanted);
    return known === undefined;
  }

  async unfollow(socket: Socket, subjects: readonly Followed[]): Promise<void> {
    this.takeMessage(socket);
    for (const room of subjects.map(roomFor)) {
      // Only what was followed is left: other channels have other names, and none of them can be named here.
      if (this.rooms.get(socket)?.delete(room)) await socket.leave(room);
    }
  }

  /** SYNC-14, as for texts: counted by person, with however many sockets. */
  private takeMessage(socket: Socket): void {
    const { personId, seenBy } = (socket.data as SocketData).actor;
    const known = this.messages.get(seenBy ?? personId);
    const now = systemClock.now();
    if (!known) {
      for (const [id, { usedAt }] of this.messages) if (usedAt < now - fullAfter) this.messages.delete(id);
    }
    const bucket = known?.bucket ?? new TokenBucket(messagesPerSecond, messageBurst, systemClock);
    this.messages.set(seenBy ?? personId, { bucket, usedAt: now });
    const taken = bucket.take();
    if (!taken.ok) failGround('request.rate-limited', { retryAfterMs: taken.retryAfterMs });
  }
}

const roomFor = ({ kind, id }: Followed): string =>
  id === undefined ? roomOf.kind(kind) : roomOf.subject(kind, id);
