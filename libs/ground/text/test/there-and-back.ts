import { firstUpdate, readText, valuesOf } from '../rich-text.js';
import { writtenBy } from '../authors.js';
import { acts, type ActName } from './acts.js';
import { chanceFor } from './plans.js';
import type { Step } from './play.js';
import { rules } from './rules.js';
import { seenIn } from './sheet.js';
import { Writer } from './writer.js';

/** What a reader sees, whoever's numbers the characters have. */
const seen = ({ text }: Writer): string =>
  text.page
    .map((paragraph) =>
      JSON.stringify([
        paragraph.id,
        ['kind', 'style', 'level'].map((name) => paragraph.attribute(name) ?? null),
        seenIn(paragraph).map(({ character, formats }) => [character, formats]),
        paragraph.runs.flatMap(({ embed }) => (embed ? [embed.id, valuesOf(text, embed)] : [])),
        writtenBy(text, paragraph),
      ]),
    )
    .join('\n');

/** Acts alone at a text, then takes everything back and does everything anew, twice; says where pages differ. */
export function thereAndBack(steps: readonly Step[], mostAtOnce?: number): string[] {
  let next = 0x4e00;
  const fresh = () => String.fromCharCode(next++);
  const line = () => ({ attributes: {}, content: [{ text: Array.from({ length: 6 }, fresh).join('') }] });
  const writer = new Writer(7, firstUpdate([line(), line(), line()], rules, 1), true, mostAtOnce);
  const pages = [seen(writer)];
  const actions = ['nothing'];
  for (const [, action, a, b, number] of steps) {
    const plan = action in acts ? acts[action as ActName](chanceFor(writer, [a, b, number], fresh)) : null;
    const { length } = writer.undo.manager.undoStack;
    if (plan) writer.edit((edit) => plan.act(edit));
    if (writer.undo.manager.undoStack.length === length) continue;
    pages.push(seen(writer));
    actions.push(action);
  }
  const wrongs: string[] = [];
  const compare = (at: number, how: string) => {
    if (seen(writer) !== pages[at]) wrongs.push(`${how} ${actions[how === 'undo' ? at + 1 : at]} (${at})`);
  };
  for (let round = 0; round < 2; round++) {
    for (let at = pages.length - 2; at >= 0; at--) if (writer.undo.undo()) compare(at, 'undo');
    for (let at = 1; at < pages.length; at++) if (writer.undo.redo()) compare(at, 'redo');
  }
  return readText(writer.doc, []).length === writer.text.page.length ? wrongs : [...wrongs, 'read otherwise'];
}
