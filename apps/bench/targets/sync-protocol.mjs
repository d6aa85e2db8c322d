/** The wire of y-websocket and Hocuspocus: y-protocols' sync messages over a WebSocket. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';

const sync = 0;
const [step1, step2, update] = [0, 1, 2];
/** Nothing is known: no clients. */
const nothing = new Uint8Array([0]);
/** A Yjs update without structs and deletions. */
const emptyUpdate = new Uint8Array([0, 0]);

/** `prefix` is the document's name in each message, for Hocuspocus. */
export function connectBySync({ url, prefix, hello, onUpdate, onLost }) {
  return new Promise((ready, failed) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    const message = (kind, bytes) => {
      const encoder = encoding.createEncoder();
      if (prefix !== undefined) encoding.writeVarString(encoder, prefix);
      encoding.writeVarUint(encoder, sync);
      encoding.writeVarUint(encoder, kind);
      encoding.writeVarUint8Array(encoder, bytes);
      return encoding.toUint8Array(encoder);
    };
    const client = {
      clientId: null,
      send: (bytes) => socket.send(message(update, bytes)),
      close: () => socket.close(),
    };
    socket.once('error', failed);
    socket.on('close', () => onLost?.());
    socket.on('open', () => {
      hello?.(socket);
      socket.send(message(step1, nothing));
    });
    socket.on('message', (data) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (prefix !== undefined) decoding.readVarString(decoder);
      // Hocuspocus answers with kind 4 what is kind 0 elsewhere.
      const type = decoding.readVarUint(decoder);
      if (type !== sync && type !== 4) return;
      const kind = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (kind === step1) socket.send(message(step2, emptyUpdate));
      else {
        onUpdate(bytes, kind === step2);
        if (kind === step2) ready(client);
      }
    });
  });
}
