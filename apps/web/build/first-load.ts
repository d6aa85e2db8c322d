import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The promise: scripts and styles of a first visit, compressed, before the editor. */
export const firstLoadLimit = 200 * 1024;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/**
 * Files that a first visit to the home page fetches: the entry, what it imports, one language, and the page itself.
 * `manifest` is the build's own list of who imports whom.
 */
export function firstLoadFiles(manifest: Readonly<Record<string, Chunk>>): readonly string[] {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  const wanted = Object.keys(manifest).filter(
    (key) =>
      manifest[key]!.isEntry ||
      /home\/HomePage\.tsx$/.test(key) ||
      /\/(messages\/en|i18n\/en\/\w+)\.json$/.test(key),
  );
  wanted.forEach(visit);
  return [...files];
}

/** Bytes that travel for these files when the server compresses them. */
export function compressedSize(folder: string, files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 6 }).length,
    0,
  );
}
