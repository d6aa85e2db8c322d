import { getSchema } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Writer, tick } from './test/writer';
import { schemaExtensions } from './extensions';
import { cleanHtml, isTooLarge } from './paste';
import { statementFromParagraphs } from '@plenary/statements/domain';

/** As Word 365 puts it on the clipboard, shortened. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;font-family:"Calibri",sans-serif;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
<h1 style='mso-list:none'>Joint <span style='color:red'>statement</span><o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'>Recalling</b> the
<i>Global Compact</i><span style='mso-spacerun:yes'>  </span>and its <a href="https://www.iom.int/gcm">text</a>,<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>protect<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>children<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>listen<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Region</p></td><td><p class=MsoNormal>Africa</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/a.png"><o:p>&nbsp;</o:p></p>
<script>alert(1)</script>
<!--EndFragment--></body></html>`;

const start = statementFromParagraphs([{ text: '' }], 1);

async function pasted(html: string) {
  const writer = new Writer(start, 7);
  await tick();
  // jsdom has no clipboard events; the event itself is not looked at.
  writer.editor.view.pasteHTML(cleanHtml(html), new Event('paste') as ClipboardEvent);
  const blocks = writer.editor.state.doc.children.map((node) => [
    node.attrs['style'],
    node.attrs['indent'],
    node.textContent.replaceAll('\u00a0', ' ').trim(),
  ]);
  const html5 = writer.editor.getHTML();
  const ids = writer.paragraphs.map(({ id }) => id);
  writer.close();
  return { blocks, html: html5, ids };
}

describe('paste', () => {
  it('STM-15 takes a text from Word in clean: headings, lists, bold, italic, links, and no more', async () => {
    const { blocks, html, ids } = await pasted(fromWord);
    expect(blocks.filter(([, , text]) => text !== '')).toEqual([
      ['heading', 0, 'Joint statement'],
      ['text', 0, 'Recalling the Global Compact and its text,'],
      ['bullet', 0, 'protect'],
      ['bullet', 1, 'children'],
      ['numbered', 0, 'listen'],
      ['text', 0, 'Region'],
      ['text', 0, 'Africa'],
    ]);
    expect(html).toContain('<strong>Recalling</strong>');
    expect(html).toContain('href="https://www.iom.int/gcm"');
    expect(html).not.toMatch(/mso|\sstyle=|class=|script|img|o:p|Calibri/i);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('STM-15 flattens nested lists of web pages and drops links that are not safe', async () => {
    const { blocks, html } = await pasted(
      `<div><ol><li>one<ul><li>inner <a href="javascript:alert(1)">bad</a></li></ul></li><li>two</li></ol>
       <blockquote><p onclick="x()">said</p></blockquote><p>line<br>break</p></div>`,
    );
    expect(blocks.map(([style, indent, text]) => `${style} ${indent} ${text}`)).toEqual([
      'numbered 0 one',
      'bullet 1 inner bad',
      'numbered 0 two',
      'quote 0 said',
      'text 0 linebreak',
    ]);
    expect(html).not.toMatch(/javascript|onclick/);
  });

  it('STM-15 keeps a wrapped Google Docs paragraph one paragraph, not bold', async () => {
    const { blocks, html } = await pasted(
      `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">We </span><span style="font-weight:700">call</span></p></b>`,
    );
    expect(blocks).toEqual([['text', 0, 'We call']]);
    expect(html).toContain('We <strong>call</strong>');
  });

  it('STM-15 tells what the server would not take at once: 2 MB, in one piece, in many, or in Arabic', () => {
    const schema = getSchema(schemaExtensions);
    const slice = (paragraphs: number, words: string) =>
      new Slice(
        Fragment.from(
          Array.from({ length: paragraphs }, () => schema.node('paragraph', null, schema.text(words))),
        ),
        0,
        0,
      );
    expect(isTooLarge(slice(1_000, 'a'.repeat(200)))).toBe(false);
    expect(isTooLarge(slice(1, 'a'.repeat(2_000_000)))).toBe(true);
    expect(isTooLarge(slice(20_000, 'short'))).toBe(true);
    expect(isTooLarge(slice(2_000, 'ح'.repeat(250)))).toBe(true);
  });
});
