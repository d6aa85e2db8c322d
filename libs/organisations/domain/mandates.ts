import type { MandateKind } from './vocabulary.js';

/** A mandate as far as the rule goes; instants in milliseconds since 1970. */
export interface MandateTerm {
  readonly personId: string;
  readonly kind: MandateKind;
  readonly alternate: boolean;
  readonly from: number;
  readonly until: number | null;
  readonly endedAt: number | null;
}

export const mandateStates = ['ahead', 'holds', 'over', 'ended'] as const;
export type MandateState = (typeof mandateStates)[number];

/** ORG-17: a mandate holds from its first instant to before its last, unless it was ended. */
export function mandateState({ from, until, endedAt }: MandateTerm, now: number): MandateState {
  if (endedAt !== null && endedAt <= now) return 'ended';
  if (now < from) return 'ahead';
  return until !== null && now >= until ? 'over' : 'holds';
}

export const mandateRemainders = ['holds', 'alternate', 'ahead'] as const;
export type MandateRemainder = (typeof mandateRemainders)[number];

/**
 * ORG-17: what somebody still has for this kind, after one of their mandates was ended: one that holds, one as an
 * alternate, one that begins later; null where nothing is left.
 */
export function mandateLeft(
  mandates: readonly MandateTerm[],
  personId: string,
  kind: MandateKind,
  now: number,
): MandateRemainder | null {
  const own = mandates.filter((each) => each.personId === personId && each.kind === kind);
  const holding = own.filter((each) => mandateState(each, now) === 'holds');
  if (holding.some((each) => !each.alternate)) return 'holds';
  if (holding.length > 0) return 'alternate';
  return own.some((each) => mandateState(each, now) === 'ahead') ? 'ahead' : null;
}

/**
 * ORG-17: who may act now. Holders come before alternates: an alternate may while no holder is `present`, for instance
 * in the session in which the vote is taken.
 */
export function mayActByMandate(
  mandates: readonly MandateTerm[],
  personId: string,
  kind: MandateKind,
  now: number,
  present: (personId: string) => boolean,
): boolean {
  const holding = mandates.filter((each) => each.kind === kind && mandateState(each, now) === 'holds');
  const own = holding.filter((each) => each.personId === personId);
  if (own.some((each) => !each.alternate)) return true;
  return own.length > 0 && !holding.some((each) => !each.alternate && present(each.personId));
}
