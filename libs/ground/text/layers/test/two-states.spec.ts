import * as Y from 'yjs';
import { CharacterRanges } from '../../character-ranges.js';
import { withoutCharacters } from '../../erasing/without-characters.js';
import { firstUpdate, readText } from '../../rich-text.js';
import { rules } from '../../test/rules.js';
import { Writer } from '../../test/writer.js';
import { forkOf } from '../layer.js';
import { stateWithBoth, withoutGone } from '../two-states.js';
import { attributes, Suggester } from './suggester.js';

let text: Y.Doc;
let one: Suggester;

beforeEach(() => {
  text = new Writer(2, firstUpdate([{ attributes: {}, content: [{ text: 'One two three' }] }], rules, 1)).doc;
  one = new Suggester(50, text);
});

/** Another device, with what the first one has written. */
function another(): Suggester {
  const made = new Suggester(50, text);
  made.receive(one.layer.update);
  made.out.push(one.layer.update);
  // The library takes another name for who hears of its own.
  made.doc.clientID = 50;
  return made;
}
const type = (by: Suggester, at: number, words: string) =>
  by.edit((edit) => edit.insert(by.text.page[0]!, at, { text: words }));
const shown = (update: Uint8Array) =>
  readText(forkOf(text, [{ client: 50, update }]), attributes)[0]!
    .content.map((inline) => ('text' in inline ? inline.text : '*'))
    .join('');

describe('two states of one layer', () => {
  it('LAY-8 are the later one where that goes on from the other, in whichever order they come', () => {
    type(one, 3, ' and');
    const first = one.layer.update;
    type(one, 7, ' a half');
    one.edit((edit) => edit.delete(one.text.page[0]!, 0, 3));
    const later = one.layer.update;
    expect(stateWithBoth(first, later)).toEqual(later);
    expect(shown(stateWithBoth(later, first)!)).toBe(shown(later));
    expect(stateWithBoth(later, later)).toEqual(later);
  });

  it('LAY-8 are both where one only deleted what the other had', () => {
    type(one, 3, ' and');
    const other = another();
    other.edit((edit) => edit.delete(other.text.page[0]!, 3, 5));
    type(one, 7, ' so');
    const both = stateWithBoth(other.layer.update, one.layer.update)!;
    expect(shown(both)).toBe('Onend so two three');
  });

  it('LAY-8 are none where each went on in its own way', () => {
    type(one, 3, ' and');
    const other = another();
    type(one, 7, ' here');
    type(other, 7, ' there');
    expect(stateWithBoth(one.layer.update, other.layer.update)).toBeNull();
    expect(stateWithBoth(other.layer.update, one.layer.update)).toBeNull();
  });

  it('STM-29 what was erased from one of them does not come back with the other', () => {
    type(one, 3, ' and Amal');
    const onDevice = one.layer.update;
    const { id } = Y.decodeUpdate(onDevice).structs.find(({ length }) => length > 1)!;
    const erased = new CharacterRanges();
    erased.add([id.client, id.clock + 5], 4);
    const known = withoutCharacters(onDevice, erased);
    expect(shown(known)).toBe('One and  two three');
    // The device goes on with what it has; or says the same again.
    type(one, 0, 'Now: ');
    for (const [update, words] of [
      [one.layer.update, 'Now: One and  two three'],
      [onDevice, 'One and  two three'],
    ] as const) {
      const both = stateWithBoth(known, update)!;
      expect(shown(both)).toBe(words);
      expect(Buffer.from(both).toString('latin1')).not.toContain('Amal');
      expect(withoutGone(update, both)).toEqual(both);
    }
    expect(withoutGone(known, known)).toBe(known);
    expect(withoutGone(known, onDevice)).toBe(known);
  });

  it('STM-29 what an undo wrote anew of erased words goes, too', () => {
    type(one, 3, ' and Amal');
    const written = Y.decodeUpdate(one.layer.update).structs.find(({ length }) => length > 1)!.id;
    one.edit((edit) => edit.delete(one.text.page[0]!, 5, 12));
    one.undo.undo();
    expect(shown(one.layer.update)).toBe('One and Amal two three');
    const erased = new CharacterRanges();
    erased.add([written.client, written.clock + 5], 4);
    const known = withoutCharacters(one.layer.update, erased);
    const both = stateWithBoth(known, one.layer.update)!;
    expect(shown(both)).toBe('One and  two three');
    // Of what it brought back all else is there, and can be undone and done again.
    one.undo.redo();
    expect(shown(stateWithBoth(both, one.layer.update)!)).toBe('One a two three');
  });

  it('LAY-8 are none where the same words stand in other places', () => {
    type(one, 3, ' and');
    const other = another();
    type(one, 0, 'so');
    type(other, 9, 'so');
    expect(stateWithBoth(one.layer.update, other.layer.update)).toBeNull();
  });
});
