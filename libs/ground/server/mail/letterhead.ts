import type { EntityManager } from 'typeorm';

/** Who writes, as the letter shows it. */
export interface Sender {
  readonly name: string;
  /** Six-digit hex; of the bar above the letter and its button. */
  readonly colour: string;
}

/** In whose name and colour letters go out. Implemented by a room that knows; without one they are plain. */
export abstract class Letterhead {
  /** Null where there is nobody yet in whose name to write. */
  abstract sender(tx: EntityManager): Promise<Sender | null>;
}
