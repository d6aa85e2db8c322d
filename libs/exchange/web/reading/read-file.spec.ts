/** @jest-environment ./libs/ground/web/testing/browser-environment.cjs */
import { directed, outgoing, writePage } from '@plenary/exchange/domain';
import { lineBreak, type Inline, type RichParagraph } from '@plenary/ground/text';
import { withFiles } from '@plenary/ground/web/testing';
import { readFile } from './read-file';
import { readPage } from './read-page';

const facts = { id: '0198f0a2', title: 'On rescue & <more>', moment: 42, by: null };
const fileOf = (text: string, name: string) => new File([text], name);
const of = (attributes: RichParagraph['attributes'], ...content: (string | Inline)[]): RichParagraph => ({
  attributes,
  content: content.map((each) => (typeof each === 'string' ? { text: each } : each)),
});

/** Of everything something. */
const text = [
  of({ style: 'heading', level: 3 }, { text: 'Why', formats: { bold: true } }),
  of({ kind: 'preambular' }, { text: 'Alarmed', formats: { italic: true } }, ' by  deaths', { embed: 'footnote', values: { text: `IOM${lineBreak}<2024>` } }, ','),
  of({ kind: 'operative' }, 'States shall'),
  of({ style: 'numbered' }, 'one'),
  of({ style: 'numbered', indent: 1 }, 'deep'),
  of({ indent: 2 }, 'goes on'),
  of({ style: 'numbered', start: 7 }, 'seven'),
  of({ style: 'bullet', indent: 3 }, 'deeper'),
  of({ style: 'quote' }, `We stay.${lineBreak}${lineBreak}All of us.`),
  of({}, 'نطالب ', { text: 'بحقوقنا', formats: { link: { href: 'https://example.org/?a=1&b=2' }, bold: true } }),
  of({ direction: 'rtl' }, 'Turned by hand.'),
]; // prettier-ignore

/** All that is to be seen. */
const seen = (rich: readonly RichParagraph[], language: string) =>
  outgoing({ ...facts, language }, rich).paragraphs.map(({ id: _, direction: __, ...each }) => each);

describe('a file that somebody brings', () => {
  beforeAll(withFiles);

  it.each(['en', 'ar'])('EXC-10 a page that Plenary made is read back as it was, in %s', (language) => {
    const back = readPage(writePage(outgoing({ ...facts, language }, text)));
    expect(back).toMatchObject({ title: facts.title, language, notCarried: {} });
    expect(back.of).toEqual({ statement: '0198f0a2', moment: 42 });
    expect(seen(directed(back.paragraphs, language), language)).toEqual(seen(text, language));
  });

  it('EXC-13 of any page come its title, its language and its levels, and what is left out is counted', () => {
    const page =
      '<html lang="fr-CA"><title>Site</title><style>.x{}</style><h1>Notre appel</h1><h2>Pourquoi</h2><h3>Ici</h3><p>Nous <b>demandons</b>' +
      '<img src=x><img src=y></p><table><tr><td>a</td><td>b</td></tr></table><script>alert(1)</script>';
    const { title, language, paragraphs, notCarried } = readPage(page);
    expect([title, language, notCarried]).toEqual(['Notre appel', 'fr', { pictures: 2, tables: 1 }]);
    expect(paragraphs.map(({ attributes, content }) => [attributes['style'], attributes['level'], content])).toEqual([
      ['heading', undefined, [{ text: 'Pourquoi' }]],
      ['heading', 2, [{ text: 'Ici' }]],
      [undefined, undefined, [{ text: 'Nous ' }, { text: 'demandons', formats: { bold: true } }]],
      [undefined, undefined, [{ text: 'a | b' }]],
    ]);
  }); // prettier-ignore

  it('EXC-13 plain text says the kinds of its paragraphs by their numbers, where they count', async () => {
    const text = 'PP1  Alarmed,\n\nPP2  Recalling,\n\nOP1  We ask:\n\n1. one\n2. two\n\nPP9  is no number';
    const { incoming, beside } = await readFile(fileOf(text, 'call.txt'), 'accepted', 'en');
    expect(beside).toBeNull();
    const { paragraphs } = incoming;
    expect(paragraphs.map(({ attributes, content }) => [attributes, content])).toEqual([
      [{ kind: 'preambular' }, [{ text: 'Alarmed,' }]],
      [{ kind: 'preambular' }, [{ text: 'Recalling,' }]],
      [{ kind: 'operative' }, [{ text: 'We ask:' }]],
      [{ style: 'numbered' }, [{ text: 'one' }]],
      [{ style: 'numbered' }, [{ text: 'two' }]],
      [{}, [{ text: 'PP9 is no number' }]],
    ]);
  });
});
