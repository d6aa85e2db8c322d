/** Where time comes from. One for the whole server, given to whoever asks for it; tests bring one that they move. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  abstract now(): number;
  /** Calls once after `milliseconds`; the answer cancels it. */
  abstract after(milliseconds: number, call: () => void): () => void;
  /** Calls whenever somebody set the time forward; the answer ends that. A clock that just runs has nothing to tell. */
  onSet(_call: () => void): () => void {
    return () => undefined;
  }
}

/** The machine's own: for what machines owe each other (heartbeats, patience), never for what people agreed on. */
export const systemClock = {
  now: (): number => Date.now(),
  after: (milliseconds: number, call: () => void) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  onSet: () => () => undefined,
} satisfies Clock;
