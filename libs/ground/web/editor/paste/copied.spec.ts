import { lineBreak, writeHtml, writePlain, type Inline, type RichParagraph } from '@plenary/ground/text';
import { readHtml } from './index.js';
import { rules } from './test/notation.js';

const paragraph = (text: string, attributes: RichParagraph['attributes'] = {}): RichParagraph => ({
  id: 'p-secret',
  attributes,
  content: [{ text }],
});
const note: Inline = { embed: 'footnote', id: 'n-secret', values: { text: 'Tunis, 2024.' } };

const character: RichParagraph[] = [
  paragraph('Our demands', { style: 'heading', level: 1 }),
  { id: 'p-1', attributes: { kind: 'preambular' }, content: [{ text: 'Alarmed', formats: { italic: true } }, { text: ' by <this>' }, note, { text: ',' }] },
  paragraph('Safe routes', { style: 'numbered' }),
  paragraph('by sea', { style: 'bullet', indent: 1 }),
  paragraph('and by land', { indent: 1 }),
  paragraph(`Papers${lineBreak}for all`, { style: 'numbered' }),
  paragraph('in between'),
  paragraph('Reports', { style: 'numbered', start: 3 }),
  paragraph(`We stay.${lineBreak}All of us.`, { style: 'quote' }),
]; // prettier-ignore

const bodyOf = (html: string): HTMLElement => new DOMParser().parseFromString(html, 'text/html').body;

describe('what is copied', () => {
  it('CLIP-16 lists stand in lists and go on in their items, quotes and headings are such', () => {
    const body = bodyOf(writeHtml(character));
    expect(body.querySelector('h1')?.textContent).toBe('Our demands');
    expect(body.querySelectorAll('ol > li')).toHaveLength(3);
    expect(body.querySelector('ol > li > ul > li')?.textContent).toBe('by sea');
    expect(body.querySelector('ol > li > p:last-child')?.textContent).toBe('and by land');
    expect([...body.querySelectorAll('ol')].map((list) => list.getAttribute('start'))).toEqual([null, '3']);
    expect(body.querySelector('blockquote > p')?.innerHTML).toBe('We stay.<br>All of us.');
    expect([...body.querySelectorAll('p,h1,li')].every((block) => block.getAttribute('dir') === 'auto')).toBe(
      true,
    );
  });

  it('CLIP-16 notes are raised numbers with a list at the end, as Word takes them', () => {
    const body = bodyOf(writeHtml(character, { notes: 'Notes' }));
    const reference = body.querySelector('a[href="#_ftn1"]')!;
    expect(reference.querySelector('sup')?.textContent).toBe('[1]');
    const list = body.querySelector('div > div:last-child')!;
    expect(list.getAttribute('style')).toBe('mso-element:footnote-list');
    expect(list.textContent).toBe('Notes[1] Tunis, 2024.');
    expect(body.firstElementChild!.lastElementChild).toBe(list);
  });

  it('CLIP-16 everything is escaped, and no id of the text is told', () => {
    const html = writeHtml([
      ...character,
      { attributes: { kind: '"><script>' }, content: [{ text: '</p>', formats: { link: { href: '"><img src=x>' }, author: { id: 'u-secret' } } }] },
    ]); // prettier-ignore
    expect(html + writePlain(character)).not.toMatch(/secret|p-1|<script|<img/);
  });

  it('CLIP-16 words of one sentence are written without a block, and other pieces say which ends are open', () => {
    const whole = { openStart: true, openEnd: true };
    expect(writeHtml([paragraph('to leave')], {}, whole)).toBe('<span data-from="plenary">to leave</span>');
    for (const edges of [whole, { openStart: true, openEnd: false }, { openStart: false, openEnd: false }])
      expect(readHtml(writeHtml(character.slice(0, 2), {}, edges), rules)).toMatchObject(edges);
    expect(readHtml(writeHtml([paragraph('to leave')], {}, whole), rules)).toMatchObject(whole);
  });

  it('CLIP-15 plain text has numbers, signs, depth and notes', () => {
    expect(writePlain(character)).toBe(
      `Our demands

Alarmed by <this>[1],

1. Safe routes
   • by sea

   and by land

2. Papers
   for all

in between

3. Reports

> We stay.
> All of us.

[1] Tunis, 2024.`,
    );
  });

  it('CLIP-15 nothing is nothing', () => {
    expect(writePlain([])).toBe('');
    expect(readHtml(writeHtml([]), rules).paragraphs).toEqual([]);
  });
});
