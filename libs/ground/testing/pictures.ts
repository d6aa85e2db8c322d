import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** What a picture may say of where, when and by whom it was made; a spec looks for it in what is kept. */
export const telltale = 'GPS 35.88 N 5.32 W';

export type PictureFormat = 'png' | 'jpeg' | 'webp';

/** A real picture, left half red and right half blue, so that it can be told which way up it is. */
export function plainPicture(format: PictureFormat, width = 40, height = 30): Promise<Buffer> {
  const half = { width: Math.ceil(width / 2), height, channels: 3, background: '#e01010' } as const;
  return sharp({ create: { width, height, channels: 3, background: '#1010e0' } })
    .composite([{ input: { create: half }, left: 0, top: 0 }])
    [format](format === 'webp' ? { lossless: true } : {})
    .toBuffer();
}

const u32 = (value: number) =>
  Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

/** As a camera or a program of pictures writes it: EXIF with a place, and everything else that can hold words. */
export async function tellingPicture(format: PictureFormat): Promise<Buffer> {
  const exif = {
    IFD0: { Copyright: telltale, Software: telltale },
    IFD3: { GPSLatitudeRef: 'N', GPSMapDatum: telltale },
  };
  const whole = await sharp(await plainRaw(), { raw: { width: 40, height: 30, channels: 3 } })
    [format]({})
    .withExif(exif)
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${telltale}</x:xmpmeta>`)
    .toBuffer();
  return Buffer.concat([moreOf[format](whole), Buffer.from(`after the end: ${telltale}`)]);
}

const plainRaw = async () => Buffer.alloc(40 * 30 * 3, 0x50);

const moreOf: Readonly<Record<PictureFormat, (whole: Buffer) => Buffer>> = {
  /** Text and time of PNG, after its head. */
  png: (whole) =>
    Buffer.concat([whole.subarray(0, 33), pngChunk('tEXt', `Comment\0${telltale}`), whole.subarray(33)]),
  /** A comment, a maker's notes, and a small copy of what was cut away. */
  jpeg: (whole) => {
    const segments = [0xfe, 0xe1, 0xe4, 0xed].map((marker) => {
      const said = Buffer.from(`${telltale} \xff\xd8 a small copy`, 'latin1');
      return Buffer.concat([Buffer.from([0xff, marker, 0, said.length + 2]), said]);
    });
    return Buffer.concat([whole.subarray(0, 2), ...segments, whole.subarray(2)]);
  },
  /** A chunk that nobody knows. */
  webp: (whole) => {
    const said = Buffer.from(telltale);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(said.length);
    const all = Buffer.concat([whole, Buffer.from('NOTE'), length, said]);
    all.writeUInt32LE(all.length - 8, 4);
    return all;
  },
};

/** A part of a PNG with its checksum. */
export function pngChunk(name: string, data: string | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(data as string)]);
  return Buffer.concat([u32(body.length - 4), body, u32(crc32(body))]);
}
