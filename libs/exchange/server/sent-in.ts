import { failExchange } from '@plenary/exchange/domain';

/** The JSON that somebody sent, of which nothing else is known. Throws `exchange.text-refused`. */
export function sentIn(bytes: Uint8Array | null | undefined): unknown {
  try {
    return JSON.parse(bytes ? Buffer.from(bytes).toString('utf8') : '');
  } catch {
    return failExchange('exchange.text-refused');
  }
}
