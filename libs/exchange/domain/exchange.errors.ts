import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const exchangeErrors = {
  /** More of one statement than goes out as one file. */
  'exchange.too-long': { status: 422 },
  /** Too many files are being made at this moment. */
  'exchange.busy': { status: 503 },
} as const;

/** The one way in which this room refuses. */
export const failExchange = errorThrower(exchangeErrors);
