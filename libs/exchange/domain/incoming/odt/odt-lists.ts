import { statementLimits } from '@plenary/statements/domain';
import type { Draft } from '../incoming.js';
import type { Attributes } from '../docx/walk-xml.js';
import type { OdtLevel, OdtStyles } from './odt-styles.js';

/** Where in lists a paragraph stands. */
export interface OdtPlace {
  readonly counts: (number | null)[];
  readonly style: string;
  readonly depth: number;
  /** The first paragraph of its item; what follows goes on with it. */
  readonly isFirst: boolean;
  readonly start: number | null;
}

interface Open {
  readonly counts: (number | null)[];
  readonly style: string;
}

/** Lists of an OpenDocument text, counted as it counts them. */
export class OdtLists {
  private readonly open: Open[] = [];
  private readonly items: { said: boolean; start: number | null; style: string | null }[] = [];
  private readonly byId = new Map<string, (number | null)[]>();
  private last: Open | null = null;

  constructor(private readonly styles: OdtStyles) {}

  begin(attributes: Attributes): void {
    const outer = this.open.at(-1);
    const style = attributes['style-name'] ?? outer?.style ?? '';
    const goesOn = attributes['continue-numbering'] === 'true' ? this.last?.counts : undefined;
    const counts = outer?.counts ?? this.byId.get(attributes['continue-list'] ?? '') ?? goesOn ?? [];
    if (attributes['id']) this.byId.set(attributes['id'], counts);
    this.open.push({ counts, style });
  }

  end(): void {
    const list = this.open.pop();
    if (list && this.open.length === 0) this.last = list;
  }

  beginItem(attributes: Attributes, isHeader: boolean): void {
    const start = attributes['start-value'] === undefined ? null : Number(attributes['start-value']);
    this.items.push({ said: isHeader, start, style: attributes['style-override'] ?? null });
  }

  endItem(): void {
    this.items.pop();
  }

  /** The place of a paragraph that begins here; null outside of all lists. */
  place(): OdtPlace | null {
    const [list, item] = [this.open.at(-1), this.items.at(-1)];
    if (!list || !item) return null;
    const isFirst = !item.said;
    item.said = true;
    const { counts } = list;
    return {
      counts,
      style: item.style ?? list.style,
      depth: this.open.length - 1,
      isFirst,
      start: item.start,
    };
  }

  /** What a paragraph is by its place; counts it. `spare` is the list of its style, where the list names none. */
  take(place: OdtPlace, spare: string | null): Pick<Draft, 'style' | 'kind' | 'indent' | 'number'> {
    const { counts, depth, isFirst, start } = place;
    const level = this.styles.level(place.style || (spare ?? ''), depth);
    const indent = Math.min(depth, statementLimits.deepestIndent);
    if (!isFirst) return { style: 'text', indent: level?.kind ? 0 : indent + 1 };
    const number = this.count(counts, depth, start, level);
    if (level?.kind) return { style: 'text', kind: level.kind };
    if (!level || level.format === 'none') return { style: 'text' };
    return level.format === 'bullet' ? { style: 'bullet', indent } : { style: 'numbered', indent, number };
  }

  private count(counts: (number | null)[], depth: number, start: number | null, level?: OdtLevel): number {
    const number = start ?? (counts[depth] ?? (level?.start ?? 1) - 1) + 1;
    counts[depth] = number;
    for (let deeper = depth + 1; deeper < counts.length; deeper++) counts[deeper] = null;
    return number;
  }
}
