import type { Socket } from 'socket.io';
import { systemClock, TokenBucket } from '@plenary/ground/kernel';
import { newsLimits, type Followed } from '@plenary/ground/realtime/protocol';
import { failGround } from '@plenary/ground/server';
import { roomOf } from '../rooms.js';

/** What one socket shows, and how often it may say so. */
interface Follows {
  readonly rooms: Set<string>;
  readonly messages: TokenBucket;
}

const kept = new WeakMap<Socket, Follows>();

/**
 * Following says what a screen shows and asks for nothing: there is nothing in it to judge, and no answer tells what
 * there is. Whether somebody hears is judged for each piece of news, from rights as they are then.
 *
 * @returns whether this is the first word of this socket.
 */
export async function follow(socket: Socket, subjects: readonly Followed[]): Promise<boolean> {
  const isFirst = !kept.has(socket);
  const { rooms } = takeMessage(socket);
  const wanted = subjects.map(roomFor).filter((room) => !rooms.has(room));
  if (rooms.size + new Set(wanted).size > newsLimits.subjectsPerSocket) {
    failGround('request.too-large', { most: newsLimits.subjectsPerSocket });
  }
  wanted.forEach((room) => rooms.add(room));
  await socket.join(wanted);
  return isFirst;
}

export async function unfollow(socket: Socket, subjects: readonly Followed[]): Promise<void> {
  const { rooms } = takeMessage(socket);
  for (const room of subjects.map(roomFor)) {
    // Only what was followed is left: other channels have other names, and none of them can be named here.
    if (rooms.delete(room)) await socket.leave(room);
  }
}

function takeMessage(socket: Socket): Follows {
  const { messagesPerSecond, messageBurst } = newsLimits;
  const follows = kept.get(socket) ?? {
    rooms: new Set(),
    messages: new TokenBucket(messagesPerSecond, messageBurst, systemClock),
  };
  kept.set(socket, follows);
  const taken = follows.messages.take();
  if (!taken.ok) failGround('request.rate-limited', { retryAfterMs: taken.retryAfterMs });
  return follows;
}

const roomFor = ({ kind, id }: Followed): string =>
  id === undefined ? roomOf.kind(kind) : roomOf.subject(kind, id);
