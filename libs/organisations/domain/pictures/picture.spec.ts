import fc from 'fast-check';
import { joined } from './bytes.js';
import { barePicture } from './picture.js';

const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  joined(
    parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part))),
  );
const u32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const u32le = (value: number) => u32(value).reverse();
const marker = 'GPS 35.88 N 5.32 W';
const saysWhere = (file: Uint8Array) => new TextDecoder('latin1').decode(file).includes('GPS');

const pngChunk = (name: string, data: Uint8Array) => bytes(u32(data.length), name, data, [1, 2, 3, 4]);
const png = (width: number, height: number, ...more: Uint8Array[]) =>
  bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', bytes(u32(width), u32(height), [8, 6, 0, 0, 0])),
    ...more,
    pngChunk('IDAT', bytes([9, 9, 9])),
    pngChunk('IEND', bytes()),
  );
const texts = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'iCCP', 'vnDr'].map((name) =>
  pngChunk(name, bytes(marker)),
);

const segment = (type: number, data: Uint8Array) =>
  bytes([0xff, type, (data.length + 2) >> 8, (data.length + 2) & 255], data);
const adobe = segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1]));
const jpeg = (width: number, height: number, ...more: Uint8Array[]) =>
  bytes(
    [0xff, 0xd8],
    ...more,
    segment(0xdb, bytes([7, 7])),
    segment(0xc0, bytes([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [5, 0xff, 0, 6, 0xff, 0xd3, 7],
    segment(0xc4, bytes([3])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    [8, 0xff, 0xff, 0xd9],
  );
const segments = [...Array.from({ length: 16 }, (_, n) => 0xe0 + n), 0xfe].map((type) =>
  segment(type, bytes(marker)),
);

const webpChunk = (name: string, data: Uint8Array) =>
  bytes(name, u32le(data.length), data, data.length % 2 ? [0] : []);
const webp = (...chunks: Uint8Array[]) => {
  const body = bytes('WEBP', ...chunks);
  return bytes('RIFF', u32le(body.length), body);
};
const vp8 = webpChunk('VP8 ', bytes([0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 5]));
const vp8l = webpChunk('VP8L', bytes([0x2f], u32le((39 | (29 << 14)) >>> 0)));
const vp8x = (flags: number) => webpChunk('VP8X', bytes([flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]));
const notes = ['EXIF', 'XMP ', 'ICCP', 'ABCD'].map((name) => webpChunk(name, bytes(marker)));
const frame = (...inside: Uint8Array[]) => webpChunk('ANMF', bytes(Array(16).fill(0) as number[], ...inside));

describe('ORG-23 a logo', () => {
  it.each([
    ['PNG', png(40, 30, ...texts), png(40, 30), 'image/png'],
    ['PNG with something after its end', bytes(png(40, 30), marker), png(40, 30), 'image/png'],
    ['JPEG', jpeg(40, 30, adobe, ...segments), jpeg(40, 30, adobe), 'image/jpeg'],
    ['JPEG with something after its end', bytes(jpeg(40, 30), marker), jpeg(40, 30), 'image/jpeg'],
    ['WebP', webp(vp8x(0xff), vp8, ...notes), webp(vp8x(0xff & ~0x2c), vp8), 'image/webp'],
    ['WebP without loss', bytes(webp(vp8l, ...notes), marker), webp(vp8l), 'image/webp'],
    ['moving WebP', webp(vp8x(2), frame(vp8, ...notes), ...notes), webp(vp8x(2), frame(vp8)), 'image/webp'],
  ])('as %s says nothing of where and when it was made, and is the same picture', (_, given, bare, type) => {
    expect(saysWhere(given)).toBe(true);
    const found = barePicture(given);
    expect(found).toMatchObject({ type, width: 40, height: 30 });
    expect(Buffer.from(found!.bytes)).toEqual(Buffer.from(bare));
    // Bare already, it stays as it is.
    expect(Buffer.from(barePicture(bare)!.bytes)).toEqual(Buffer.from(bare));
  });

  it('is as large as it says, and no smaller for what is inside', () => {
    expect(barePicture(png(70_000, 1))).toMatchObject({ width: 70_000, height: 1 });
    expect(barePicture(jpeg(5_000, 6_000))).toMatchObject({ width: 5_000, height: 6_000 });
    const large = webpChunk('VP8 ', bytes([0, 0, 0, 0x9d, 1, 0x2a, 0, 0x20, 30, 0]));
    expect(barePicture(webp(vp8x(0), large))).toMatchObject({ width: 0x2000, height: 30 });
  });

  it('is a whole picture: half of one is refused', () => {
    for (const whole of [png(40, 30), jpeg(40, 30), webp(vp8x(2), frame(vp8))]) {
      for (let length = 0; length < whole.length; length++) {
        expect(barePicture(whole.subarray(0, length))).toBeNull();
      }
    }
    expect(barePicture(bytes('<svg onload=alert(1)>'))).toBeNull();
  });

  it('ends and never throws, whatever is sent, and says nothing that it should not', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...texts, ...segments, ...notes, vp8, vp8l, vp8x(0xff), adobe),
        fc.uint8Array({ maxLength: 30 }),
      ),
      { maxLength: 8 },
    );
    const begin = fc.constantFrom(
      png(1, 1).subarray(0, 33),
      jpeg(1, 1).subarray(0, 2),
      webp(vp8).subarray(0, 12),
    );
    fc.assert(
      fc.property(begin, pieces, fc.nat({ max: 400 }), (first, more, cut) => {
        const found = barePicture(
          bytes(first, ...more, png(1, 1).subarray(33), [0xff, 0xd9]).subarray(0, cut),
        );
        return found === null || found.bytes.length <= 460;
      }),
      { numRuns: 500 },
    );
    const broken = fc.tuple(
      fc.constantFrom(png(40, 30, ...texts), jpeg(40, 30, ...segments), webp(vp8x(0xff), vp8, ...notes)),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(broken, ([whole, changes]) => {
        const copy = whole.slice();
        for (const [at, value] of changes) copy[at % copy.length] = value;
        const found = barePicture(copy);
        return found === null || found.width >= 0;
      }),
      { numRuns: 500 },
    );
  });
});
