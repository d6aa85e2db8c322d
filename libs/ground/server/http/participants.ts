import type { OrganisationId, PersonId } from '@plenary/ground/kernel';

/** A person as others see them at work: name, and the organisation they speak for. */
export interface Participant {
  readonly displayName: string;
  /** Its name is null where it is told to nobody: such a person looks like one who speaks for none. */
  readonly organisation: { readonly id: OrganisationId; readonly name: string | null } | null;
}

/** Who people are at work. Implemented by the room that keeps organisations. */
export abstract class Participants {
  /** Null for an unknown person. */
  abstract of(personId: PersonId): Promise<Participant | null>;

  /** True when what the person does here asks for a sign-in with a second factor. */
  abstract needsSecondFactor(personId: PersonId): Promise<boolean>;
}
