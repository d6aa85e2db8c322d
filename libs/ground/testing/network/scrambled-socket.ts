import type { Socket } from 'socket.io-client';

interface Packet {
  readonly data?: readonly unknown[];
}

/** How messages of one kind are maltreated on their way out. */
export interface Scrambling {
  /** Messages with this name. */
  readonly name: string;
  /** Longest delay of a message, in milliseconds; each has another, so that later ones overtake. */
  readonly delay: number;
  /** Part of the messages that arrive twice. */
  readonly repeats: number;
  readonly random?: () => number;
}

/**
 * Sends some messages twice and in another order. A line of bytes cannot do that without breaking; a client that is
 * written badly, or one that is wicked, can.
 */
export function scramble(socket: Socket, { name, delay, repeats, random = Math.random }: Scrambling): void {
  const outgoing = socket as unknown as { packet(packet: Packet): void };
  const send = outgoing.packet.bind(socket);
  outgoing.packet = (packet) => {
    if (packet.data?.[0] !== name) return send(packet);
    const later = () => setTimeout(() => socket.connected && send(packet), random() * delay);
    later();
    if (random() < repeats) later();
  };
}
