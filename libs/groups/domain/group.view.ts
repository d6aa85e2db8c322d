import type { GroupRole, Theme } from './vocabulary.js';

/** One line of the list of working groups. */
export interface GroupView {
  readonly id: string;
  readonly name: string;
  readonly theme: Theme;
  readonly description: string;
  readonly memberCount: number;
  readonly leads: readonly GroupPersonView[];
  /** What the caller is in the group; null when nothing. */
  readonly myRole: GroupRole | null;
}

export interface GroupDetailView extends GroupView {
  readonly members: readonly GroupPersonView[];
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
