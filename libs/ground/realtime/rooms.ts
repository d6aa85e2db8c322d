/**
 * Names of the channels a socket listens on. Each begins with its own word, so that no two kinds of channel ever meet,
 * whatever somebody asks to follow.
 */
export const roomOf = {
  everybody: 'everybody',
  session: (id: string) => `session/${id}`,
  /** All sockets on which Plenary is seen as this person sees it, those of whoever impersonates them included. */
  person: (id: string) => `person/${id}`,
  /** The person's own sockets alone. */
  own: (id: string) => `own/${id}`,
  look: (id: string) => `look/${id}`,
  /** Sockets that show this subject. */
  subject: (kind: string, id: string) => `subject/${kind}/${id}`,
  /** Sockets that show a list of these. */
  kind: (kind: string) => `kind/${kind}`,
} as const;
