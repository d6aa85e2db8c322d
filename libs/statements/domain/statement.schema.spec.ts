import * as Y from 'yjs';
import { findViolation, firstUpdate, readText } from '@plenary/ground/text';
import { attributesFrom, usualAttributes } from './paragraph-attributes.js';
import { statementRules, statementSchemaVersion } from './statement.schema.js';

describe('what a statement may consist of', () => {
  const { attributes, formats, embeds, usual } = statementRules;
  const check = (name: string) => attributes[name]!;

  it('STM-12 nobody brings an id: they follow from the characters, are short and may stand in an address', () => {
    expect(attributes['id']).toBeUndefined();
    for (const id of ['a', 'A_b-c', '"><script>', 'x'.repeat(41), '', 7, null]) {
      const forger = new Y.Doc();
      forger.getText('text').insertEmbed(0, { p: {}, id });
      const doc = new Y.Doc();
      let violation: string | null = null;
      doc.on('afterTransaction', (transaction) => (violation ??= findViolation(transaction, statementRules)));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(forger));
      expect([id, violation]).toEqual([id, 'mark']);
    }
    const doc = new Y.Doc();
    Y.applyUpdate(doc, firstUpdate([], statementRules, 2 ** 32 - 1));
    expect(readText(doc, [])[0]!.id).toMatch(/^y[0-9]{1,10}\.[0-9]{1,10}$/);
  });

  it('STM-12 kind, style, direction, level, indent and start are of the lists and ranges, and numbers are whole', () => {
    expect(check('kind')('operative') && check('style')('quote') && check('direction')('rtl')).toBe(true);
    expect(check('kind')('Operative') || check('style')('table') || check('direction')('up')).toBe(false);
    expect([1, 2, 3].every(check('level'))).toBe(true);
    // One more than the deepest item: a text that goes on with it.
    expect([0, 4, 5].every(check('indent'))).toBe(true);
    expect([0, 1, 9_999].every(check('start'))).toBe(true);
    expect([0, 4, 1.5, '1', NaN].some(check('level'))).toBe(false);
    expect([-1, 6, Infinity, true].some(check('indent'))).toBe(false);
    expect([-1, 10_000, 2.5, '3', null].some(check('start'))).toBe(false);
  });

  it('STM-12 what is usual is valid, and read where nothing or nonsense is said', () => {
    for (const [name, value] of Object.entries(usual))
      expect([name, check(name)(value)]).toEqual([name, true]);
    expect(attributesFrom({})).toEqual(usualAttributes);
    expect(
      attributesFrom({ kind: 7, style: 'table', level: 9, indent: -2, start: 1.5, direction: null }),
    ).toEqual({ ...usualAttributes, level: 3 });
  });

  it('STM-13 a link has a safe address and nothing else; bold and italic have nothing', () => {
    const { link, bold, italic } = formats;
    expect(Object.keys(formats).sort()).toEqual(['bold', 'italic', 'link']);
    expect(Object.keys(link!.values)).toEqual(['href']);
    expect(link!.values['href']!('https://example.org')).toBe(true);
    expect(link!.values['href']!('javascript:alert(1)')).toBe(false);
    expect([bold!.values, italic!.values]).toEqual([{}, {}]);
    expect([bold!.grows, italic!.grows, link!.grows]).toEqual([true, true, false]);
  });

  it('STM-12 footnotes are bounded', () => {
    const { text } = embeds['footnote']!;
    expect(text!('x'.repeat(2_000))).toBe(true);
    expect(text!('x'.repeat(2_001))).toBe(false);
  });

  it('SYNC-24 the version is not that of a text of elements', () => {
    expect(statementRules.version).toBe(statementSchemaVersion);
    expect(statementSchemaVersion).toBeGreaterThan(1);
  });
});
