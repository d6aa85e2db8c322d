/** What was told as saved, so that it can be asked for afterwards. */
export class Ledger {
  private readonly told: string[] = [];

  /** This word was acknowledged. Words must not contain one another. */
  note(word: string): void {
    this.told.push(word);
  }

  get size(): number {
    return this.told.length;
  }

  /** All of them so far. */
  words(): readonly string[] {
    return [...this.told];
  }

  /** Every acknowledged word is there once, and all replicas are equal; what is not so, by name. */
  check(texts: readonly string[]): {
    readonly lost: string[];
    readonly doubled: string[];
    readonly equal: boolean;
  } {
    const [text = ''] = texts;
    const times = (word: string) => text.split(word).length - 1;
    return {
      lost: this.told.filter((word) => times(word) === 0),
      doubled: this.told.filter((word) => times(word) > 1),
      equal: new Set(texts).size <= 1,
    };
  }
}

/** What a ledger says when all is well. */
export const nothingAmiss = { lost: [], doubled: [], equal: true };
