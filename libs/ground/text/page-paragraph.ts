import type { Chain } from './page-order.js';
import type { AttributeValue } from './rich-paragraph.js';
import { facts } from './roots.js';
import type { Run, Segment, SegmentContent } from './segment.js';

/** What a paragraph asks the text for. */
export interface ParagraphSource {
  fact(id: string, name: string): unknown;
  contentOf(segment: Segment): SegmentContent;
  twinOf(segment: Segment): Segment | undefined;
}

/** A paragraph of the page. It stays the same object as long as the same segments stand in it. */
export class PageParagraph {
  readonly id: string;
  private known: readonly Run[] | null = null;
  private size = 0;
  private rises = 0;

  constructor(
    readonly chain: Chain,
    private readonly source: ParagraphSource,
  ) {
    this.id = chain.head.id;
  }

  get segments(): readonly Segment[] {
    return this.chain.segments;
  }

  /** Grows with every change of characters, formats or attributes. */
  get version(): number {
    return this.rises;
  }

  /** Characters and embeds in the order in which they are read. */
  get runs(): readonly Run[] {
    return (this.known ??= this.read());
  }

  /** In UTF-16 units; an embed counts one. */
  get length(): number {
    void this.runs;
    return this.size;
  }

  get text(): string {
    return this.runs.map((run) => run.text).join('');
  }

  /** Somebody deleted it. It shows all the same as soon as it has characters. */
  get gone(): boolean {
    return this.source.fact(this.id, facts.gone) === true;
  }

  get isShown(): boolean {
    return !this.hidesWithoutCharacters || this.length > 0;
  }

  /**
   * Deleted; or begun by two at once, who meant one; or begun in front of all others and taken back again, where there
   * is none before it that it could continue.
   */
  get hidesWithoutCharacters(): boolean {
    const { id, chain, source } = this;
    const gone = source.fact(id, facts.gone);
    if (gone === true || source.fact(id, facts.own) === undefined) return true;
    // Somebody said of this very one that it stays.
    return gone !== false && source.twinOf(chain.head) !== undefined;
  }

  /** As at its birth, where nothing was said since. */
  attribute(name: string): AttributeValue | undefined {
    const said = this.source.fact(this.id, name);
    return (said === undefined ? this.chain.head.value.p[name] : said) as AttributeValue | undefined;
  }

  touch(): void {
    this.known = null;
    this.rises++;
  }

  private read(): readonly Run[] {
    const contents = this.segments.map((segment) => this.source.contentOf(segment));
    this.size = contents.reduce((sum, each) => sum + each.length, 0);
    return contents.length === 1 ? contents[0]!.runs : contents.flatMap((each) => each.runs);
  }
}
