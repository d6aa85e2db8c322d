import { withoutUnseen } from '@plenary/ground/kernel';

/** No database keeps a NUL or half a sign (a surrogate alone) as text: what holds one is refused at the door. */
export const isWholeText = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** Of a socket: programs on Node pack a plain Uint8Array so that it arrives as ArrayBuffer, browsers as Buffer. */
const isBinary = (value: object): boolean => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

/** What reads a body further in calls itself for each level, and would run out of them. */
const deepest = 40;

/**
 * The outermost field that holds a text, as name or as value, that is not whole, or that is nested too deeply; null
 * when there is none.
 */
export function brokenTextIn(value: unknown): string | null {
  const waiting: { path: string; value: unknown; depth: number }[] = [{ path: '', value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > deepest) return next.path;
    if (typeof next.value === 'string' && !isWholeText(next.value)) return next.path;
    if (typeof next.value !== 'object' || next.value === null || isBinary(next.value)) continue;
    for (const [name, inner] of Object.entries(next.value)) {
      if (!isWholeText(name)) return next.path;
      const path = next.path === '' ? name.slice(0, 80) : next.path;
      waiting.push({ path, value: inner, depth: next.depth + 1 });
    }
  }
  return null;
}

/** Secrets are taken as they were chosen. */
const secret = /password/i;

/** The same with its texts cleaned of what nobody sees; its depth has been judged. */
export function withoutUnseenIn(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnseen(value);
  if (typeof value !== 'object' || value === null || isBinary(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUnseenIn);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, secret.test(name) ? inner : withoutUnseenIn(inner)]),
  );
}
