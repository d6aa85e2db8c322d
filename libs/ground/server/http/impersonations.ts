import { Injectable } from '@nestjs/common';
import { isId, type Actor, type PersonId, type SessionId } from '@plenary/ground/kernel';
import type { Authenticated } from './authenticator.js';

/** Names the impersonation in which a request is made; sent by the tab that impersonates, and by no other. */
export const impersonationHeader = 'plenary-look';

/** An impersonation that is under way: somebody sees Plenary as another person does, and changes nothing. */
export interface Impersonation {
  readonly id: string;
  /** As whom. */
  readonly personId: PersonId;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** The impersonation of this id, if this session of this person is in the middle of it; else null. */
type FindImpersonation = (
  id: string,
  by: { readonly personId: PersonId; readonly sessionId: SessionId },
) => Promise<Impersonation | null>;

type Who = Pick<Actor, 'personId' | 'sessionId' | 'sessionKind' | 'scope' | 'seenBy'>;

/** Who impersonates whom. The room that keeps impersonations says so; without it nobody does. */
@Injectable()
export class Impersonations {
  private find: FindImpersonation = () => Promise.resolve(null);

  register(find: FindImpersonation): void {
    this.find = find;
  }

  /**
   * The person whom somebody impersonates, reading only; null when there is no such impersonation (any more). Only
   * browsers do.
   */
  async seenAs(by: Authenticated, impersonationId: unknown): Promise<{ who: Who; endsAt: number } | null> {
    if (by.sessionKind !== 'browser' || !isId(impersonationId)) return null;
    const impersonation = await this.find(impersonationId, by);
    if (!impersonation) return null;
    const { personId, endsAt } = impersonation;
    const { sessionId, sessionKind } = by;
    return { who: { personId, sessionId, sessionKind, scope: 'read', seenBy: by.personId }, endsAt };
  }
}
