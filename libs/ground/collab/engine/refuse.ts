import { DomainError, type ErrorParams } from '@plenary/ground/kernel';
import { refusalCodes, type RefusalCode } from '@plenary/ground/collab/protocol';

/** The one way in which the engine refuses. */
export function refuse(code: RefusalCode, params: ErrorParams = {}): never {
  throw refusal(code, params);
}

/** The same, to be passed on and not thrown here. */
export const refusal = (code: RefusalCode, params: ErrorParams = {}): DomainError =>
  new DomainError(code, refusalCodes[code].status, params);

/** A refusal for which a copy of the text had to be thrown away: whoever causes many of them is slowed down. */
export class CostlyRefusal extends DomainError {}
