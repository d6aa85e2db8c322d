import { errorThrower } from '@plenary/ground/kernel';

/** Each code has a sentence in every language: web/messages. */
export const exchangeErrors = {
  /** More of one statement than goes out as one file. */
  'exchange.too-long': { status: 422 },
  /** Too many files are being made at this moment. */
  'exchange.busy': { status: 503 },
  'exchange.file-too-large': { status: 413 },
  /** Cut off, damaged, or no such file in spite of how it begins. */
  'exchange.file-broken': { status: 422 },
  /** Of a kind that is not read. */
  'exchange.file-unknown': { status: 415 },
  /** Becomes too much when it is unfolded: too large, too deep, too many parts, or too slow. */
  'exchange.file-unfolds': { status: 422 },
  /** Brings programs along. */
  'exchange.macros': { status: 415 },
  /** Word's format until 2003, or a password in front of the file; both begin alike. */
  'exchange.file-locked': { status: 415 },
  'exchange.no-words': { status: 422 },
  'exchange.text-too-long': { status: 422 },
  /** What came is nothing that a statement may consist of. */
  'exchange.text-refused': { status: 422 },
  /** More comments in one file than are read. */
  'exchange.too-many-comments': { status: 422 },
  /** More changes in one file than may stand beside a text. */
  'exchange.too-many-changes': { status: 422 },
  /** A file that comes back is a Word file. */
  'exchange.not-word': { status: 415 },
  /** A name for whom nobody is said. */
  'exchange.name-missing': { status: 422 },
  /** The file was made of a moment of the text that is not known here. */
  'exchange.moment-unknown': { status: 422 },
  /** What was brought is unknown, or somebody else's, or was taken back. */
  'exchange.returned-not-found': { status: 404 },
} as const;

/** The one way in which this room refuses. */
export const failExchange = errorThrower(exchangeErrors);
