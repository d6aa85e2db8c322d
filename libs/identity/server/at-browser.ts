import type { Actor } from '@plenary/ground/kernel';
import { failIdentity } from '@plenary/identity/domain';

/** IDN-5: a script's key cannot make keys, change the password or the address, or end sessions. */
export function atBrowser(actor: Actor): Actor {
  return actor.sessionKind === 'browser' ? actor : failIdentity('account.browser-only');
}
