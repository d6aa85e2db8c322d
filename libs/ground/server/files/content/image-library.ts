import type sharp from 'sharp';

type Library = typeof sharp;

/** What reads a picture. All other readers of the library (SVG, PDF, RAW and more) stay shut, whatever bytes say. */
const readers = ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'];

let opened: Promise<Library> | null = null;
let before: Promise<unknown> = Promise.resolve();

/** Loaded at the first picture: a start, and a process that meets none, need not carry its code. */
async function open(): Promise<Library> {
  const { default: library } = await import('sharp');
  library.cache(false);
  library.concurrency(1);
  library.block({ operation: ['VipsForeignLoad'] });
  library.unblock({ operation: readers });
  return library;
}

/**
 * One picture at a time in a process: unfolded, each may take 64 MB, and whoever sends many at once must not take the
 * memory and the threads of all others.
 */
export function withImageLibrary<Result>(work: (library: Library) => Promise<Result>): Promise<Result> {
  opened ??= open();
  const found = opened;
  const result = before.then(async () => work(await found));
  before = result.catch(() => undefined);
  return result;
}
