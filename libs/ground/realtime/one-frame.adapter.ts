import { Adapter } from 'socket.io-adapter';
import * as ws from 'ws';

interface PacketOptions {
  wsPreEncodedFrame?: readonly Buffer[];
}

/** Builds a WebSocket frame; the library's published types leave it out. */
const { Sender } = ws as unknown as { Sender: { frame(data: Buffer, options: object): Buffer[] } };

type Encode = (packet: unknown, options: PacketOptions) => unknown[];

/**
 * SYNC-41: a message to a room is encoded once and framed once; every receiver's WebSocket is handed the same
 * bytes. Socket.IO does this for text frames only, and our parser packs each message into one binary frame.
 */
export class OneFrameAdapter extends Adapter {
  constructor(namespace: unknown) {
    super(namespace as never);
    // The method is private in the published types, so it is replaced on the object and not overridden.
    const own = this as unknown as { _encode: Encode };
    const encode = own._encode.bind(this);
    own._encode = (packet, options) => framed(encode(packet, options), options);
  }
}

function framed(encoded: unknown[], options: PacketOptions): unknown[] {
  const [message] = encoded;
  if (encoded.length === 1 && Buffer.isBuffer(message)) {
    options.wsPreEncodedFrame = Sender.frame(message, {
      readOnly: false,
      mask: false,
      rsv1: false,
      opcode: 2,
      fin: true,
    });
  }
  return encoded;
}
