import { statementFromParagraphs, type Paragraph } from '@plenary/statements/domain';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { Clipboard, isTooLarge, pasteReader } from './clipboard';
import { enter, setKind, setStyle } from './commands';
import { Writer, tick } from './test/writer';

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

/** What jsdom has none of. */
class Data {
  private readonly held = new Map<string, string>();

  constructor(
    given: Record<string, string> = {},
    readonly files: readonly { type: string }[] = [],
  ) {
    for (const [type, value] of Object.entries(given)) this.held.set(type, value);
  }

  getData = (type: string): string => this.held.get(type) ?? '';
  setData = (type: string, value: string): void => void this.held.set(type, value);
  clearData = (): void => this.held.clear();
}

const html = (value: string): Data => new Data({ 'text/html': value, 'text/plain': 'as text' });
const plain = (value: string): Data => new Data({ 'text/plain': value });

/** A writer with a clipboard, and what it said. */
class Desk {
  readonly writer: Writer;
  readonly said: string[] = [];
  readonly clipboard: Clipboard;

  private constructor(texts: readonly string[]) {
    this.writer = new Writer(
      statementFromParagraphs(
        texts.map((text) => ({ text })),
        1,
      ),
      7,
    );
    this.clipboard = new Clipboard(this.writer.binding, {
      notes: () => 'Sources',
      tooLarge: () => void this.said.push('too large'),
      leftOut: (kinds) => void this.said.push(`left out: ${kinds.join()}`),
      notRead: (came) => void this.said.push(`not read: ${came}`),
    });
  }

  static async with(...texts: string[]): Promise<Desk> {
    const desk = new Desk(texts);
    await tick();
    return desk;
  }

  private get view() {
    return this.writer.editor.view;
  }

  /** Selects from one place to another: the paragraph's index and an offset in it. */
  select(from: [number, number], to: [number, number]): void {
    const { doc } = this.view.state;
    const at = ([index, offset]: [number, number]): number => {
      let pos = 1;
      for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize;
      return pos + offset;
    };
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(doc, at(from), at(to))));
  }

  async paste(data: Data): Promise<boolean> {
    const taken = this.clipboard.paste(this.view, data as unknown as DataTransfer);
    await tick();
    return taken;
  }

  async take(by: 'copy' | 'cut'): Promise<Data> {
    const clipboardData = new Data();
    const event = { clipboardData, preventDefault: () => undefined } as unknown as ClipboardEvent;
    this.clipboard[by](this.view, event);
    await tick();
    return clipboardData;
  }

  get read(): readonly Paragraph[] {
    return this.writer.paragraphs;
  }

  /** Style, depth and words of each paragraph. */
  get lines(): string[] {
    return this.read.map(({ style, indent, text }) => `${style} ${indent} ${text}`);
  }

  get words(): string[] {
    return this.read.map(({ text }) => text);
  }

  get ids(): string[] {
    return this.read.map(({ id }) => id);
  }

  /** The paragraph in which the caret stands, and what is left of it there. */
  get caret(): [number, string] {
    const { $head } = this.view.state.selection;
    return [$head.index(0), $head.parent.textBetween(0, $head.parentOffset)];
  }
}

let desk: Desk;
afterEach(() => desk?.writer.close());

// What reads a clipboard is loaded with the first paste; how that is waited for stands in late-paste.spec.
beforeAll(() => pasteReader.load());

