/** Milliseconds after the page of a text is there. */
const later = 1_000;

/** A text is read first: what is said of it is loaded once it is there. */
export const afterTheText =
  <Loaded>(load: () => Promise<Loaded>): (() => Promise<Loaded>) =>
  () =>
    new Promise<void>((done) => setTimeout(done, later)).then(load);
