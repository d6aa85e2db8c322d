declare const brand: unique symbol;

/** A string that may only be used where this kind of id is asked for. */
export type Id<Kind extends string> = string & { readonly [brand]?: Kind };

export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type SessionId = Id<'session'>;
export type CommandId = Id<'command'>;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A new UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then randomness, so that rows written
 * together lie together in an index. Works in browsers and in Node ≥ 20.
 */
export function newId<Kind extends string>(now: number = Date.now()): Id<Kind> {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => HEX[byte]!).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
