import type { Right } from '@plenary/ground/kernel';
import type { ExplainedRight } from './statement-rights.js';
import type { OwnerKind, Stage } from './vocabulary.js';

/** One line of the list of statements. */
export interface StatementView {
  readonly id: string;
  readonly title: string;
  readonly owner: StatementOwnerView;
  /** BCP 47 tag of the language it is written in. */
  readonly language: string;
  readonly stage: Stage;
  /** What the caller may do with it. */
  readonly right: Right;
  /** Whether they may see its history, who wrote what, and what changed (STM-22). */
  readonly seesHistory: boolean;
  /** Words of the text; follows the text within seconds. */
  readonly wordCount: number;
  /** ISO 8601; when title or text last changed. */
  readonly updatedAt: string;
  readonly createdAt: string;
}

/** A statement in a list: with what happened to it last. */
export interface StatementLineView extends StatementView {
  readonly lastChange: LastChangeView;
}

export interface LastChangeView {
  readonly kind: 'begun' | 'renamed' | 'written';
  /** Null for Plenary itself, and for who is no longer known. */
  readonly by: { readonly personId: string; readonly name: string } | null;
  /** ISO 8601 */
  readonly at: string;
}

export interface StatementOwnerView {
  readonly kind: OwnerKind;
  /** The group's; null for the coalition. */
  readonly groupId: string | null;
  readonly name: string;
}

/** One line of "who can do what, and why", with names. */
export interface StatementRightView extends Omit<ExplainedRight, 'reasons' | 'subject'> {
  readonly subject: ExplainedRight['subject'] & {
    /** Of groups, organisations and people; null for roles and everyone, which the screen names itself. */
    readonly name: string | null;
  };
  readonly reasons: readonly RightReasonView[];
}

/** A statement on which somebody has a right, and why. */
export interface StatementRightOfView {
  readonly statement: { readonly id: string; readonly title: string; readonly ownerName: string };
  readonly right: Right;
  readonly reasons: readonly RightReasonView[];
}

export interface RightReasonView {
  readonly basis: 'role' | 'everyone' | 'group' | 'grant';
  readonly right: Right;
  /** Only for `grant`: what withdraws it, who gave it and when. */
  readonly grant: { readonly id: string; readonly byName: string | null; readonly at: string } | null;
}

/** A statement in which somebody wrote, or which they began. */
export interface WroteInView {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly began: boolean;
  /** Their own characters by paragraph, in the order of the page; null where they were not read. */
  readonly words: readonly string[] | null;
}

/** What is shown of this room's part of what a person takes along. */
export interface StatementsOfPersonView {
  readonly wroteIn: readonly WroteInView[];
}
