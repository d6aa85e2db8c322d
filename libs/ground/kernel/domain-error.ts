export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** One row of a room's error table: the HTTP status that goes with a code. */
export interface ErrorRow {
  readonly status: number;
}

/** A room's error table: `{ 'statement.title-empty': { status: 400 } }`. */
export type ErrorTable = Readonly<Record<string, ErrorRow>>;

/**
 * A refusal that a person can act on. Thrown only through a room's error table (see `errorThrower`);
 * HTTP and sockets answer it as `{ error: { code, params, requestId } }`. Sentences live in the web client.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: ErrorParams = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

/** Makes the one function through which a room throws: `const fail = errorThrower(statementErrors)`. */
export function errorThrower<Table extends ErrorTable>(table: Table) {
  return (code: keyof Table & string, params: ErrorParams = {}): never => {
    throw new DomainError(code, table[code]!.status, params);
  };
}

/** The body of every refusal, over HTTP and in socket acknowledgements. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly params: ErrorParams; readonly requestId: string };
}
