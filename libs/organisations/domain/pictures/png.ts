import { joined, nameAt, viewOf, type ReadBare } from './bytes.js';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What is needed to draw it, moving ones (APNG) included; no text, no time, no EXIF, no profile of a device. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);
/** A chunk's length, name and checksum. */
const around = 12;

export const barePng: ReadBare = (bytes) => {
  if (!signature.every((byte, at) => bytes[at] === byte)) return null;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, signature.length)];
  let size: { width: number; height: number } | null = null;
  let isDrawn = false;
  for (let at = signature.length; at + around <= bytes.length;) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const end = at + around + length;
    if (end > bytes.length) return null;
    // The first chunk says the size.
    if ((name === 'IHDR') !== (size === null)) return null;
    if (name === 'IHDR') {
      if (length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (name === 'IDAT') isDrawn = true;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return size && isDrawn ? { ...size, bytes: joined(parts) } : null;
    at = end;
  }
  return null;
};
