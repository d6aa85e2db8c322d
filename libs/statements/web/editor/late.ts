/** A part of the application that is loaded when it is first needed. */
export interface Late<Part> {
  /** Null until it was loaded. */
  readonly now: Part | null;
  /** Rejects when it cannot be loaded; the next time it is tried again. */
  load(): Promise<Part>;
}

export function late<Part>(load: () => Promise<Part>): Late<Part> {
  let now: Part | null = null;
  let coming: Promise<Part> | null = null;
  const ask = async (): Promise<Part> => {
    try {
      return (now = await load());
    } catch (reason) {
      coming = null;
      throw reason;
    }
  };
  return {
    get now() {
      return now;
    },
    load: () => (coming ??= ask()),
  };
}
