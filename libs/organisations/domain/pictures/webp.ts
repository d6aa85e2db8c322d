import { joined, nameAt, viewOf, type ReadBare } from './bytes.js';

/** What is needed to draw it, moving ones included; no EXIF, no XMP, no profile of a device. */
const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF']);
const inFrame = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** Of the flags in VP8X: a profile, EXIF and XMP are there. */
const metadataFlags = 0x20 | 0x08 | 0x04;
/** A chunk's name and length; a frame's place and time before its own chunks. */
const [headLength, frameHead] = [8, 16];

interface Size {
  readonly width: number;
  readonly height: number;
}

export const bareWebp: ReadBare = (bytes) => {
  if (bytes.length < 12 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return null;
  const end = headLength + viewOf(bytes).getUint32(4, true);
  if (end > bytes.length) return null;
  const sizes: Size[] = [];
  const parts = chunksOf(bytes.subarray(12, end), kept, sizes);
  const isDrawn = parts?.some((part) => ['VP8 ', 'VP8L', 'ANMF'].includes(nameAt(part, 0)));
  if (!parts || !isDrawn || sizes.length === 0) return null;
  const body = joined([new TextEncoder().encode('WEBP'), ...parts]);
  const head = new Uint8Array(headLength);
  head.set(new TextEncoder().encode('RIFF'));
  viewOf(head).setUint32(4, body.length, true);
  const most = (of: (size: Size) => number) => Math.max(...sizes.map(of));
  return {
    width: most(({ width }) => width),
    height: most(({ height }) => height),
    bytes: joined([head, body]),
  };
};

/** Those of `names`, each filled up to an even length; null where one is not whole. Notes what they say of the size. */
function chunksOf(bytes: Uint8Array, names: ReadonlySet<string>, sizes: Size[]): Uint8Array[] | null {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + headLength > bytes.length) return null;
    const name = nameAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const next = at + headLength + length + (length % 2);
    // Some writers leave out the last filling.
    if (next > bytes.length + (length % 2)) return null;
    if (names.has(name)) {
      const data = bytes.subarray(at + headLength, at + headLength + length);
      const bare = name === 'ANMF' ? bareFrame(data, sizes) : name === 'VP8X' ? bareHeader(data) : data;
      const size = bare && sizeIn(name, bare);
      if (!bare || size === null) return null;
      if (size) sizes.push(size);
      parts.push(chunk(name, bare));
    }
    at = next;
  }
  return parts;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(headLength + data.length + (data.length % 2));
  whole.set(new TextEncoder().encode(name));
  viewOf(whole).setUint32(4, data.length, true);
  whole.set(data, headLength);
  return whole;
}

function bareHeader(data: Uint8Array): Uint8Array {
  const header = data.slice();
  if (header.length > 0) header[0]! &= ~metadataFlags;
  return header;
}

function bareFrame(data: Uint8Array, sizes: Size[]): Uint8Array | null {
  if (data.length < frameHead) return null;
  const inside = chunksOf(data.subarray(frameHead), inFrame, sizes);
  return inside && joined([data.subarray(0, frameHead), ...inside]);
}

/** Null for a part that should say the size and does not; undefined for one that says none. */
function sizeIn(name: string, data: Uint8Array): Size | null | undefined {
  const view = viewOf(data);
  const of24 = (at: number) => view.getUint16(at, true) + (data[at + 2]! << 16);
  switch (name) {
    case 'VP8X':
      return data.length < 10 ? null : { width: of24(4) + 1, height: of24(7) + 1 };
    case 'VP8 ': {
      const isKey = data.length >= 10 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a;
      if (!isKey) return null;
      return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
    }
    case 'VP8L': {
      if (data.length < 5 || data[0] !== 0x2f) return null;
      const bits = view.getUint32(1, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    default:
      return undefined;
  }
}
