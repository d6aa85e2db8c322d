import { lineBreak, type Inline, type RichParagraph } from '@plenary/ground/text';

const note = (text: string): Inline => ({ embed: 'footnote', values: { text } });
const of = (attributes: RichParagraph['attributes'], ...content: (string | Inline)[]) => ({
  attributes,
  content: content.map((each) => (typeof each === 'string' ? { text: each } : each)),
});

/** A statement in which there is everything of which a text may consist; ids as the text gives them. */
export const debate: readonly RichParagraph[] = [
  of({ style: 'heading', level: 1 }, 'Why we speak'),
  of(
    { kind: 'preambular' },
    { text: 'Alarmed', formats: { italic: true } },
    ' by 2,573 deaths at sea',
    note('IOM, Missing Migrants Project, 2024. <https://missingmigrants.iom.int>'),
    ', and by & “silence”,',
  ),
  of({ kind: 'preambular' }, 'Recalling the Global Compact,'),
  of({}),
  of({ style: 'heading', level: 2 }, 'Our demands'),
  of({ kind: 'operative' }, 'States ', { text: 'shall', formats: { bold: true } }, ':'),
  of({ style: 'numbered' }, 'open safe routes'),
  of({ style: 'numbered', indent: 1 }, 'by sea'),
  of({ style: 'numbered', indent: 1 }, 'by land'),
  of({ indent: 2 }, 'and keep them open.'),
  of({ style: 'numbered' }, 'end detention'),
  of({ style: 'bullet', indent: 1 }, 'of children'),
  of({ style: 'bullet', indent: 2 }, 'at once'),
  of({ style: 'numbered' }, 'report'),
  of({ kind: 'operative' }, 'They report every year.'),
  of({ style: 'numbered', start: 7 }, 'as before'),
  of({ style: 'numbered' }, 'and after'),
  of({ style: 'quote' }, `We stay.${lineBreak}All of us.`),
  of(
    {},
    'See ',
    { text: 'our page', formats: { link: { href: 'https://example.org/?a=1&b="2"' }, bold: true } },
    ' or ',
    { text: 'write', formats: { link: { href: 'mailto:we@example.org' } } },
    '.',
  ),
  of({}, 'نطالب بحقوق المهاجرين', note('المنظمة الدولية للهجرة، 2024'), ' في Geneva 2024 الآن.'),
  of({ direction: 'rtl' }, 'Turned by hand.'),
].map((each, at) => ({ ...each, id: `y${4_000_000_000 + at}.${at}` }));
