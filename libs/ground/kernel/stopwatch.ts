/** Measures spans: how long something has waited, and when it is due. Whoever sets the device's clock does not touch it. */
export interface Stopwatch {
  /** Milliseconds since some moment; never fewer than before. */
  elapsed(): number;
  /** Calls once after `milliseconds`; the answer cancels it. */
  after(milliseconds: number, call: () => void): () => void;
}

export const stopwatch: Stopwatch = {
  elapsed: () => performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};
