/** Ends what only one page of this browser does at a time. */
export type Release = () => void;

/**
 * Who writes one suggestion: two pages that wrote under its id at once would write different characters of the same
 * name. Null while another page does.
 */
export function hold(id: string): Promise<Release | null> {
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((decided, failed) => {
    locks
      .request(nameOf(id), { ifAvailable: true }, (lock) => {
        if (!lock) return decided(null);
        return new Promise<void>((release) => decided(release));
      })
      .catch(failed);
  });
}

/** Holds it as soon as the page that writes has ended; the answer stops the waiting. */
export function holdLater(id: string, held: (release: Release) => void): Release {
  const waiting = new AbortController();
  void locks
    ?.request(
      nameOf(id),
      { signal: waiting.signal },
      () => new Promise<void>((release) => (waiting.signal.aborted ? release() : held(release))),
    )
    .catch(() => undefined); // given up
  return () => waiting.abort();
}

const nameOf = (id: string): string => `plenary-suggestion-${id}`;

/** Absent in browsers of old: there each page writes. */
const locks = (globalThis.navigator as Navigator | undefined)?.locks;