describe('what comes in by the clipboard', () => {
  it('STM-15 takes a text from Word in clean: headings, lists, bold, italic, links, and no more', async () => {
    desk = await Desk.with('');
    await desk.paste(html(fromWord));
    expect(desk.lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'heading 0 Joint statement',
      'text 0 Recalling the Global Compact and its text,',
      'bullet 0 protect',
      'bullet 1 children',
      'numbered 0 listen',
      'text 0 Region | Africa',
    ]);
    const shown = desk.writer.editor.getHTML();
    expect(shown).toContain('<strong>Recalling</strong>');
    expect(shown).toContain('<em>Global Compact</em>');
    expect(shown).toContain('href="https://www.iom.int/gcm"');
    expect(shown).not.toMatch(/mso|\sstyle=|class=|script|img|o:p|Calibri/i);
    expect(new Set(desk.ids).size).toBe(desk.ids.length);
    expect(desk.said).toEqual(['left out: pictures']);
  });

  it('STM-15 flattens nested lists of web pages and drops links that are not safe', async () => {
    desk = await Desk.with('');
    await desk.paste(
      html(`<div><ol><li>one<ul><li>inner <a href="javascript:alert(1)">bad</a></li></ul></li><li>two</li></ol>
       <blockquote><p onclick="x()">said</p></blockquote><p>line<br>break</p></div>`),
    );
    expect(desk.lines).toEqual([
      'numbered 0 one',
      'bullet 1 inner bad',
      'numbered 0 two',
      'quote 0 said',
      'text 0 line\nbreak',
    ]);
    expect(desk.writer.editor.state.doc.lastChild!.textContent).toBe('linebreak');
    expect(desk.writer.editor.getHTML()).not.toMatch(/javascript|onclick/);
  });

  it('STM-15 keeps a wrapped Google Docs paragraph one paragraph, not bold', async () => {
    desk = await Desk.with('');
    await desk.paste(
      html(
        `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">We </span><span style="font-weight:700">call</span></p></b>`,
      ),
    );
    expect(desk.lines).toEqual(['text 0 We call']);
    expect(desk.writer.editor.getHTML()).toContain('We <strong>call</strong>');
  });

  it('STM-15 tells what the server would not take at once: 2 MB, in one piece, in many, or in Arabic', async () => {
    const isRefused = (paragraphs: number, words: string) =>
      isTooLarge({
        paragraphs: Array.from({ length: paragraphs }, () => ({
          attributes: {},
          content: [{ text: words }],
        })),
      });
    expect(isRefused(1_000, 'a'.repeat(200))).toBe(false);
    expect(isRefused(1, 'a'.repeat(2_000_000))).toBe(true);
    expect(isRefused(20_000, 'short')).toBe(true);
    expect(isRefused(2_000, 'ح'.repeat(250))).toBe(true);
    desk = await Desk.with('before');
    for (const data of [
      html(`<p>${'a'.repeat(2_000_000)}</p>`),
      plain(`${'ح'.repeat(250)}\n\n`.repeat(2_000)),
    ]) {
      expect(await desk.paste(data)).toBe(true);
      expect(desk.said.splice(0)).toEqual(['too large']);
      expect(desk.words).toEqual(['before']);
    }
  });

  it('STM-15 says what it left out, and a picture alone changes nothing', async () => {
    desk = await Desk.with('before');
    await desk.paste(html('<p>States <s>may</s> shall act.<img src="a.png"></p>'));
    expect(desk.said).toEqual(['left out: struck,pictures']);
    expect(desk.words).toEqual(['beforeStates shall act.']);
    await desk.paste(new Data({}, [{ type: 'image/png' }]));
    expect(desk.said.at(-1)).toBe('left out: pictures');
    expect(desk.words).toEqual(['beforeStates shall act.']);
    expect(await desk.paste(new Data())).toBe(false);
  });

  it('STM-15 HTML in which nothing stands gives way to the plain text', async () => {
    desk = await Desk.with('');
    await desk.paste(new Data({ 'text/html': '<meta charset="utf-8">', 'text/plain': 'words' }));
    expect(desk.words).toEqual(['words']);
  });

  it('STM-15 somebody who may only read pastes nothing', async () => {
    desk = await Desk.with('before');
    desk.writer.editor.setEditable(false);
    expect(await desk.paste(plain('more'))).toBe(true);
    expect(desk.words).toEqual(['before']);
  });
});

