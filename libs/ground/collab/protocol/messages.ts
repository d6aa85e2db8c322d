import type { ErrorBody, Right } from '@plenary/ground/kernel';

/** `document:join`: open a document and be told what one lacks. */
export interface JoinRequest {
  /** `kind:uuid`, for example `statement:0190…`. */
  readonly document: string;
  /** Layout of the text that the client knows, 2; absent in clients that only know the first one (SYNC-24). */
  readonly model: number;
  /** Version of the rules of this kind of text by which the client writes (SYNC-24). */
  readonly schema: number;
  /** Epoch of the client's local copy; null when it has none. */
  readonly epoch: number | null;
  /** Yjs state vector (V1) of the client's copy; an empty document is the single byte 0. */
  readonly stateVector: Uint8Array;
  /** How many new Yjs client ids are asked for, 0 to `limits.clientIdsPerJoin`. */
  readonly clientIds: number;
  /**
   * The organisation for which the client's ids were given: `organisationId` of an earlier answer. Where the person
   * speaks for another one now, at least one new id is given. Absent where that is not known.
   */
  readonly writesFor?: string | null;
}

export interface JoinAnswer {
  readonly document: string;
  readonly epoch: number;
  readonly schema: number;
  readonly right: Right;
  /** Number of the last journal row contained in `update`. */
  readonly seq: number;
  /** Yjs update (V1): what the client lacks. */
  readonly update: Uint8Array;
  /** State vector of the server's committed text. */
  readonly stateVector: Uint8Array;
  /** Yjs client ids given to this person for this document; edits under any other id are refused. */
  readonly clientIds: readonly number[];
  /** What is written under these ids is recorded for this organisation (SYNC-16); null for none. */
  readonly organisationId: string | null;
  /** Id of this socket's own presence. */
  readonly presenceId: string;
  readonly presence: readonly Presence[];
}

/** `document:push`: offer one update. Acknowledged only after its bytes are committed. */
export interface PushRequest {
  readonly document: string;
  readonly epoch: number;
  /** Yjs update V1. */
  readonly update: Uint8Array;
}

export interface PushAnswer {
  /** Journal row that holds the update, or the last known row when the update brought nothing new. */
  readonly seq: number;
}

/** `document:leave`. */
export interface LeaveRequest {
  readonly document: string;
}

/** `document:cursor`: where the client's caret stands. Who it belongs to is written by the server (SYNC-23). */
export interface CursorRequest {
  readonly document: string;
  readonly cursor: Cursor | null;
  /** The Yjs client id the caret's owner writes with, one of those given. */
  readonly clientId: number;
}

/** Two Yjs relative positions in their JSON form. */
export interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** `document:verify`: compare replicas; refused with `document.resync` on a difference at equal state vectors. */
export interface VerifyRequest {
  readonly document: string;
  readonly stateVector: Uint8Array;
  /** SHA-256, as lower-case hex, of all that a reader sees (`pictureOf`). */
  readonly hash: string;
}

export interface VerifyAnswer {
  /** `unknown` when the state vectors differ, so that nothing can be said. */
  readonly verdict: 'equal' | 'unknown';
}

/** One socket in one document. */
export interface Presence {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly organisation: string | null;
  /** Six-digit hex. */
  readonly colour: string;
  readonly right: Right;
  readonly clientId: number | null;
  readonly cursor: Cursor | null;
}

/** Server → client `document:updates`: rows `from`..`to` of the journal, merged into one update. */
export interface UpdatesMessage {
  readonly document: string;
  readonly from: number;
  readonly to: number;
  readonly update: Uint8Array;
}

/** Server → client `document:presence`: what changed since the last such message. */
export interface PresenceMessage {
  readonly document: string;
  readonly changed: readonly Presence[];
  readonly left: readonly string[];
}

/** Server → client `document:right`: the right changed, reading goes on. */
export interface RightMessage {
  readonly document: string;
  readonly right: Right;
}

/** Server → client `document:closed`: no more messages of this document; see `refusalCodes`. */
export interface ClosedMessage {
  readonly document: string;
  readonly code: RefusalCode;
}

/** Every acknowledgement is either the answer or a refusal. */
export type Ack<Answer> = (Answer & { readonly error?: undefined }) | ErrorBody;

/** Codes of refusal, and what a client does about them. */
export const refusalCodes = {
  /** Unknown, or not for this person; the two are told apart by nobody (SYNC-22). Status 404. */
  'document.not-found': { status: 404 },
  /** The right does not cover the message, for instance a reader's update. */
  'document.forbidden': { status: 403 },
  /** Clocks leave a gap or partly overlap: join again and offer the difference. */
  'document.resync': { status: 409 },
  /** The local copy belongs to an earlier epoch; keep its words aside, start anew. */
  'document.epoch-changed': { status: 409 },
  /**
   * The client's rules are older: it may read, and must be reloaded to write. With `params.model`: it knows another
   * layout of texts than this one and can do nothing with it; its copy and its words stay as they are.
   */
  'document.schema-outdated': { status: 409 },
  /** Not a Yjs update V1, or sizes, counts or clocks that its length does not allow. */
  'document.malformed': { status: 400 },
  /** Larger than `limits.updateBytes`. */
  'document.too-large': { status: 413 },
  /** New structs under a client id that was not given to this person. */
  'document.foreign-client': { status: 403 },
  /** The update would break the document schema; `params.reason` says where. */
  'document.schema-violation': { status: 422 },
  /** Too many messages, bytes, joins or client ids; wait `params.retryAfterMs`. */
  'document.rate-limited': { status: 429 },
  /** The database did not take it; keep it and offer it again. */
  'document.not-saved': { status: 503 },
  /** The stored document cannot be read; nothing is shown rather than an empty text (SYNC-4). */
  'document.unreadable': { status: 500 },
  /** The server is stopping; come back after `params.retryAfterMs`. */
  'document.going-away': { status: 503 },
  /** The session or token ended. */
  'session.ended': { status: 401 },
  /** The handshake was of another protocol version. */
  'protocol.unsupported': { status: 400 },
  /** A message that is not of the documented shape. */
  'message.invalid': { status: 400 },
} as const;
export type RefusalCode = keyof typeof refusalCodes;

/**
 * Limits a client can rely on (SYNC-10, 14, 23), what is counted by time for each person and not for each socket; an
 * honest paste of 200 KB passes.
 */
export const limits = {
  updateBytes: 1_000_000,
  clientsPerUpdate: 64,
  stateVectorBytes: 262_144,
  clientIdsPerJoin: 16,
  messagesPerSecond: 60,
  messageBurst: 240,
  bytesPerSecond: 512_000,
  byteBurst: 4_000_000,
  joinsPerMinute: 60,
  clientIdsPerHour: 600,
  documentsPerSocket: 32,
  presenceBytes: 2_048,
  presenceDepth: 5,
  presencePerSecond: 20,
} as const;

/** Event names, client → server. */
export const requests = {
  join: 'document:join',
  push: 'document:push',
  leave: 'document:leave',
  cursor: 'document:cursor',
  verify: 'document:verify',
} as const;

/** Event names, server → client. */
export const notices = {
  updates: 'document:updates',
  presence: 'document:presence',
  right: 'document:right',
  closed: 'document:closed',
} as const;
