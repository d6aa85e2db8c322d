import { kinds, styles } from './rules.js';
import { enter, formatting, idsOf, moving, plan, put, typedAs, typing, type Act } from './plans.js';
import { anyId } from './sheet.js';

/** All that people do to a text, as an editor does it. */
export const acts = {
  type: (chance) => typing(chance, chance.offset),
  typeAtEnd: (chance) => typing(chance, chance.paragraph.length),
  typeAtBeginning: (chance) => typing(chance, 0),
  enter: (chance) => enter(chance, chance.offset),
  enterAtEnd: (chance) => enter(chance, chance.paragraph.length),
  enterAtBeginning: ({ page, sheet, index, paragraph }) =>
    plan(sheet, {
      meant: put(sheet, index, 0, { id: anyId, characters: [] }),
      touches: [paragraph.id],
      act: (edit) => edit.insertParagraph(page[index - 1] ?? null, {}),
    }),
  join: ({ page, sheet, index, paragraph }) => {
    const into = page[index - 1];
    if (!into) return null;
    const characters = [...sheet[index - 1]!.characters, ...sheet[index]!.characters];
    return plan(sheet, {
      meant: put(sheet, index - 1, 2, { id: into.id, characters }),
      touches: [into.id, paragraph.id],
      act: (edit) => edit.join(paragraph, into),
    });
  },
  delete: ({ sheet, index, paragraph, offset, number }) => {
    const to = Math.min(paragraph.length, offset + 1 + (number % 5));
    const { id, characters } = sheet[index]!;
    return plan(sheet, {
      covered: idsOf(characters.slice(offset, to)),
      meant: put(sheet, index, 1, { id, characters: characters.toSpliced(offset, to - offset) }),
      act: (edit) => edit.delete(paragraph, offset, to),
    });
  },
  deleteSeveral: ({ page, sheet, index, paragraph, offset, number }) => {
    const last = index + 1 + (number % 3);
    if (last >= page.length) return null;
    const to = (number >> 2) % (page[last]!.length + 1);
    const kept = sheet[index]!.characters.slice(0, offset);
    const all = sheet.slice(index, last + 1);
    const cut = all.flatMap(({ characters }) => characters).slice(offset);
    return plan(sheet, {
      covered: idsOf(cut.slice(0, cut.length - (page[last]!.length - to))),
      meant: put(sheet, index, all.length, {
        id: paragraph.id,
        characters: [...kept, ...sheet[last]!.characters.slice(to)],
      }),
      touches: all.map(({ id }) => id),
      act: (edit) => {
        const [end, middle] = [page[last]!, page.slice(index + 1, last)];
        edit.delete(paragraph, offset, paragraph.length);
        for (const each of middle) edit.remove(each);
        edit.delete(end, 0, to);
        edit.join(end, paragraph);
      },
    });
  },
  remove: ({ page, sheet, index, paragraph }) =>
    page.length < 3
      ? null
      : plan(sheet, {
          covered: idsOf(sheet[index]!.characters),
          meant: put(sheet, index, 1),
          touches: [paragraph.id],
          act: (edit) => edit.remove(paragraph),
        }),
  move: (chance) => moving(chance, chance.number % (chance.page.length + 1)),
  moveUp: (chance) => (chance.index > 0 ? moving(chance, chance.index - 1) : null),
  bold: formatting('bold', (number) => (number % 5 < 3 ? true : null)),
  italic: formatting('italic', (number) => (number % 5 < 3 ? true : null)),
  link: formatting('link', (number) => (number % 5 < 3 ? { href: `https://${number % 3}.org` } : null)),
  kind: ({ sheet, paragraph, number }) =>
    plan(sheet, { act: (edit) => edit.setAttribute(paragraph.id, 'kind', kinds[number % kinds.length]!) }),
  style: ({ sheet, paragraph, number }) =>
    plan(sheet, {
      act: (edit) => {
        edit.setAttribute(paragraph.id, 'style', styles[number % styles.length]!);
        edit.setAttribute(paragraph.id, 'level', number % 7);
      },
    }),
  note: ({ sheet, index, paragraph, offset, fresh }) => {
    const text = `(${fresh()})`;
    const { id, characters } = sheet[index]!;
    return plan(sheet, {
      typed: [text],
      meant: put(sheet, index, 1, { id, characters: characters.toSpliced(offset, 0, typedAs(text)) }),
      act: (edit) => edit.insert(paragraph, offset, { embed: 'footnote', values: { text } }),
    });
  },
  wordsOfNote: ({ page, sheet, number }) => {
    const notes = page.flatMap(({ runs }) => runs.flatMap(({ embed }) => embed ?? []));
    const note = notes[number % Math.max(1, notes.length)];
    return note
      ? plan(sheet, { act: (edit) => edit.setAttribute(note.id, 'text', `words ${number}`) })
      : null;
  },
  paste: ({ sheet, index, paragraph, offset, number, fresh }) => {
    const lines = Array.from({ length: 2 + (number % 3) }, () => Array.from({ length: 3 }, fresh));
    const { id, characters } = sheet[index]!;
    const rest = characters.slice(offset);
    const isEnd = offset === paragraph.length;
    const pasted = lines.map((line) => line.map((character) => typedAs(character)));
    const meant = pasted.map((line, at) => ({
      id: at === 0 ? id : anyId,
      characters: [
        ...(at === 0 ? characters.slice(0, offset) : []),
        ...line,
        ...(at === lines.length - 1 ? rest : []),
      ],
    }));
    return plan(sheet, {
      typed: lines.flat(),
      meant: put(sheet, index, 1, ...meant),
      touches: [id],
      act: (edit) => {
        // As an editor does it: parts the paragraph, then writes one line after the other.
        let last = isEnd ? null : edit.split(paragraph, offset, {});
        edit.insert(paragraph, offset, { text: lines[0]!.join('') });
        let behind = paragraph;
        for (const line of lines.slice(1, -1)) {
          behind = edit.insertParagraph(behind, { kind: 'bullets' });
          edit.insert(behind, 0, { text: line.join('') });
        }
        last ??= edit.insertParagraph(behind, {});
        edit.insert(last, 0, { text: lines.at(-1)!.join('') });
      },
    });
  },
} satisfies Record<string, Act>;

export type ActName = keyof typeof acts;
