import { statementFromParagraphs } from '@plenary/statements/domain';
import { Clipboard, pasteReader, type PasteReader } from './clipboard';
import { late } from './late';
import { tick, Writer } from './test/writer';

const data = (given: Record<string, string>): DataTransfer =>
  ({ getData: (type: string) => given[type] ?? '', files: [] }) as unknown as DataTransfer;

/** A writer whose reader of clipboards arrives, or fails to, when the story says so. */
class Desk {
  readonly said: string[] = [];
  readonly writer: Writer;
  arrive: (reader: PasteReader) => void = () => undefined;
  fail: () => void = () => undefined;
  private readonly clipboard: Clipboard;

  constructor(...texts: string[]) {
    const start = statementFromParagraphs(
      texts.map((text) => ({ text })),
      1,
    );
    this.writer = new Writer(start, 7);
    const words = {
      notes: () => 'Sources',
      tooLarge: () => void this.said.push('too large'),
      leftOut: () => void this.said.push('left out'),
      notRead: (came: boolean) => void this.said.push(came ? 'plain' : 'nothing'),
    };
    const load = () =>
      new Promise<PasteReader>((arrive, fail) => {
        this.arrive = arrive;
        this.fail = () => fail(new TypeError('no network'));
      });
    this.clipboard = new Clipboard(this.writer.binding, words, late(load));
  }

  paste(given: Record<string, string>): boolean {
    return this.clipboard.paste(this.writer.editor.view, data(given));
  }

  get texts(): string[] {
    return this.writer.paragraphs.map(({ text }) => text);
  }
}

describe('a paste whose reader is not there yet', () => {
  let desk: Desk;
  afterEach(() => desk.writer.close());
  const bold = { 'text/html': '<p><b>bold</b></p>', 'text/plain': 'bold' };

  it('goes to where it was meant, in front of what is typed meanwhile; the caret stays with the typing', async () => {
    desk = new Desk('Before after.', 'Second.');
    await tick();
    desk.writer.caret(0, 7);
    expect(desk.paste(bold)).toBe(true);
    desk.writer.type('typed ');
    expect(desk.texts).toEqual(['Before typed after.', 'Second.']);
    desk.arrive(await pasteReader.load());
    await tick();
    expect(desk.texts).toEqual(['Before boldtyped after.', 'Second.']);
    desk.writer.type('on ');
    expect(desk.texts[0]).toBe('Before boldtyped on after.');
    expect(desk.said).toEqual([]);
  });

  it('takes the place of what was selected, also when the caret went elsewhere', async () => {
    desk = new Desk('Replace this word.', 'Second.');
    await tick();
    desk.writer.editor.commands.setTextSelection({ from: 9, to: 13 });
    desk.paste(bold);
    desk.writer.caret(1, 7);
    desk.arrive(await pasteReader.load());
    await tick();
    desk.writer.type('!');
    expect(desk.texts).toEqual(['Replace bold word.', 'Second.!']);
  });

  it('comes after the one before it', async () => {
    desk = new Desk('');
    await tick();
    desk.paste({ 'text/plain': 'one ' });
    desk.paste({ 'text/plain': 'two' });
    desk.arrive(await pasteReader.load());
    await tick();
    await tick();
    expect(desk.texts.join('|')).toMatch(/one.*two/);
  });

  it('comes as plain words where the reader cannot be loaded, which is said', async () => {
    desk = new Desk('Before after.');
    await tick();
    desk.writer.caret(0, 7);
    desk.paste({ 'text/html': '<p><b>one</b></p><p>two</p>', 'text/plain': 'one\n\ntwo' });
    desk.fail();
    await tick();
    expect(desk.texts).toEqual(['Before one', 'twoafter.']);
    expect(desk.said).toEqual(['plain']);
  });

  it('of which no plain words are known is not lost in silence', async () => {
    desk = new Desk('Before.');
    await tick();
    desk.paste({ 'text/html': '<p><b>one</b></p>' });
    desk.fail();
    await tick();
    expect(desk.texts).toEqual(['Before.']);
    expect(desk.said).toEqual(['nothing']);
  });

  it('tries again the next time', async () => {
    desk = new Desk('');
    await tick();
    desk.paste(bold);
    desk.fail();
    await tick();
    desk.paste(bold);
    desk.arrive(await pasteReader.load());
    await tick();
    expect(desk.texts).toEqual(['boldbold']);
  });

  it('that is more than the server takes is refused at once', async () => {
    desk = new Desk('');
    await tick();
    expect(desk.paste({ 'text/plain': 'x'.repeat(2_000_000) })).toBe(true);
    expect(desk.said).toEqual(['too large']);
  });
});
