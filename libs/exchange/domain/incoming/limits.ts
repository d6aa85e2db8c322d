/** EXC-14: how much of a file is read. Whatever is more is refused as a whole, before it is unfolded where that is known. */
export const importLimits = {
  /** Of the file. */
  bytes: 25_000_000,
  /** Names in a zip. */
  entries: 5_000,
  /** Of one part that is read, unfolded, and of all. */
  partBytes: 40_000_000,
  allBytes: 60_000_000,
  /** How many times larger a part may become; a part that stays small may do what it wants. */
  ratio: 250,
  smallPart: 1_000_000,
  /** Elements in elements, and elements in all. */
  depth: 256,
  elements: 3_000_000,
  /** Of the text that comes of it. */
  characters: 500_000,
  paragraphs: 5_000,
  /** Milliseconds of reading. */
  time: 20_000,
} as const;
