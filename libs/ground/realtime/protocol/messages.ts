/** Version of this protocol; a client of another major version is refused at the handshake. */
export const protocolVersion = 1;

/** What a client says when its socket connects (Socket.IO `auth`). Browsers send the cookie instead of a token. */
export interface HandshakeAuth {
  readonly protocol: number;
  /** A personal API token, `plenary_pat_…`; absent in browsers. */
  readonly token?: string;
  /** Id of the impersonation under way, for somebody who sees Plenary as another person does; reads only. */
  readonly look?: string;
}

/** What a screen shows: one subject, or, without an id, a list of all of its kind that the person may know of. */
export interface Followed {
  readonly kind: string;
  readonly id?: string;
}

/** `news:follow` and `news:unfollow`. Both are answered `{}`, whatever there is and whatever one may see. */
export interface FollowRequest {
  readonly subjects: readonly Followed[];
}

/**
 * Server → client `news`: something happened to the subject, and this person may know of it. It says no more: the
 * client asks anew, over HTTP, for what it shows of the subject.
 */
export interface NewsMessage {
  /** Name of the event, for instance `statement.renamed`. */
  readonly name: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What this person may see is another from now on: ask anew for all that is shown. */
  readonly anew?: true;
  /** Many hear of it at once: wait a random part of so many milliseconds before asking. */
  readonly within?: number;
}

/** Limits that a client can rely on. */
export const newsLimits = {
  subjectsPerMessage: 100,
  subjectsPerSocket: 300,
  /** By person, with however many sockets. */
  messagesPerSecond: 20,
  messageBurst: 120,
} as const;

/** Message names, client → server. */
export const newsRequests = { follow: 'news:follow', unfollow: 'news:unfollow' } as const;

/** Message names, server → client. */
export const newsNotices = { news: 'news', ended: 'session:ended' } as const;
