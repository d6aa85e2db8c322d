import type { ParagraphKind } from '@plenary/statements/domain';
import { kindSigns } from '../../docx/numbering-part.js';
import { walkXml, type Effort } from './walk-xml.js';

interface Level {
  format: string;
  text: string;
  start: number;
  /** Null where every shallower level restarts it; 0 never; n by levels before the nth. */
  restart: number | null;
}

interface Num {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** What Word's list says of a paragraph. */
export type WordItem =
  { readonly kind: ParagraphKind } | { readonly bullet: true } | { readonly number: number } | null;

const newLevel = (): Level => ({ format: 'decimal', text: '', start: 1, restart: null });

/** Word's lists, counted as Word counts them. */
export class WordNumbering {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly nums = new Map<string, Num>();
  /** Counts of each list that lists share, by level. */
  private readonly counts = new Map<string, (number | null)[]>();
  private readonly begun = new Set<string>();

  /** The item that a paragraph is; counts it. */
  take(numId: string, depth: number): WordItem {
    const num = this.nums.get(numId);
    const level = this.levelOf(num, depth);
    return num && level ? itemOf(level, this.count(numId, num, depth, level)) : null;
  }

  /** The item that a paragraph would be; counts nothing, and numbers say nothing. */
  look(numId: string, depth: number): WordItem {
    const level = this.levelOf(this.nums.get(numId), depth);
    return level && itemOf(level, level.start);
  }

  private levelOf(num: Num | undefined, depth: number): Level | null {
    const level = num && (num.levels.get(depth) ?? this.abstracts.get(num.abstract)?.get(depth));
    return level && level.format !== 'none' ? level : null;
  }

  private count(numId: string, num: Num, depth: number, level: Level): number {
    const counts = this.counts.get(num.abstract) ?? [];
    this.counts.set(num.abstract, counts);
    const key = `${numId}:${depth}`;
    const start = num.starts.get(depth);
    if (start !== undefined && !this.begun.has(key)) counts[depth] = start;
    else counts[depth] = (counts[depth] ?? (start ?? level.start) - 1) + 1;
    this.begun.add(key);
    for (let deeper = depth + 1; deeper < counts.length; deeper++) {
      const restart = (num.levels.get(deeper) ?? this.abstracts.get(num.abstract)?.get(deeper))?.restart ?? null;
      if (restart === null || depth < restart) counts[deeper] = null;
    }
    return counts[depth];
  } // prettier-ignore

  async read(xml: string, effort: Effort): Promise<void> {
    let levels: Map<number, Level> | null = null;
    let num: Num | null = null;
    let level: Level | null = null;
    let overridden = 0;
    await walkXml(
      xml,
      {
        enter: (name, { val = '', ...more }) => {
          if (name === 'abstractNum') this.abstracts.set(more['abstractNumId'] ?? '', (levels = new Map()));
          else if (name === 'num') {
            num = { abstract: '', starts: new Map(), levels: new Map() };
            levels = num.levels;
            this.nums.set(more['numId'] ?? '', num);
          } else if (name === 'abstractNumId' && num) num.abstract = val;
          else if (name === 'lvlOverride') overridden = Number(more['ilvl']);
          else if (name === 'startOverride') num?.starts.set(overridden, Number(val) || 0);
          else if (name === 'lvl') levels?.set(Number(more['ilvl']), (level = newLevel()));
          else if (level) {
            if (name === 'start') level.start = Number(val) || 0;
            else if (name === 'numFmt') level.format = val;
            else if (name === 'lvlText') level.text = val;
            else if (name === 'lvlRestart') level.restart = Number(val);
          }
        },
        leave: (name) => {
          if (name === 'lvl') level = null;
          if (name === 'num' || name === 'abstractNum') [num, levels] = [null, null];
        },
      },
      effort,
    );
  }
}

function itemOf({ format, text }: Level, number: number): WordItem {
  if (format === 'bullet') return { bullet: true };
  const kind = kindOf(text);
  return kind ? { kind } : { number };
}

/** STM-10: numbers of paragraphs are no list. */
function kindOf(text: string): ParagraphKind | null {
  const sign = /^(\S*)%1\.?$/.exec(text)?.[1];
  const found = Object.entries(kindSigns).find(([, each]) => each === sign);
  return found ? (found[0] as ParagraphKind) : null;
}
