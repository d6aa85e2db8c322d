import type { MandateState } from './mandates.js';
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
  /** What its working groups work on; none where it tells them apart by none. */
  readonly themes: readonly Term[];
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
  /** Has not come yet (IDN-16), and e-mails to the person come back (ORG-26): said to whom ORG-19 names, else false. */
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
