import type { EntityManager } from 'typeorm';
import type { Actor } from '@plenary/ground/kernel';
import type { Transaction } from '../unit-of-work/unit-of-work.js';

/** What is asked of the work, and how it tells how far it is. */
export interface Work<Request extends object = object> {
  readonly id: string;
  /** Who began it, as far as it is still known: nothing of the request by which they did. */
  readonly actor: Actor;
  readonly request: Request;
  /** The file that came with it. */
  readonly bytes: Uint8Array | null;
  /** Said as often as one likes; told twice a second at most. `total` is null while it is not known. */
  tell(step: string, done: number, total: number | null): void;
}

/** What came of it. */
export interface WorkDone {
  /** Plain data for the screen. */
  readonly outcome: object;
  /** What the person takes home. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** A kind of work, as the room says it that carries it out: `longWorks.register({ kind: 'organisations.import', … })`. */
export interface LongWorkKind<Request extends object = object> {
  readonly kind: string;
  /** A person wants the newest alone: what they began before of this kind is put away, wherever it is. */
  readonly newestOnly?: boolean;

  /**
   * Throws for who may not do it: asked when it begins, when it is carried out, and whenever its file is fetched. Absent
   * where only the request says who may: then the room judges before it begins the work, `carryOut` judges again, and no
   * file comes of it.
   */
  refuseUnlessMay?(tx: EntityManager, actor: Actor): Promise<unknown>;

  /**
   * Does it, through `tx` alone: the same transaction writes that it is done, so that its effects happen once, however
   * often it is begun. A refusal (`DomainError`) is its end, told to the person; any other failure is tried again.
   */
  carryOut(tx: Transaction, work: Work<Request>): Promise<WorkDone>;
}
