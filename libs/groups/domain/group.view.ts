import type { GroupAccess, GroupRole } from './vocabulary.js';

/** One line of the list of working groups. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  /** Key of one of the coalition's themes; null for none. */
  readonly theme: string | null;
  readonly description: string;
  readonly access: GroupAccess;
  readonly isArchived: boolean;
  readonly memberCount: number;
  readonly leads: readonly GroupPersonView[];
  /** What the caller is in the group; null when nothing. */
  readonly myRole: GroupRole | null;
}

export interface GroupDetailView extends GroupView {
  readonly members: readonly GroupPersonView[];
  /** Whether the caller has asked to join. */
  readonly hasAsked: boolean;
  /** Who asks to join; empty for those who do not decide it. */
  readonly requests: readonly GroupRequestView[];
  readonly may: { readonly lead: boolean; readonly join: boolean };
}

export interface GroupRequestView {
  readonly personId: string;
  readonly name: string;
  readonly colour: string;
  readonly note: string;
  readonly organisation: GroupPersonView['organisation'];
  readonly createdAt: string;
}

export interface GroupPersonView {
  readonly personId: string;
  readonly name: string;
  readonly colour: string;
  readonly role: GroupRole;
  /** The organisation for which the person is in the group; null for none. */
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly acronym: string | null;
  } | null;
}
