/**
 * The message with its bytes as Buffers: the parser packs those, and no other typed array, as MessagePack's own
 * binary type, which clients in every language read.
 */
export function wireBytes<Message>(message: Message): Message {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return message;
  return Object.fromEntries(
    Object.entries(message).map(([field, value]) => [field, asBuffer(value)]),
  ) as Message;
}

function asBuffer(value: unknown): unknown {
  if (!(value instanceof Uint8Array) || Buffer.isBuffer(value)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
