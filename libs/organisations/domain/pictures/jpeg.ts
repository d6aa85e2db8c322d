import { joined, viewOf, type ReadBare } from './bytes.js';

const [startOfImage, endOfImage, startOfScan, appFirst, appLast] = [0xd8, 0xd9, 0xda, 0xe0, 0xef];
/** Adobe's APP14 says how colours are meant, and nothing else; without it some are drawn wrongly. */
const [adobe, adobeLength] = [0xee, 14];

/** Frames: they say the size. C4, C8 and CC in their row are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isTable = (marker: number) => [0xc4, 0xcc, 0xdb, 0xdc, 0xdd].includes(marker);
/** Within a scan: a byte FF that is data, or a place to begin anew. */
const isInScan = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7);

function isAdobe(segment: Uint8Array): boolean {
  return segment.length === 2 + adobeLength && String.fromCharCode(...segment.subarray(4, 9)) === 'Adobe';
}

/** Segments APP0 to APP15 (EXIF, XMP, maker's notes, small copies) and comments are left out. */
export const bareJpeg: ReadBare = (bytes) => {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let isDrawn = false;
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      // Filling before a marker.
      at++;
      continue;
    }
    if (marker === endOfImage) {
      if (!size || !isDrawn) return null;
      return { ...size, bytes: joined([...parts, bytes.subarray(at, at + 2)]) };
    }
    if (at + 4 > bytes.length) return null;
    const length = view.getUint16(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      if (length < 8 || size) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === startOfScan) {
      if (!size) return null;
      isDrawn = true;
      end = endOfScan(bytes, end);
    }
    const segment = bytes.subarray(at, end);
    const isKept =
      marker >= appFirst && marker <= appLast
        ? marker === adobe && isAdobe(segment)
        : isFrame(marker) || isTable(marker) || marker === startOfScan;
    if (isKept) parts.push(segment);
    at = end;
  }
  return null;
};

/** Where the next marker stands, or the file ends. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] !== 0xff && !isInScan(bytes[at + 1]!)) return at;
  }
  return bytes.length;
}
