import type { EntityManager } from 'typeorm';

/** Who writes, as the e-mail shows it. */
export interface Sender {
  readonly name: string;
  /** Six-digit hex; of the bar above the e-mail and its button. */
  readonly colour: string;
}

/** In whose name and colour e-mails go out. Implemented by a room that knows; without one they are plain. */
export abstract class EmailBranding {
  /** Null where there is nobody yet in whose name to write. */
  abstract sender(tx: EntityManager): Promise<Sender | null>;
}
