import type { ErrorBody } from '@plenary/ground/kernel';

/** The server refused a message. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorBody['error']['params'],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** No answer came: the line is down, or the server is slow. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer');
    this.name = 'NoAnswer';
  }
}
