import { anchorOf, passagesOf, type Anchor } from '../anchors.js';
import { caretAt } from '../carets.js';
import { caretWrong, standsOf, type KeptCaret } from './checks.js';
import type { Oracle } from './oracle.js';
import { seenIn } from './sheet.js';
import type { Writer } from './writer.js';

interface Passage {
  readonly anchor: Anchor;
  readonly characters: readonly string[];
  /** The other characters of the paragraph. */
  readonly others: ReadonlySet<string>;
}

/** Carets and passages that writers kept, and whether they still stand with their words. */
export class Places {
  private readonly keptCarets: KeptCaret[] = [];
  private readonly passages: Passage[] = [];

  constructor(
    private readonly oracle: Oracle,
    private readonly wrongs: string[],
  ) {}

  get carets(): number {
    return this.keptCarets.length;
  }

  get anchors(): number {
    return this.passages.length;
  }

  /** Keeps a caret and a passage that two numbers choose. */
  keep(writer: Writer, a: number, b: number): void {
    const { page } = writer.text;
    const paragraph = page[(a + b) % page.length]!;
    const seen = seenIn(paragraph);
    const from = (a * 7 + b) % (seen.length + 1);
    this.keptCarets.push({
      id: caretAt({ paragraph, offset: from }),
      character: seen[from - 1]?.character ?? null,
    });
    const to = Math.min(seen.length, from + 2 + (b % 5));
    if (from === to) return;
    const names = seen.map(({ character }) => character);
    this.passages.push({
      anchor: anchorOf(writer.text, { paragraph, offset: from }, { paragraph, offset: to }),
      characters: names.slice(from, to),
      others: new Set(names.toSpliced(from, to - from)),
    });
  }

  /** A few of those that were kept before, on what this writer has now. */
  look(writer: Writer, number: number): void {
    const stands = standsOf(writer.text);
    for (let at = number % 11; at < this.keptCarets.length; at += 11) {
      this.caret(writer, this.keptCarets[at]!, stands);
    }
  }

  judge(server: Writer, anchors: boolean): void {
    const stands = standsOf(server.text);
    for (const caret of this.keptCarets) this.caret(server, caret, stands);
    for (const passage of anchors ? this.passages : []) this.passage(server, passage);
  }

  private caret({ text }: Writer, caret: KeptCaret, stands: ReturnType<typeof standsOf>): void {
    const wrong = caretWrong(text, caret, stands);
    if (wrong) this.wrongs.push(`caret ${wrong}`);
  }

  /** It covers its living characters and no others that stood around it, wherever they are now. */
  private passage({ text }: Writer, { anchor, characters, others }: Passage): void {
    const covered = passagesOf(text, anchor).flatMap(({ paragraph, from, to }) =>
      seenIn(paragraph)
        .slice(from, to)
        .map(({ character }) => character),
    );
    const missing = characters.filter(
      (character) => this.oracle.expected(character) > 0 && !covered.includes(character),
    );
    const asTyped = ![...characters, ...covered].some((character) => this.oracle.wasRestored(character));
    const strange = asTyped ? covered.filter((character) => others.has(character)) : [];
    const said = `${characters.join('')}, without ${missing.join('')}, with ${strange.join('')}`;
    if (missing.length + strange.length > 0) this.wrongs.push(`anchor ${said}`);
  }
}
