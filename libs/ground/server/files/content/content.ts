/** What a file is, by its bytes: whatever its sender called it. */
export interface Content {
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * What is taken in at a place, and what becomes of it. A rule looks at bytes alone, never at a name or at the type that
 * was given with them.
 */
export interface ContentRule {
  /** Bytes that are read at most; more are refused by `tooLarge`. */
  readonly mostBytes: number;
  tooLarge(): never;
  /** The content to be kept. Throws `DomainError` for what is none of it. */
  check(bytes: Buffer): Promise<Content>;
}
