import type { OrganisationView, PersonView } from '@plenary/organisations/domain';
import { createContext, type ComponentType } from 'react';

/** Places on the pages of organisations and people, and what a part that stands there is handed. */
export interface Places {
  /** Of an organisation, or (null) to roles in the coalition; for those who may invite. */
  readonly Invitations: { readonly organisationId: string | null };
  /** Among what a coordinator does on the list of organisations. */
  readonly ListActions: object;
  /** What a coordinator does about another person. */
  readonly PersonActions: { readonly person: Pick<PersonView, 'id' | 'name'> };
}

/** What rooms above add to the pages of organisations and people. Each part is loaded when it is shown. */
export type OrganisationFilling = {
  /** The room's name. */
  readonly key: string;
  /** With the organisations that a coordinator has chosen. */
  readonly WithChosen?: {
    /** Key of what the button says, with the namespace. */
    readonly title: string;
    readonly Dialog: ComponentType<{ rows: readonly OrganisationView[]; onClose: () => void }>;
  };
} & { readonly [Place in keyof Places]?: ComponentType<Places[Place]> };

/** Filled by the app, which knows all rooms; empty, the pages are what this room alone makes of them. */
export const OrganisationSlots = createContext<readonly OrganisationFilling[]>([]);
