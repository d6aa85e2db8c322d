import type { ImportMapping } from './import/import-columns.js';
import type { MandateState } from './mandates.js';
import type { ImportProblem, ImportQuestion } from './import/read-lines.js';
import type { ChosenField } from './import/import-choices.js';
import type { Term } from './terms.js';
import type {
  CoalitionRole,
  Constituency,
  Listing,
  MandateKind,
  OrganisationState,
  Region,
  RepresentativeRole,
  StrictRole,
} from './vocabulary.js';

/** The coalition this installation serves. */
export interface CoalitionView {
  readonly id: string;
  readonly name: string;
  /** Languages its statements are worked on in, as BCP 47 tags; the first is the main one. */
  readonly languages: readonly string[];
  /** True when organisations and people are invented. */
  readonly isDemo: boolean;
  /** Six-digit hex: the accent of the coalition's pages. */
  readonly colour: string;
  /** Its own; none where it tells organisations apart by none. */
  readonly regions: readonly Term[];
  readonly constituencies: readonly Term[];
  readonly applications: 'open' | 'closed';
  readonly secondOpinion: boolean;
  readonly logoId: string | null;
  /** Where those write who ask the coordinators something; null where nobody should. */
  readonly email: string | null;
  /** Whose roles ask for a second factor at sign-in. */
  readonly secondFactorRoles: readonly StrictRole[];
}

/** One line of the list of organisations. */
export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
  readonly languages: readonly string[];
  readonly website: string | null;
  readonly state: OrganisationState;
  readonly listing: Listing;
  readonly logoId: string | null;
  readonly peopleCount: number;
}

/** An organisation with those who act for it (at most `peopleShown`). */
export interface OrganisationDetailView extends OrganisationView {
  readonly people: readonly OrganisationPersonView[];
  /** What it says of itself, by language. */
  readonly description: Readonly<Record<string, string>>;
  /** The organisation as which a merged one goes on. */
  readonly mergedInto: string | null;
  /** Its name, where the caller may know it. */
  readonly mergedIntoName: string | null;
  /** Its own address; null for those who neither coordinate nor act for it. */
  readonly email: string | null;
  /** What the caller may do here. */
  readonly may: {
    readonly namePeople: boolean;
    readonly describe: boolean;
    readonly decide: boolean;
  };
}

export interface OrganisationPersonView {
  readonly personId: string;
  readonly name: string;
  readonly colour: string;
  readonly role: RepresentativeRole;
  /** As of `PersonView`: for those who name its people. */
  readonly awaited: boolean;
  readonly comesBack: boolean;
}

/** A person as others of the coalition see them: never an e-mail address (ORG-4). */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Behind a pseudonym: for coordinators and focal points of an organisation for which the person acts (ORG-19). */
  readonly fullName: string | null;
  readonly colour: string;
  readonly language: string;
  /** BCP 47; those the person works in. */
  readonly languages: readonly string[];
  readonly organisations: readonly PersonOrganisationView[];
  readonly coalitionRoles: readonly CoalitionRole[];
  /** Has not come yet (IDN-16), and letters to the person come back (ORG-26): said to whom ORG-19 names, else false. */
  readonly awaited: boolean;
  readonly comesBack: boolean;
}

export interface PersonOrganisationView {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly region: Region | null;
  readonly constituency: Constituency | null;
  readonly role: RepresentativeRole;
}

/** An organisation whose people do not act for it at present. */
export interface InactiveOrganisationView {
  readonly id: string;
  readonly name: string;
  readonly role: RepresentativeRole;
  readonly state: OrganisationState;
  readonly since: string | null;
  readonly reason: string | null;
}

/** How an organisation came to a state: who, when and why. */
export interface StateChangeView {
  readonly id: string;
  readonly at: string;
  readonly state: OrganisationState;
  /** Null for its beginning. */
  readonly before: OrganisationState | null;
  /** Null for Plenary itself, or who applied from outside. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** What the caller is in the coalition. */
export interface MembershipView {
  readonly organisations: readonly PersonOrganisationView[];
  /** The organisation the caller speaks for at present; null when for none. */
  readonly actingFor: { readonly id: string; readonly name: string; readonly acronym: string | null } | null;
  /** Organisations for which the caller cannot act at present, and why (ORG-1). */
  readonly inactive: readonly InactiveOrganisationView[];
  readonly coalitionRoles: readonly CoalitionRole[];
}

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
  /** The letter came back (ORG-26). */
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
  /** For a letter: its address has an account, whose owner signs in. */
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

/** An organisation that asks to be taken in, as coordinators see it. */
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

/** Who may vote or sign for an organisation, and for how long. */
export interface MandateView {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: MandateKind;
  readonly alternate: boolean;
  readonly from: string;
  readonly until: string | null;
  readonly state: MandateState;
}
