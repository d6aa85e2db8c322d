/**
 * Bytes as the parser packs them into MessagePack's own binary type: it knows Buffer in Node and ArrayBuffer in
 * browsers, and would pack any other typed array as something that other languages do not read.
 */
export function toWire(bytes: Uint8Array): Uint8Array | ArrayBuffer {
  if (typeof Buffer !== 'undefined') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.slice().buffer;
}

/** Bytes as they came: a Buffer in Node, an ArrayBuffer in browsers. */
export function fromWire(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return new Uint8Array(value as ArrayBuffer);
}
