import { io, type Socket } from 'socket.io-client';
import * as parser from 'socket.io-msgpack-parser';
import { protocolVersion } from '@plenary/ground/realtime/protocol';

export interface SocketWish {
  readonly headers?: Readonly<Record<string, string>>;
  readonly auth?: object;
  readonly transport?: 'websocket' | 'polling';
}

/** A bare socket to the server, to say what an honest client would not. Rejects with the refusal's code. */
export function openSocket(url: string, wish: SocketWish = {}): Promise<Socket> {
  const socket = io(url, {
    parser,
    auth: { protocol: protocolVersion, ...wish.auth },
    extraHeaders: { ...wish.headers },
    transports: [wish.transport ?? 'websocket'],
    reconnection: false,
    forceNew: true,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (reason: Error & { data?: { code: string } }) => {
      socket.close();
      reject(new Error(reason.data?.code ?? 'closed'));
    });
  });
}

/** Resolves when the message arrives; rejects after `within` milliseconds. */
export function heard<Message = unknown>(socket: Socket, name: string, within = 2_000): Promise<Message> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not heard in ${within} ms`)), within);
    socket.once(name, (message: Message) => {
      clearTimeout(timer);
      resolve(message);
    });
  });
}
