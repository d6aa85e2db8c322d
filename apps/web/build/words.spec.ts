import { codeOfLanguage } from './words';

const file = (namespace: string, comes: 'door' | 'room' | 'record' | 'permissions', text: string) => ({
  ...{ namespace, comes, language: 'en' },
  words: { said: text },
});
const door = [file('common', 'door', 'said at the door'), file('shell', 'door', 'said around it')];
const room = (name: string) => [
  file(name, 'room', `what ${name} says on its pages`.repeat(50)),
  file(`${name}-record`, 'record', `what ${name} did`.repeat(50)),
  file(`${name}-permissions`, 'permissions', `what one may do in ${name}`.repeat(50)),
];

describe('words at the door', () => {
  it('WRD-5 are those of the door alone; of a room it says where its words are', () => {
    const code = codeOfLanguage([...door, ...room('kites')], 'en');
    expect(code).toContain('said at the door');
    expect(code).toContain(`'kites': () => import('virtual:words/en/kites')`);
    expect(code).not.toMatch(/what (kites|one)/);
  });

  it('WRD-5 grow by one line with a room, whatever it says', () => {
    const rooms = ['kites', 'lanterns', 'drums'].flatMap(room);
    const added = codeOfLanguage([...door, ...rooms, ...room('flags')], 'en').length;
    expect(added - codeOfLanguage([...door, ...rooms], 'en').length).toBeLessThan(60);
  });
});
