import type sharp from 'sharp';
import { failFile } from '../files.errors.js';
import type { Content, ContentRule } from './content.js';
import { withImageLibrary } from './image-library.js';

export interface PictureLimits {
  /** Of what is sent. */
  readonly mostBytes: number;
  /** Pixels on each side of what is sent: a small file can unfold to one that fills a machine's memory. */
  readonly mostSide: number;
  /** Pixels on each side, and bytes, of what is kept: a larger one is made smaller. */
  readonly side: number;
  readonly bytes: number;
}

type Picture = ReturnType<typeof sharp>;
type Format = 'png' | 'jpeg' | 'webp';

/** The pixels are written anew, so that nothing else of the file comes along. Kept sharp, since logos hold words. */
const writers: Readonly<Record<Format, (picture: Picture) => Picture>> = {
  png: (picture) => picture.png({ compressionLevel: 9 }),
  jpeg: (picture) => picture.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }),
  webp: (picture) => picture.webp({ quality: 90, smartSubsample: true }),
};

/** Media types of pictures that are kept; a browser may show them, since we wrote every byte of them. */
export const pictureTypes: readonly string[] = Object.keys(writers).map((format) => `image/${format}`);

/** By how much a picture is made smaller until it fits. */
const step = 0.7;

/**
 * A PNG, JPEG or WebP, decoded and written anew: upright, still, in the colours of screens, without what says where,
 * when, by whom and with what it was made. Whatever cannot be decoded to its end is none.
 */
export function picture(limits: PictureLimits): ContentRule {
  return {
    mostBytes: limits.mostBytes,
    tooLarge: () => failFile('picture.too-large', { most: limits.mostBytes / 1_000 }),
    check: (bytes) => withImageLibrary((library) => drawnAnew(library, bytes, limits)),
  };
}

async function drawnAnew(library: typeof sharp, bytes: Buffer, limits: PictureLimits): Promise<Content> {
  // Read without limits, since a header is small; nothing is unfolded before its size was judged.
  const { format, width, height } = await understood(() =>
    library(bytes, { limitInputPixels: false }).metadata(),
  );
  if (!isFormat(format)) return failFile('picture.not-a-picture');
  if (Math.max(width, height) > limits.mostSide) failFile('picture.too-wide', { most: limits.mostSide });
  for (let { side } = limits; ; side = Math.ceil(side * step)) {
    const drawn = await understood(() => {
      const opened = library(bytes, {
        ...{ failOn: 'error', autoOrient: true, pages: 1, limitInputPixels: limits.mostSide ** 2 },
      } as const);
      const fitted = opened
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb');
      return writers[format](fitted).toBuffer();
    });
    if (drawn.length <= limits.bytes || side === 1) return { type: `image/${format}`, bytes: drawn };
  }
}

const isFormat = (format: string): format is Format => Object.hasOwn(writers, format);

/** What the library says of a file is for its makers; it may repeat what the file holds. */
async function understood<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch {
    return failFile('picture.not-a-picture');
  }
}
