import { statementLimits } from './vocabulary.js';

/** Schemes a link may have. Everything else (`javascript:`, `data:`, `file:` …) is refused (STM-13). */
export const safeLinkSchemes = ['http:', 'https:', 'mailto:'] as const;

/** Characters with which browsers can be talked into another scheme than the one that is read. */
const unsafe = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]/;

/** STM-13: an absolute address with a safe scheme, no white space or control characters, not too long. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length === 0 || href.length > statementLimits.linkLength) return false;
  if (unsafe.test(href)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*:)(.+)$/i.exec(href);
  if (!scheme || !(safeLinkSchemes as readonly string[]).includes(scheme[1]!.toLowerCase())) return false;
  if (scheme[1]!.toLowerCase() === 'mailto:') return /^[^@?]+@[^@?]+(\?.*)?$/.test(scheme[2]!);
  return scheme[2]!.startsWith('//') && URL.canParse(href);
}

/**
 * What a person types as an address, as a safe link, or null: `example.org` becomes `https://example.org`,
 * `a@b.org` becomes `mailto:a@b.org`.
 */
export function linkFromInput(input: string): string | null {
  const text = input.trim();
  if (isSafeLink(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^:/]+\.[^:/]+:\d+/.test(text)) return null;
  const guess = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  return /[^\s]\.[^\s]/.test(text) && isSafeLink(guess) ? guess : null;
}
