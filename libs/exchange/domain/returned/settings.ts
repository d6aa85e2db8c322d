import type { AttributeValue } from '@plenary/ground/text';
import {
  attributesFrom,
  isBlank,
  numberParagraphs,
  type Moment,
  type MomentParagraph,
  type ParagraphAttributes,
} from '@plenary/statements/domain';
import { settingOf, type ShownSetting } from '../outgoing/outgoing.js';
import type { Group } from './groups.js';
import type { ReturnedFile, ReturnedParagraph } from './returned-file.js';

type Attributes = Readonly<Record<string, AttributeValue>>;

/** A paragraph is set otherwise: a heading, an item of a list, deeper, operative … */
export interface SetOtherwise {
  /** Empty where Word did not track it. */
  readonly by: string;
  readonly attributes: Attributes;
}

interface Read {
  readonly group: Group;
  readonly paragraph: MomentParagraph | null;
}

/**
 * EXC-17: how paragraphs are set otherwise in a file than at the moment, as far as the reader of this room tells settings
 * apart. With `trackedAlone` only what Word tracked. Answers one for each that was read, null where it is set as it was.
 */
export function settingsIn(
  file: ReturnedFile,
  moment: Moment,
  reads: readonly Read[],
  { trackedAlone }: { readonly trackedAlone: boolean },
): (SetOtherwise | null)[] {
  const shown = shownIn(moment);
  const known = new Set(moment.map(({ id }) => id));
  const found = reads.map(({ group, paragraph }) => {
    const own = paragraph && ownParagraph(file, group);
    if (!own) return null;
    const [was, now] = [shown.get(paragraph.id)!, readFrom(own.attributes)];
    const before = own.was ? readFrom(own.was.attributes) : now;
    // Joined with others, it may be set as one of those.
    const isMarked = group.ids.includes(paragraph.id) && new Set(group.ids.filter((id) => known.has(id))).size === 1;
    return { paragraph, was, before, now, by: own.was?.by ?? '', isMarked };
  });
  const kept = new Kept();
  for (const each of found) if (each?.isMarked) kept.add(each.was, each.before);
  return found.map((each) => {
    if (!each) return null;
    const { paragraph, was, before, now, by, isMarked } = each;
    const isTracked = !same(before, now);
    if (!isTracked && (trackedAlone || !isMarked || !kept.isMeant(was, now))) return null;
    const attributes = attributesFor(now, was, paragraph.attributes);
    return Object.keys(attributes).length === 0 ? null : { by: isTracked ? by : '', attributes };
  });
} // prettier-ignore

/**
 * What a program lost, or calls otherwise, it did so with all paragraphs that were set alike. So what nobody tracked was
 * meant where another of them is set as before; of one that was alone, where the file says of it that it is something.
 */
class Kept {
  private readonly counts = new Map<string, { all: number; kept: number }>();

  add(was: ShownSetting, now: ShownSetting): void {
    const { all, kept } = this.of(was);
    this.counts.set(keyOf(was), { all: all + 1, kept: kept + (same(was, now) ? 1 : 0) });
  }

  isMeant(was: ShownSetting, now: ShownSetting): boolean {
    const { all, kept } = this.of(was);
    return kept > 0 || (all === 1 && !same(now, readFrom({})));
  }

  private of(was: ShownSetting) {
    return this.counts.get(keyOf(was)) ?? { all: 0, kept: 0 };
  }
}

/** The paragraph of the file in which its words stand; null where somebody parted them. */
function ownParagraph({ paragraphs }: ReturnedFile, { from, to }: Group): ReturnedParagraph | null {
  if (from === to) return paragraphs[from]!;
  const [one, ...more] = paragraphs
    .slice(from, to + 1)
    .filter(({ pieces }) => pieces.some((piece) => piece.in === undefined));
  return one && more.length === 0 ? one : null;
}

/** Of each paragraph, what a file that is made of it shows. */
function shownIn(moment: Moment): ReadonlyMap<string, ShownSetting> {
  const numbers = numberParagraphs(moment.map((each) => ({ ...each.attributes, empty: isBlank(each) })));
  return new Map(moment.map(({ id, attributes }, at) => [id, settingOf(attributes, numbers[at]!)]));
}

function readFrom(said: Attributes): ShownSetting {
  const { style, kind, level, indent } = attributesFrom(said);
  return { style, kind, level, indent };
}

const keyOf = ({ style, kind, level, indent }: ShownSetting): string =>
  [style, kind, level, indent].join(' ');
const same = (one: ShownSetting, other: ShownSetting): boolean => keyOf(one) === keyOf(other);

/** What has to be said of a paragraph, so that it is set so. */
function attributesFor(now: ShownSetting, was: ShownSetting, said: ParagraphAttributes): Attributes {
  const { style, kind, level, indent } = now;
  const found: Record<string, AttributeValue> = {};
  const isOther = style !== was.style;
  if (isOther) found['style'] = style;
  if (style === 'heading' && level !== said.level) found['level'] = level;
  const isDeep = style === 'text' || style === 'bullet' || style === 'numbered';
  if (isDeep && indent !== (isOther ? said : was).indent) found['indent'] = indent;
  // What becomes a text, and says no kind, is of the kind that it was.
  const saysNone = kind === 'plain' && (isOther || was.indent > 0);
  if (style === 'text' && indent === 0 && kind !== said.kind && !saysNone) found['kind'] = kind;
  return found;
}
