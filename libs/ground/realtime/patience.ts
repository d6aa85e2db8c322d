import { Injectable } from '@nestjs/common';
import { systemClock } from '@plenary/ground/kernel';

/** Refusals, less those that were answered and those of a while ago, after which a session's sockets are closed. */
const most = 400;
const forgivenPerSecond = 10;
/** A large message costs before it is refused: so many bytes weigh as much as one refusal more. */
const bytesPerRefusal = 32_768;
/** Milliseconds for which a session that was sent away is not let in again; twice as long each time, up to the second. */
const awayFor = 10_000;
const longestAway = 160_000;
/** How long the answer to such a session is kept back, so that it does not come again at once. */
const answeredAfter = 2_000;
/** Said when the server has trouble; whoever hears it has done nothing wrong. */
const notTheirs = new Set([
  'document.not-saved',
  'document.going-away',
  'document.unreadable',
  'server.failed',
]);

interface Tally {
  refusals: number;
  at: number;
  awayUntil: number;
  awayFor: number;
}

/**
 * SYNC-14: whoever is refused hundreds of times in a row is no person with a page: answering them costs the others. By
 * session, so that a script that runs wild does not close its owner's browser.
 */
@Injectable()
export class Patience {
  private readonly tallies = new Map<string, Tally>();

  /** A message was refused; true when this was one too many, and the session's sockets are to be closed. */
  refused(sessionId: string, code: string, bytes: number): boolean {
    if (notTheirs.has(code)) return false;
    const tally = this.tallyOf(sessionId);
    tally.refusals += 1 + bytes / bytesPerRefusal;
    // Somebody who was just being let in is shown out as well.
    if (tally.awayUntil > tally.at) return true;
    if (tally.refusals < most) return false;
    tally.refusals = 0;
    tally.awayUntil = tally.at + tally.awayFor;
    tally.awayFor = Math.min(longestAway, tally.awayFor * 2);
    return true;
  }

  answered(sessionId: string): void {
    const tally = this.tallies.get(sessionId);
    if (tally) tally.refusals = Math.max(0, tally.refusals - 1);
  }

  /** False for a session that was sent away; said slowly. */
  async admits(sessionId: string): Promise<boolean> {
    if ((this.tallies.get(sessionId)?.awayUntil ?? 0) <= systemClock.now()) return true;
    await new Promise<void>((over) => systemClock.after(answeredAfter, over));
    return false;
  }

  private tallyOf(sessionId: string): Tally {
    const now = systemClock.now();
    const known = this.tallies.get(sessionId);
    if (!known) this.forgetOld(now);
    const tally = known ?? { refusals: 0, at: now, awayUntil: 0, awayFor };
    tally.refusals = Math.max(0, tally.refusals - ((now - tally.at) / 1_000) * forgivenPerSecond);
    tally.at = now;
    this.tallies.set(sessionId, tally);
    return tally;
  }

  /** After this time nothing is held against anybody. */
  private forgetOld(now: number): void {
    const longest = Math.max(longestAway * 2, (most / forgivenPerSecond) * 1_000);
    for (const [sessionId, { at, awayUntil }] of this.tallies) {
      if (now - at > longest && awayUntil < now) this.tallies.delete(sessionId);
    }
  }
}
