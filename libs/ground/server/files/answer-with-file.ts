import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { pictureTypes } from './content/picture.js';
import type { ByteRange } from './store/file-store.js';

/** A file that goes to somebody who may have it. */
export interface SentFile {
  readonly type: string;
  /** Length. */
  readonly bytes: number;
  /** As it is offered for saving. */
  readonly name: string | null;
  /** Names these bytes and no others. */
  readonly etag: string;
  /** `for-good`: by anybody on the way, since an address stands for the same bytes for ever. `not`: nowhere. */
  readonly kept: 'for-good' | 'not';
  open(range?: ByteRange): Promise<Readable>;
}

/** Opened by itself it is no page of ours: it runs nothing, asks for nothing, and stands in no frame. */
const ownPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/**
 * The one way in which a file is sent. Nothing of it runs: a browser saves it and does not guess what it is. Shown at its
 * address are pictures alone, all of whose bytes we wrote. A cut line goes on where it was cut (`Range`); a text is sent
 * compressed instead, and whole.
 */
export async function answerWithFile(request: Request, response: Response, file: SentFile): Promise<void> {
  setHeaders(response, file);
  if (request.fresh) return void response.status(304).end();
  const range = isText(file) ? null : wantedRange(request, file);
  if (range === 'none') {
    return void response.status(416).setHeader('Content-Range', `bytes */${file.bytes}`).end();
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (range) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${file.bytes}`);
  if (request.method === 'HEAD') return void response.end();
  const stream = await file.open(range ?? undefined);
  // Whoever went away needs no answer.
  await pipeline(stream, response).catch(() => response.destroy());
}

const isText = ({ type }: SentFile): boolean => type.startsWith('text/');

function setHeaders(response: Response, file: SentFile): void {
  const { type, name, etag, kept } = file;
  const isShown = pictureTypes.includes(type);
  // Names in two spellings, as RFC 6266 has it: old programs read letters of English alone.
  if (isShown) response.setHeader('Content-Disposition', 'inline');
  else response.attachment(name ?? 'file');
  response.setHeader('Content-Type', isText(file) ? `${type}; charset=utf-8` : type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', ownPolicy);
  response.setHeader('Accept-Ranges', isText(file) ? 'none' : 'bytes');
  response.setHeader('ETag', isText(file) ? `W/"${etag}"` : `"${etag}"`);
  const cache = kept === 'for-good' ? 'public, max-age=31536000, immutable' : 'no-store';
  response.setHeader('Cache-Control', cache);
}

/** One part, of these very bytes; `none` where it lies outside. Whoever asks for several gets all. */
function wantedRange(request: Request, { bytes, etag }: SentFile): ByteRange | 'none' | null {
  const onlyIf = request.headers['if-range'];
  if (onlyIf !== undefined && onlyIf !== `"${etag}"`) return null;
  const ranges = request.range(bytes, { combine: true });
  if (ranges === -1) return 'none';
  const [range, ...more] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : [];
  return range && more.length === 0 ? range : null;
}
