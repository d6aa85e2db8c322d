import { oneLine, sortNameOf } from './index.js';

describe('a name in lists', () => {
  it.each([
    ['  Ação   Educativa ', 'acao educativa'],
    ['ÉCOLE', 'ecole'],
    ['الأَمَل', 'الامل'],
    ['Ёлка', 'елка'],
    ['Ｆｕｌｌ', 'full'],
    ['\u200fSea\u200b Bridge\u200e', 'sea bridge'],
  ])('%s stands as %s', (name, sorted) => expect(sortNameOf(name)).toBe(sorted));

  it.each([
    ['कमल', 'कमला'],
    ['सेवा', 'सव'],
    ['ガラス', 'カラス'],
    ['กาน', 'กิน'],
    ['мой', 'мои'],
    ['मेरा', 'मर'],
  ])('%s is not %s', (one, other) => expect(sortNameOf(one)).not.toBe(sortNameOf(other)));

  it('is the same however its signs were composed', () => {
    for (const name of ['ガラス', 'Ação', 'мой', 'कमला', '한국']) {
      expect(sortNameOf(name.normalize('NFD'))).toBe(sortNameOf(name.normalize('NFC')));
    }
  });

  it.each(['\u200b', ' \u3164 ', '\u200f\u200e', '\u2800'])(
    'of which nobody sees anything (%j) is empty',
    (name) => expect(oneLine(name)).toBe(''),
  );

  it('keeps what is seen', () => {
    expect(oneLine(' 👩‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ')).toBe(
      '👩‍👩‍👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    );
    expect(oneLine('می‌خواهم')).toBe('می‌خواهم');
  });
});
