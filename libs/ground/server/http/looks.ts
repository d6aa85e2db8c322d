import { Injectable } from '@nestjs/common';
import { isId, type Actor, type PersonId, type SessionId } from '@plenary/ground/kernel';
import type { Authenticated } from './authenticator.js';

/** Names the look in which a request is made; sent by the tab that looks, and by no other. */
export const lookHeader = 'plenary-look';

/** A look that is under way: somebody sees the house as another person does, and changes nothing. */
export interface Look {
  readonly id: string;
  /** As whom. */
  readonly personId: PersonId;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** The look of this id, if this session of this person is in the middle of it; else null. */
type FindLook = (
  id: string,
  by: { readonly personId: PersonId; readonly sessionId: SessionId },
) => Promise<Look | null>;

type Who = Pick<Actor, 'personId' | 'sessionId' | 'sessionKind' | 'scope' | 'seenBy'>;

/** Who looks as whom. The room that keeps looks says so; in a house without it nobody looks. */
@Injectable()
export class Looks {
  private find: FindLook = () => Promise.resolve(null);

  register(find: FindLook): void {
    this.find = find;
  }

  /** The person as whom somebody looks, reading only; null when there is no such look (any more). Browsers alone look. */
  async seenAs(by: Authenticated, lookId: unknown): Promise<{ who: Who; endsAt: number } | null> {
    if (by.sessionKind !== 'browser' || !isId(lookId)) return null;
    const look = await this.find(lookId, by);
    if (!look) return null;
    const { personId, endsAt } = look;
    const { sessionId, sessionKind } = by;
    return { who: { personId, sessionId, sessionKind, scope: 'read', seenBy: by.personId }, endsAt };
  }
}