describe('where what is pasted stands', () => {
  it('STM-15 words join the sentence at the caret, which then stands behind them', async () => {
    desk = await Desk.with('Migrants have rights.');
    desk.writer.caret(0, 'Migrants'.length);
    await desk.paste(plain(' everywhere'));
    expect(desk.words).toEqual(['Migrants everywhere have rights.']);
    expect(desk.caret).toEqual([0, 'Migrants everywhere']);
    await desk.paste(html('<p> (and <b>all</b>)</p>'));
    expect(desk.caret).toEqual([0, 'Migrants everywhere(and all)']);
    await desk.paste(new Data({ 'text/html': '<b>at sea </b>', 'text/plain': 'at sea ' }));
    desk.writer.caret(0, 0);
    await desk.paste(plain(' All '));
    expect(desk.words).toEqual(['All Migrants everywhere(and all)at sea  have rights.']);
  });

  it('STM-15 one word that is pasted is undone by itself, not with what was typed around it', async () => {
    desk = await Desk.with('');
    desk.writer.editor.commands.insertContent('typed');
    await desk.paste(plain(' pasted'));
    desk.writer.editor.commands.insertContent(' again');
    await tick();
    expect(desk.words).toEqual(['typed pasted again']);
    for (const left of ['typed pasted', 'typed', '']) {
      desk.writer.editor.commands.undo();
      expect(desk.words).toEqual([left]);
    }
  });

  it('STM-15 several paragraphs over a selection of two: the ends join, one undo takes it back', async () => {
    desk = await Desk.with('First begins here.', 'Second ends here.');
    const [before, ids] = [desk.words, desk.ids];
    desk.select([0, 'First '.length], [1, 'Second'.length]);
    await desk.paste(html('<p>one</p><p>two</p><p>three</p>'));
    expect(desk.words).toEqual(['First one', 'two', 'three ends here.']);
    expect(desk.caret).toEqual([2, 'three']);
    desk.writer.editor.commands.undo();
    await tick();
    expect([desk.words, desk.ids]).toEqual([before, ids]);
  });

  it('STM-15 an empty paragraph becomes the first that comes, with its style and its own id', async () => {
    desk = await Desk.with('', 'after');
    const [id] = desk.ids;
    desk.writer.caret(0, 0);
    await desk.paste(html('<h2>Annex</h2><p>Text</p>'));
    expect(desk.lines).toEqual(['heading 0 Annex', 'text 0 Text', 'text 0 after']);
    expect(desk.read[0]).toMatchObject({ id, level: 2 });
    expect(desk.caret).toEqual([1, 'Text']);
  });

  it('STM-15 plain words in an empty item are an item', async () => {
    desk = await Desk.with('');
    desk.writer.run(setStyle('bullet'));
    await tick();
    await desk.paste(html('<p>from a page</p>'));
    expect(desk.lines).toEqual(['bullet 0 from a page']);
    desk.writer.caret(0, 4);
    await desk.paste(plain('one\n\ntwo'));
    expect(desk.lines).toEqual(['bullet 0 fromone', 'bullet 0 two a page']);
  });

  it('STM-15 a list at the end of a paragraph, before it or amid it stays a list', async () => {
    const list = () => html('<ul><li>a</li><li>b</li></ul>');
    desk = await Desk.with('We call:');
    desk.writer.caret(0, 8);
    await desk.paste(list());
    expect(desk.lines).toEqual(['text 0 We call:', 'bullet 0 a', 'bullet 0 b']);
    expect(desk.caret).toEqual([2, 'b']);
    desk.writer.caret(0, 0);
    await desk.paste(list());
    desk.writer.caret(2, 2);
    await desk.paste(list());
    expect(desk.words).toEqual(['a', 'b', 'We', 'a', 'b', ' call:', 'a', 'b']);
    expect(desk.caret).toEqual([4, 'b']);
  });

  it('STM-15 paragraphs before a paragraph do not run into it, and keep their styles', async () => {
    desk = await Desk.with('Text.');
    desk.writer.caret(0, 0);
    await desk.paste(html('<h1>Title</h1><p>Intro.</p>'));
    expect(desk.lines).toEqual(['heading 0 Title', 'text 0 Intro.', 'text 0 Text.']);
  });

  it('STM-15 whole paragraphs that are selected are replaced, and the next one is left alone', async () => {
    desk = await Desk.with('One', 'Two', 'Three');
    const { ids } = desk;
    desk.select([1, 0], [2, 0]);
    await desk.paste(plain('Zwei'));
    expect(desk.words).toEqual(['One', 'Zwei', 'Three']);
    expect(desk.ids).toEqual(ids);
  });

  it('STM-15 all is replaced when all is selected', async () => {
    desk = await Desk.with('One', 'Two');
    desk.writer.editor.commands.selectAll();
    await desk.paste(html('<h1>New</h1><ol><li>text</li></ol>'));
    expect(desk.lines).toEqual(['heading 0 New', 'numbered 0 text']);
    desk.writer.editor.commands.undo();
    await tick();
    expect(desk.words).toEqual(['One', 'Two']);
  });
});

