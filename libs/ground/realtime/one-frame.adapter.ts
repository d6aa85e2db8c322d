import type { Socket as TcpSocket } from 'node:net';
import { Adapter, type BroadcastOptions } from 'socket.io-adapter';
import * as ws from 'ws';

/** Builds a WebSocket frame; the library's published types leave it out. */
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } };
const frameOptions = { readOnly: false, mask: false, rsv1: false, opcode: 2, fin: true };

interface EncodedOptions {
  readonly preEncoded: true;
  readonly wsPreEncodedFrame?: readonly Buffer[];
}

/** What is used here of a connection as Socket.IO keeps it; its published types leave most of it out. */
interface Connection {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: { readonly readyState: number; readonly _socket: TcpSocket | null };
  };
}

interface Receiver {
  readonly client: {
    readonly conn: Connection;
    writeToEngine(encoded: readonly unknown[], options: EncodedOptions): void;
  };
}

interface Inside {
  readonly nsp: { readonly name: string };
  readonly encoder: { encode(packet: unknown): unknown[] };
  apply(options: BroadcastOptions, callback: (receiver: Receiver) => void): void;
}

/**
 * SYNC-41: a message to a room is encoded once and framed once, and every receiver's connection is handed the same
 * bytes. Where nothing waits before it, the frame goes straight to the connection: in a hall of a thousand, the
 * library's bookkeeping for each receiver costs more than the sending.
 */
export class OneFrameAdapter extends Adapter {
  constructor(namespace: unknown) {
    super(namespace as never);
  }

  override broadcast(packet: object, options: BroadcastOptions): void {
    const inside = this as unknown as Inside;
    const encoded = inside.encoder.encode({ ...packet, nsp: inside.nsp.name });
    const [message] = encoded;
    // Our parser packs each message into one binary frame.
    const frame = encoded.length === 1 && Buffer.isBuffer(message) ? framed(message) : null;
    const encodedOptions: EncodedOptions = {
      preEncoded: true,
      ...(frame ? { wsPreEncodedFrame: [frame] } : {}),
    };
    inside.apply(options, ({ client }) => {
      if (!frame || !sentAtOnce(client.conn, frame)) client.writeToEngine(encoded, encodedOptions);
    });
  }
}

/** In one piece, so that each receiver costs one plain write. */
const framed = (message: Buffer): Buffer => Buffer.concat(Sender.frame(message, frameOptions));

/** False when something waits before it, or when this is no open WebSocket: then the library has to do it, in order. */
function sentAtOnce({ readyState, writeBuffer, transport }: Connection, frame: Buffer): boolean {
  if (readyState !== 'open' || writeBuffer.length > 0 || !transport.writable) return false;
  if (transport.name !== 'websocket' || transport.socket?.readyState !== ws.WebSocket.OPEN) return false;
  const line = transport.socket._socket;
  if (!line?.writable) return false;
  line.write(frame);
  return true;
}
