import { DomainError, type ErrorParams } from '@plenary/ground/kernel';
import { refusalCodes, type RefusalCode } from '@plenary/ground/collab/protocol';

/** The one way in which the engine refuses. */
export function refuse(code: RefusalCode, params: ErrorParams = {}): never {
  throw new DomainError(code, refusalCodes[code].status, params);
}
