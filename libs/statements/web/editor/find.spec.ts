import { statementFromParagraphs } from '@plenary/statements/domain';
import { replaceAll, replaceOne, setQuery, step } from './find';
import { find, findKey } from './find-marks';
import { fold } from './folding';
import { tick, Writer } from './test/writer';

const alike: readonly [string, string, string][] = [
  ['Arabic with vowel signs', 'الْمُهَاجِرِينَ', 'المهاجرين'],
  ['Arabic with the lengthening stroke', 'الـمـهـاجـرين', 'المهاجرين'],
  ['alef with and without hamza', 'الأمم الإقليمية', 'الامم الاقليمية'],
  ['Arabic digits', 'المادة ١٢', 'المادة 12'],
  ['decomposed accents', 'e\u0301galite\u0301', 'égalité'],
  ['case and accents', 'ÉGALITÉ', 'egalite'],
  ['curly apostrophes', 'l’égalité', "l'egalite"],
  ['quotation marks', '«Nosotras» “we”', '"Nosotras" "we"'],
  ['hard blanks', 'article\u00a08\u202f: droits', 'article 8 : droits'],
  ['dashes', '2019–2024, non‑refoulement', '2019-2024, non-refoulement'],
  ['a soft hyphen and a joiner', 'migra\u00adtion\u200d', 'migration'],
  ['ligatures', 'o\ufb03ce cœur', 'office coeur'],
];

describe('what is searched for', () => {
  it.each(alike)('STM-16 is found with %s', (_, written, searched) => {
    expect(fold(written).text).toBe(fold(searched).text);
  });

  it('STM-16 stands where its characters stand, with their marks', () => {
    const { text, from, to } = fold('e\u0301t \u00a0x');
    expect([text, from, to]).toEqual(['et x', [0, 2, 3, 5], [2, 3, 5, 6]]);
  });
});

class Searcher extends Writer {
  constructor(...paragraphs: string[]) {
    super(
      statementFromParagraphs(
        paragraphs.map((text) => ({ text })),
        1,
      ),
      11,
    );
    this.editor.registerPlugin(find());
  }

  get state() {
    const { found, current } = findKey.getState(this.editor.state)!;
    return { count: found.length, current };
  }

  get texts(): string[] {
    return this.paragraphs.map(({ text }) => text);
  }
}

describe('finding and replacing', () => {
  let writer: Searcher;
  afterEach(() => writer.close());

  it('STM-16 counts every place, however many, and goes round', async () => {
    writer = new Searcher('rights '.repeat(2_500), 'no more rights');
    await tick();
    setQuery(writer.editor.view, 'Rights');
    expect(writer.state).toEqual({ count: 2_501, current: 0 });
    step(writer.editor.view, -1);
    expect(writer.state.current).toBe(2_500);
    expect(writer.editor.state.selection.$from.index(0)).toBe(1);
  });

  it('STM-16 replaces one after the other, and goes on behind what was written', async () => {
    writer = new Searcher('migrants and migrants', 'migrants');
    await tick();
    setQuery(writer.editor.view, 'migrants');
    replaceOne(writer.editor.view, 'all migrants');
    replaceOne(writer.editor.view, 'all migrants');
    expect(writer.texts).toEqual(['all migrants and all migrants', 'migrants']);
    expect(writer.state.current).toBe(2);
  });

  it('STM-16 replaces all as one act, keeps formats and sources, and undoes it as one', async () => {
    writer = new Searcher('their rights, a right', 'Rights of all');
    await tick();
    writer.caret(0, 8);
    writer.editor.commands.insertContent({ type: 'footnote', attrs: { text: 'A/RES/73/195' } });
    await tick();
    writer.editor.commands.setTextSelection({ from: 7, to: 14 });
    writer.editor.commands.toggleBold();
    const before = writer.paragraphs;
    setQuery(writer.editor.view, 'rights');
    expect(replaceAll(writer.editor.view, 'Freedoms')).toBe(2);
    await tick();
    expect(writer.texts).toEqual(['their Freedoms, a right', 'Freedoms of all']);
    expect(writer.paragraphs[0]!.footnotes).toEqual(['A/RES/73/195']);
    expect(writer.editor.getHTML()).toContain('<strong>Freedoms');
    expect(replaceAll(writer.editor.view, 'x')).toBe(0);
    writer.binding.undo();
    await tick();
    expect(writer.paragraphs).toEqual(before);
    expect(writer.editor.getHTML()).toContain('<strong>ri');
  });

  it('STM-16 changes nothing for who reads', async () => {
    writer = new Searcher('rights');
    await tick();
    writer.editor.setEditable(false);
    setQuery(writer.editor.view, 'rights');
    expect([replaceAll(writer.editor.view, 'x'), replaceOne(writer.editor.view, 'x')]).toEqual([0, false]);
    expect(writer.texts).toEqual(['rights']);
  });

  it('STM-16 changes nothing where it would be more than the server takes at once', async () => {
    writer = new Searcher('a'.repeat(20_000));
    await tick();
    setQuery(writer.editor.view, 'a');
    expect(replaceAll(writer.editor.view, 'b')).toBeNull();
    expect(writer.texts).toEqual(['a'.repeat(20_000)]);
  });
});
