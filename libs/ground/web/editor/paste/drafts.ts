import {
  lineBreak,
  ListCounter,
  numberAt,
  type AttributeValue,
  type Inline,
  type RichParagraph,
} from '@plenary/ground/text';
import { cleanCharacters, withoutEnd, withoutStart } from './characters.js';
import { addText, Cutter, isText, textOf } from './runs.js';
import { noFormats } from './formats.js';
import { planText, type PlannedParagraph, type PlanOptions } from './text-plan.js';

/** A paragraph while it is being read. */
export interface Draft {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly content: Inline[];
  /** The number that the item had where it came from; whether it must be said is known at the end. */
  readonly number: number | null;
  /** True when no block stood around it: it is a piece of a paragraph. */
  readonly piece: boolean;
  /** True for what stood in `<pre>`. */
  readonly lined: boolean;
}

/** Takes spaces and breaks away from both ends. */
export function trimContent(content: Inline[]): Inline[] {
  const trimmed = [...content];
  const at = (end: 'first' | 'last') => (end === 'first' ? 0 : trimmed.length - 1);
  for (const end of ['first', 'last'] as const) {
    for (let inline = trimmed[at(end)]; inline && isText(inline); inline = trimmed[at(end)]) {
      const text = (end === 'first' ? withoutStart : withoutEnd)(inline.text);
      if (text !== '') {
        trimmed[at(end)] = { ...inline, text };
        break;
      }
      trimmed.splice(at(end), 1);
    }
  }
  return trimmed;
}

/** Reads the lines of a draft as plain text is read, with the formats and notes that they have. */
export function splitLines(draft: Draft, options: PlanOptions, deepestIndent: number): Draft[] {
  const text = options.lists ? textOf(draft.content) : textOf(draft.content).replaceAll(lineBreak, '\n');
  const plans = planText(text, options);
  const cutter = new Cutter(draft.content);
  return plans.map((plan, i) => ({
    ...draft,
    attributes: { ...(i === 0 || options.lists ? draft.attributes : continuing(draft)), ...attributesOf(plan, deepestIndent) },
    content: cut(plan, cutter, options.keepLines),
    number: plan.style === 'numbered' ? plan.number : i === 0 ? draft.number : null,
  })); // prettier-ignore
}

/** What goes on in an item is set under it; everywhere else it is like what stands before. */
function continuing({ attributes }: Draft): Draft['attributes'] {
  const { style, indent } = attributes;
  return style === 'bullet' || style === 'numbered' ? { indent: numberAt(indent) + 1 } : attributes;
}

function attributesOf({ style, indent }: PlannedParagraph, deepestIndent: number): Draft['attributes'] {
  const depth = Math.min(indent, deepestIndent);
  return { ...(style === 'text' ? {} : { style }), ...(depth > 0 ? { indent: depth } : {}) };
}

function cut({ pieces }: PlannedParagraph, cutter: Cutter, keepSpaces: boolean): Inline[] {
  const content: Inline[] = [];
  for (const { from, to, glue } of pieces) {
    addText(content, glue, glue === '' ? noFormats : cutter.formats);
    cutter.copy(from, to, content);
  }
  const clean = (text: string) => cleanCharacters(keepSpaces ? text.replace(/\t/g, '    ') : text.replace(/[ \t]+/g, ' '));
  const cleaned: Inline[] = [];
  for (const inline of content) {
    if (isText(inline)) addText(cleaned, clean(inline.text), inline.formats ?? noFormats);
    else cleaned.push(inline);
  }
  return cleaned;
} // prettier-ignore

/** The paragraphs of drafts: empty ones fall away, and numbers are said only where counting would give another. */
export function finish(drafts: readonly Draft[]): RichParagraph[] {
  const counter = new ListCounter();
  const paragraphs: RichParagraph[] = [];
  for (const { attributes, content, number } of drafts) {
    const trimmed = trimContent(content);
    if (trimmed.length === 0) continue;
    const other = number !== null && number > 0 && number !== counter.next(numberAt(attributes['indent']));
    const paragraph = { attributes: other ? { ...attributes, start: number } : attributes, content: trimmed };
    counter.number(paragraph);
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
