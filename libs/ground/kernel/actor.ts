import type { CommandId, OrganisationId, PersonId, SessionId } from './ids.js';

/** What a caller may do at all, before any rule of a room: a token of scope `read` never writes. */
export type ActorScope = 'read' | 'write';

/** Who acts, for which organisation, through which session or token, in which request. */
export interface Actor {
  readonly personId: PersonId;
  /** The organisation the person speaks for in this request; null when for none. */
  readonly organisationId: OrganisationId | null;
  /** The browser session or API token that vouches for the person; it is what revocation names. */
  readonly sessionId: SessionId;
  readonly sessionKind: 'browser' | 'token';
  readonly scope: ActorScope;
  /** Id of the request, for logs and error answers. */
  readonly requestId: string;
  /** Made by the client; a second arrival of the same command gets the first answer. */
  readonly commandId: CommandId | null;
  /** SHA-256 of what was asked, so that one command id cannot stand for two commands. */
  readonly commandDigest: string | null;
  /** Whoever impersonates this person, reading only; absent for the person's own requests. */
  readonly seenBy?: PersonId;
}
