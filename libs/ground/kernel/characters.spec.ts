import { harmless, isHarmless, oneLine, withoutUnseen } from './index.js';

describe('characters that nobody sees', () => {
  it.each([
    ['a reversed name', 'Ali\u202egpj.exe', 'Aligpj.exe'],
    ['an embedding', 'a\u202ab\u202c', 'ab'],
    ['a terminal’s escape', '\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a C1 control', 'a\u009b1mb', 'a1mb'],
    ['a zero-width space, a soft hyphen, a mark of order', 'a\u200bb\u00adc\ufeff', 'abc'],
    ['a half sign', 'a\ud83db', 'ab'],
  ])('are taken away: %s', (_, given, left) => expect(withoutUnseen(given)).toBe(left));

  it.each([
    ['Persian joiners', 'می\u200cخواهم'],
    ['a family', '👨\u200d👩\u200d👧'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['marks of direction', 'שלום\u200f!'],
    ['an isolate', '\u2068Ana\u2069'],
    ['lines and tabs', 'a\tb\r\nc'],
  ])('stay where they mean something: %s', (_, given) => {
    expect(withoutUnseen(given)).toBe(given);
    expect(isHarmless(given)).toBe(true);
  });

  it('one line holds none inside, and no isolate either, which would reach beyond a name', () => {
    expect(oneLine(' Red\u202e \u2068Andina\u0007 ')).toBe('Red Andina');
    expect(oneLine('\u200b\u001b')).toBe('');
  });

  it('are replaced one for one where places count', () => {
    expect(isHarmless('a\u202eb')).toBe(false);
    expect(harmless('a\u202eb\u0007')).toBe('a\u200bb\u200b');
  });
});
