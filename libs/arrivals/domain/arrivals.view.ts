import type { CoalitionRole, OrganisationView, RepresentativeRole } from '@plenary/organisations/domain';
import type { ChosenField } from './lists/import-choices.js';
import type { ImportMapping } from './lists/import-columns.js';
import type { ImportProblem, ImportQuestion } from './lists/read-lines.js';

/** `void`: whoever made it could not make it today (ORG-7). */
export const invitationStates = ['open', 'used', 'expired', 'revoked', 'void'] as const;

/** An invitation as those see it who may make it; never its secret. */
export interface InvitationView {
  readonly id: string;
  readonly organisationId: string | null;
  readonly role: RepresentativeRole | null;
  readonly coalitionRole: CoalitionRole | null;
  readonly email: string | null;
  readonly mostUses: number;
  readonly uses: number;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly state: (typeof invitationStates)[number];
  /** The e-mail came back (ORG-26). */
  readonly comesBack: boolean;
  readonly usedBy: readonly { readonly personId: string; readonly name: string; readonly at: string }[];
}

/** What an invitation offers to whoever holds its link. */
export interface InvitationOfferView {
  readonly coalition: string;
  /** Who invites; null where nobody is known any more. */
  readonly by: string | null;
  /** ISO 8601; up to, without it. */
  readonly until: string;
  readonly organisation: string | null;
  readonly role: RepresentativeRole | null;
  readonly coalitionRole: CoalitionRole | null;
  readonly email: string | null;
  readonly language: string;
  /** For an e-mail: its address has an account, whose owner signs in. */
  readonly hasAccount: boolean;
}

/** A word of a list that Plenary does not know, and how many lines say it. */
export interface UnknownWord {
  readonly field: ChosenField;
  /** As of `ImportChoices.words`. */
  readonly key: string;
  readonly said: string;
  readonly lines: number;
  /** What was chosen for it; null while nothing was. */
  readonly chosen: string | null;
}

/** What a list would change of an organisation that is there. */
export interface ImportChange {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string;
  }[];
}

/** What a list would do, and what is wrong in it. */
export interface ImportPreviewView {
  readonly encoding: string;
  readonly separator: string;
  readonly heads: readonly string[];
  readonly mapping: ImportMapping;
  /** The first lines, as they were read. */
  readonly sample: readonly (readonly string[])[];
  readonly lines: number;
  readonly problemCount: number;
  readonly problems: readonly ImportProblem[];
  /** Lines that would be left out if the others were taken. */
  readonly wrongLines: number;
  readonly unknown: readonly UnknownWord[];
  readonly questions: readonly ImportQuestion[];
  /** The first of them. */
  readonly changes: readonly ImportChange[];
  readonly newOrganisations: number;
  readonly changedOrganisations: number;
  readonly newPeople: number;
  readonly newRepresentatives: number;
}

/** An organisation that applies, as coordinators see it. */
export interface ApplicationView {
  readonly organisation: OrganisationView;
  readonly description: Readonly<Record<string, string>>;
  readonly applicantName: string;
  readonly applicantEmail: string;
  readonly applicantLanguage: string;
  readonly note: string;
  readonly confirmedAt: string;
  /** Another organisation has this name. */
  readonly nameTaken: boolean;
  readonly notes: readonly {
    readonly id: string;
    readonly authorName: string;
    readonly text: string;
    readonly opinion: 'for' | 'against' | null;
    readonly at: string;
  }[];
}
