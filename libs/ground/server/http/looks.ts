import { isId, type Actor } from '@plenary/ground/kernel';
import type { Authenticated } from './authenticator.js';
import type { Participants } from './participants.js';

/** Names the look in which a request is made; sent by the tab that looks, and by no other. */
export const lookHeader = 'plenary-look';

type Who = Pick<Actor, 'personId' | 'sessionId' | 'sessionKind' | 'scope' | 'seenBy'>;

/** The person as whom somebody looks, reading only; null when there is no such look (any more). Browsers alone look. */
export async function seenAs(
  participants: Participants,
  by: Authenticated,
  lookId: unknown,
): Promise<{ who: Who; endsAt: number } | null> {
  if (by.sessionKind !== 'browser' || !isId(lookId)) return null;
  const look = await participants.lookOf(lookId, by);
  if (!look) return null;
  const { personId, endsAt } = look;
  const { sessionId, sessionKind } = by;
  return { who: { personId, sessionId, sessionKind, scope: 'read', seenBy: by.personId }, endsAt };
}