describe('what goes out by the clipboard', () => {
  it('STM-15 bears no id of a paragraph or a note, and has notes in words', async () => {
    desk = await Desk.with('One', 'Two');
    const { editor } = desk.writer;
    desk.writer.caret(0, 3);
    editor.commands.insertContent({ type: 'footnote', attrs: { text: 'A/HRC/1' } });
    await tick();
    editor.commands.selectAll();
    const data = await desk.take('copy');
    const note: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'footnote') note.push(String(node.attrs['id']));
    });
    expect(note).toHaveLength(1);
    for (const type of ['text/html', 'text/plain'])
      for (const id of [...desk.ids, ...note]) expect(data.getData(type)).not.toContain(id);
    expect(data.getData('text/plain')).toBe('One[1]\n\nTwo\n\nSources\n\n[1] A/HRC/1');
    expect(data.getData('text/html')).toContain('mso-footnote-id');
  });

  it('STM-15 what is dragged out is what is copied', async () => {
    desk = await Desk.with('One', 'Two');
    const { editor } = desk.writer;
    const { transformCopied, clipboardSerializer, clipboardTextSerializer } = desk.clipboard.dragging;
    desk.select([0, 1], [1, 2]);
    const slice = editor.state.selection.content();
    transformCopied!.call(undefined as never, slice, editor.view);
    const box = document.createElement('div');
    box.append(clipboardSerializer!.serializeFragment(slice.content));
    expect(box.innerHTML).toBe((await desk.take('copy')).getData('text/html'));
    expect(clipboardTextSerializer!.call(undefined as never, slice, editor.view)).toBe('ne\n\nTw');
  });

  it('STM-15 a paragraph that was cut comes back as itself, and undo goes back to where it was', async () => {
    desk = await Desk.with('One', 'Two', 'Three');
    desk.writer.caret(1, 0);
    desk.writer.run(setKind('operative'));
    await tick();
    const { ids } = desk;
    desk.select([1, 0], [2, 0]);
    const data = await desk.take('cut');
    expect(desk.ids).toEqual([ids[0], ids[2]]);
    desk.writer.caret(0, 0);
    await desk.paste(data);
    expect(desk.words).toEqual(['Two', 'One', 'Three']);
    expect(desk.ids).toEqual([ids[1], ids[0], ids[2]]);
    expect(desk.read[0]!.kind).toBe('operative');
    desk.writer.editor.commands.undo();
    desk.writer.editor.commands.undo();
    await tick();
    expect([desk.words, desk.ids]).toEqual([['One', 'Two', 'Three'], ids]);
  });

  it('STM-15 so it does when its words alone were cut and the empty paragraph was taken away', async () => {
    desk = await Desk.with('One', 'Two', 'Three');
    const { ids } = desk;
    desk.select([1, 0], [1, 3]);
    const data = await desk.take('cut');
    desk.select([1, 0], [2, 0]);
    desk.writer.editor.commands.deleteSelection();
    await tick();
    expect(desk.ids).toEqual([ids[0], ids[2]]);
    desk.writer.caret(1, 5);
    desk.writer.run(enter);
    await tick();
    await desk.paste(data);
    expect(desk.words).toEqual(['One', 'Three', 'Two']);
    expect(desk.ids).toEqual([ids[0], ids[2], ids[1]]);
  });

  it('STM-15 a copy is a new paragraph, as often as it is pasted', async () => {
    desk = await Desk.with('One', 'Two');
    const { ids } = desk;
    desk.select([0, 0], [1, 0]);
    const data = await desk.take('copy');
    desk.writer.caret(1, 3);
    await desk.paste(data);
    await desk.paste(data);
    expect(desk.words).toEqual(['One', 'Two', 'One', 'One']);
    expect(desk.ids.slice(0, 2)).toEqual(ids);
    expect(new Set(desk.ids).size).toBe(4);
  });

  it('STM-15 a piece of a heading is words, the whole of it a heading where nothing stands yet', async () => {
    desk = await Desk.with('Annex', 'text', '');
    desk.writer.caret(0, 0);
    desk.writer.run(setStyle('heading', 2));
    await tick();
    desk.select([0, 0], [0, 5]);
    const whole = await desk.take('copy');
    desk.select([0, 0], [0, 3]);
    const piece = await desk.take('copy');
    desk.writer.caret(1, 4);
    await desk.paste(piece);
    await desk.paste(whole);
    desk.writer.caret(2, 0);
    await desk.paste(whole);
    expect(desk.lines).toEqual(['heading 0 Annex', 'text 0 textAnnAnnex', 'heading 0 Annex']);
  });

  it('STM-15 nothing selected: nothing copied, and the clipboard keeps what it has; a note alone can be copied', async () => {
    desk = await Desk.with('One');
    expect((await desk.take('copy')).getData('text/html')).toBe('');
    const { editor } = desk.writer;
    desk.writer.caret(0, 3);
    editor.commands.insertContent({ type: 'footnote', attrs: { text: 'A/HRC/1' } });
    await tick();
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 4)));
    const data = await desk.take('copy');
    desk.writer.caret(0, 1);
    await desk.paste(data);
    expect(editor.state.doc.firstChild!.children.map((each) => each.type.name)).toEqual([
      'text',
      'footnote',
      'text',
      'footnote',
    ]);
  });
});
