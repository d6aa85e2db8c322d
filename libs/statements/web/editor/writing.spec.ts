import { statementFromParagraphs } from '@plenary/statements/domain';
import { setStyle, turnDirection } from './commands';
import { keepSigns } from './signs';
import { tick, Writer } from './test/writer';

let writer: Writer;
const begin = async (language: string, ...texts: string[]) => {
  writer = new Writer(
    statementFromParagraphs(
      texts.map((text) => ({ text })),
      1,
    ),
    11,
    language,
  );
  await tick();
};
afterEach(() => {
  keepSigns(true);
  writer.close();
});

describe('typographic signs', () => {
  it.each([
    ['en', `"We" -- don't 'wait'`, '“We” — don’t ‘wait’'],
    ['en-GB', '("all")', '(“all”)'],
    ['fr', `"Nous" -- l'accord`, '«\u00a0Nous\u00a0» – l’accord'],
    ['es', '"Nosotras" --', '«Nosotras» —'],
    ['ar', '"نحن" --', '«نحن» –'],
    ['de', '"Wir"', '„Wir“'],
    ['pt', '"Nós" ---', '“Nós” —'],
  ])('STM-19 are those of %s: %s', async (language, typed, signs) => {
    await begin(language, '');
    writer.type(typed);
    expect(writer.paragraphs[0]!.text).toBe(signs);
  });

  it('STM-19 are plain again with the next Backspace, and where somebody switched them off', async () => {
    await begin('en', '');
    writer.type('5"');
    writer.press('Backspace');
    expect(writer.paragraphs[0]!.text).toBe('5"');
    keepSigns(false);
    writer.type(` "--'`);
    expect(writer.paragraphs[0]!.text).toBe(`5" "--'`);
  });
});

describe('lists', () => {
  it.each(['1. ', '1) ', '١. ', '١- ', 'أ- ', '۱. '])('begin with "%s"', async (typed) => {
    await begin('ar', '');
    writer.type(typed);
    expect(writer.paragraphs[0]).toMatchObject({ style: 'numbered', text: '' });
  });

  it('let Tab go where an item goes no deeper or further out, and after Escape', async () => {
    await begin('en', 'First');
    writer.caret(0, 2);
    expect(writer.press('Tab')).toBe(false);
    writer.run(setStyle('bullet'));
    expect(writer.press('Tab', { shiftKey: true })).toBe(false);
    expect(Array.from({ length: 6 }, () => writer.press('Tab'))).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
    expect(writer.press('Tab', { shiftKey: true })).toBe(true);
    expect(writer.paragraphs[0]!.indent).toBe(3);
    writer.press('Escape');
    expect([writer.press('Tab'), writer.press('Tab', { shiftKey: true })]).toEqual([false, false]);
    writer.type('x');
    expect(writer.press('Tab')).toBe(true);
  });
});

describe('direction', () => {
  const runs = () =>
    [...writer.editor.view.dom.querySelectorAll<HTMLElement>('[data-style]')].map((each) =>
      each.classList.contains('runs-from-left') ? 'ltr' : each.dir,
    );

  it('STM-18 is the statement’s, whatever a paragraph begins with', async () => {
    await begin('ar', 'CEDAW هي اتفاقية', '12 مادة', '', 'CEDAW', 'This is quoted in English.');
    expect(runs()).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr']);
    writer.caret(4, 0);
    writer.type('قال: ');
    expect(runs()[4]).toBe('rtl');
    writer.close();
    await begin('en', 'CEDAW', 'المهاجرون');
    expect(runs()).toEqual(['auto', 'auto']);
  });

  it('STM-18 is turned for a paragraph, and turned back without a trace', async () => {
    await begin('ar', 'CEDAW هي اتفاقية');
    writer.run(turnDirection('ar'));
    expect([runs(), writer.paragraphs[0]!.direction]).toEqual([['ltr'], 'ltr']);
    writer.run(turnDirection('ar'));
    expect([runs(), writer.paragraphs[0]!.direction]).toEqual([['rtl'], 'auto']);
  });
});
