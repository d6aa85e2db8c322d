import type { EventRecord } from './event-record.js';
import type { OrganisationId, PersonId } from './ids.js';

/**
 * Who hears of an event after its commit, as far as they are there. `nobody` is for the record alone, `coalition` is
 * everybody who has signed in: only for what each of them may know.
 */
export type Audience =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'coalition' }
  | {
      readonly kind: 'people';
      readonly personIds: readonly PersonId[];
      /** What they may see is another from now on: they ask anew for all that they show. */
      readonly anew?: true;
      /** Not those who impersonate them: it is about their account. */
      readonly alone?: true;
    }
  /** Those who show it, or a list of its kind, and may know of it: the room of the subject judges. */
  | { readonly kind: 'subject'; readonly subject: Subject }
  /**
   * Of those, whoever shows a list of its kind. For what goes on all the time and is written nowhere: it is told by
   * `PassingNews`, gathered, and not by the log.
   */
  | { readonly kind: 'lists'; readonly subject: Subject }
  /** Those who belong to it: the people of an organisation, the members of a group. */
  | { readonly kind: 'members'; readonly of: Subject; readonly anew?: true }
  | { readonly kind: 'several'; readonly of: readonly Audience[] };

/** The audiences of which one is made. */
export const audiencesIn = (audience: Audience): readonly Audience[] =>
  audience.kind === 'several' ? audience.of.flatMap(audiencesIn) : [audience];

/** Something of any kind, named without joining another room's tables. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A kind of event: past-tense name, who hears of it, and how it reads. Declared once, in its room's domain. */
export interface EventDefinition<Name extends string = string, Payload extends object = object> {
  readonly name: Name;
  readonly audience: (event: DomainEvent<Name, Payload>) => Audience;
  /** Null for what is on no list. */
  readonly record: EventRecord<Payload> | null;
  (subject: Subject, payload: Payload): DomainEvent<Name, Payload>;
}

/** What happened to what; actor, organisation and instant are added when it is written down. */
export interface DomainEvent<Name extends string = string, Payload extends object = object> {
  readonly name: Name;
  readonly subject: Subject;
  readonly payload: Payload;
  readonly audience: Audience;
  /** Whose standing it changes; absent for nobody's. */
  readonly standing?: readonly PersonId[] | 'everybody';
}

/** An event as it stands in the log. */
export interface RecordedEvent<Payload extends object = object> {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  readonly payload: Payload;
  readonly audience: Audience;
  readonly actorId: PersonId | null;
  readonly organisationId: OrganisationId | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Defines a kind of event. Every definition is registered, so that a test can prove that each has an audience.
 */
export function defineEvent<Name extends string, Payload extends object>(definition: {
  name: Name;
  audience: (event: { subject: Subject; payload: Payload }) => Audience;
  record?: EventRecord<Payload>;
  /** Whose standing it changes (`standing.changed`); where the payload does not say, `withStanding` does. */
  standing?: (event: { subject: Subject; payload: Payload }) => readonly PersonId[] | 'everybody';
}): EventDefinition<Name, Payload> {
  const make = (subject: Subject, payload: Payload): DomainEvent<Name, Payload> => ({
    name: definition.name,
    subject,
    payload,
    audience: definition.audience({ subject, payload }),
    ...(definition.standing ? { standing: definition.standing({ subject, payload }) } : {}),
  });
  Object.defineProperty(make, 'name', { value: definition.name });
  const { audience, record = null } = definition;
  const made = Object.assign(make, { audience, record }) as unknown as EventDefinition<Name, Payload>;
  definedEvents.set(definition.name, made as unknown as EventDefinition);
  return made;
}

/** All kinds of event defined so far, by name. */
export const definedEvents = new Map<string, EventDefinition>();

/** How events read, by name: those alone that are on the record. */
export function eventsOnRecord(): Map<string, EventRecord> {
  const found = new Map<string, EventRecord>();
  for (const [name, { record }] of definedEvents) if (record) found.set(name, record);
  return found;
}
