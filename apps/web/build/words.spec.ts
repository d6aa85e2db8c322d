import { codeOfLanguage } from './words';

const file = (namespace: string, comes: 'public' | 'room' | 'record' | 'permissions', text: string) => ({
  ...{ namespace, comes, language: 'en' },
  words: { said: text },
});
const publicWords = [
  file('common', 'public', 'said on the sign-in page'),
  file('shell', 'public', 'said around it'),
];
const room = (name: string) => [
  file(name, 'room', `what ${name} says on its pages`.repeat(50)),
  file(`${name}-record`, 'record', `what ${name} did`.repeat(50)),
  file(`${name}-permissions`, 'permissions', `what one may do in ${name}`.repeat(50)),
];

describe('words of public pages', () => {
  it('WRD-5 are those of public pages alone; of a room it says where its words are', () => {
    const code = codeOfLanguage([...publicWords, ...room('kites')], 'en');
    expect(code).toContain('said on the sign-in page');
    expect(code).toContain(`'kites': () => import('virtual:words/en/kites')`);
    expect(code).not.toMatch(/what (kites|one)/);
  });

  it('WRD-5 grow by one line with a room, whatever it says', () => {
    const rooms = ['kites', 'lanterns', 'drums'].flatMap(room);
    const added = codeOfLanguage([...publicWords, ...rooms, ...room('flags')], 'en').length;
    expect(added - codeOfLanguage([...publicWords, ...rooms], 'en').length).toBeLessThan(60);
  });
});
