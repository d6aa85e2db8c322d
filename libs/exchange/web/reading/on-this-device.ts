import { failExchange, importLimits } from '@plenary/exchange/domain';
import { DomainError } from '@plenary/ground/kernel';
import { ApiError } from '@plenary/ground/web';

/** The screen has its turn. */
export const pause = (): Promise<void> => new Promise((turn) => setTimeout(turn));

/** Throws `exchange.file-too-large` before it is read. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const { bytes: most } = importLimits;
  if (file.size > most) failExchange('exchange.file-too-large', { most: most / 1_000_000 });
  return new Uint8Array(await file.arrayBuffer());
}

/** What a file is refused for has a sentence like a refusal of the server's. */
export async function asRefusal<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read();
  } catch (reason) {
    if (reason instanceof DomainError) throw new ApiError(reason.code, reason.status, reason.params);
    throw reason;
  }
}
