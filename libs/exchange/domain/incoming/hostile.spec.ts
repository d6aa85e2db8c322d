import { strToU8, zipSync } from 'fflate';
import { p, r, wordFile } from '../test/word-file.js';
import { readDocx } from './docx/read-docx.js';
import { kindOfFile } from './file-kind.js';
import { importLimits } from './limits.js';

const main = (xml: string) => ({ 'word/document.xml': strToU8(xml) });
const types = {
  '[Content_Types].xml': strToU8(
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
};
const plain = () => wordFile({ body: p('', r('We ask')) });
const refused = (bytes: Uint8Array) => readDocx(bytes).then(() => 'read', (reason: Error) => reason.message); // prettier-ignore

describe('a file that means harm', () => {
  const asked = jest.fn();
  beforeAll(() => {
    globalThis.fetch = asked;
  });

  it('EXC-14 unfolds to more than a text: refused before it is unfolded', async () => {
    const bomb = zipSync({ ...types, ...main(' '.repeat(importLimits.partBytes + 1)) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(bomb)).toBe('exchange.file-unfolds');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
    const dense = zipSync({ ...types, ...main(`<a>${' '.repeat(2_000_000)}</a>`) }, { level: 9 });
    expect(await refused(dense)).toBe('exchange.file-unfolds');
  });

  it('EXC-14 has a part that is larger than any text, however well it was packed', async () => {
    const part = `<a>${'x'.repeat(300_000)}</a>`;
    const large = Buffer.from(zipSync({ ...types, ...main(part) }, { level: 0 }));
    // The size in the list at the end of the zip, by which it is measured.
    const at = large.lastIndexOf('word/document.xml') - 46 + 24;
    expect(large.readUInt32LE(at)).toBe(part.length);
    large.writeUInt32LE(importLimits.partBytes + 1, at);
    expect(importLimits.partBytes / part.length).toBeLessThan(importLimits.ratio);
    expect(await refused(large)).toBe('exchange.file-unfolds');
  });

  it('EXC-14 says that it is smaller than it is: cut there, and no XML', async () => {
    const words = `<w:document xmlns:w="x">${'<w:p>We ask and ask</w:p>'.repeat(200)}</w:document>`;
    const lying = Buffer.from(zipSync({ ...types, ...main(words) }));
    // The size stands in the list at the end of a zip, behind the second name of the part.
    const at = lying.lastIndexOf('word/document.xml') - 46 + 24;
    expect(lying.readUInt32LE(at)).toBe(words.length);
    lying.writeUInt32LE(100, at);
    expect(await refused(lying)).toBe('exchange.file-broken');
  });

  it('EXC-14 has more parts, or more elements in elements, than a text has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: importLimits.entries + 1 }, (_, at) => [`x${at}`, new Uint8Array(0)]),
    );
    expect(await refused(zipSync({ ...types, ...main('<a/>'), ...many }))).toBe('exchange.file-unfolds');
    const deep = '<a>'.repeat(importLimits.depth + 1) + '</a>'.repeat(importLimits.depth + 1);
    expect(await refused(zipSync({ ...types, ...main(deep) }, { level: 0 }))).toBe('exchange.file-unfolds');
  });

  it('EXC-14 has entities of its own, or asks for something elsewhere: refused, and nobody is asked', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>';
    const outside = '<!DOCTYPE a SYSTEM "http://evil.example/x.dtd"><a/>';
    for (const xml of [laughs, outside, '<a>&unknown;</a>'])
      expect(await refused(zipSync({ ...types, ...main(xml) }))).toBe('exchange.file-broken');
    const links =
      '<Relationship Id="rId1" Type="http://x/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/>' +
      '<Relationship Id="rId2" Type="http://x/image" Target="http://evil.example/i.png" TargetMode="External"/>';
    const { paragraphs } = await readDocx(wordFile({ body: p('', r('We ask'), '<w:altChunk r:id="rId1"/>'), links })); // prettier-ignore
    expect(JSON.stringify(paragraphs)).not.toContain('evil');
    expect(asked).not.toHaveBeenCalled();
  });

  it('EXC-14 brings programs, by its kind or as a part: refused', async () => {
    const mainType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(await refused(wordFile({ body: '', mainType }))).toBe('exchange.macros');
    const more = { 'word/vbaProject.bin': new Uint8Array(10) };
    expect(await refused(wordFile({ body: p('', r('We ask')), more }))).toBe('exchange.macros');
  });

  it('EXC-12 is cut off or damaged: refused with a sentence, wherever it is', async () => {
    const whole = plain();
    for (const length of [4, 30, 200, whole.length / 2, whole.length - 30])
      expect(await refused(whole.slice(0, length))).toBe('exchange.file-broken');
    const damaged = whole.slice();
    damaged.fill(0xff, 60, 200);
    expect(['exchange.file-broken', 'exchange.file-unknown']).toContain(await refused(damaged));
    expect(await refused(zipSync({ ...types, ...main('<a><b></a>') }))).toBe('exchange.file-broken');
  });

  it('EXC-12 is something else than its name says: told by its bytes', async () => {
    expect(kindOfFile(plain(), 'call.txt').kind).toBe('docx');
    expect(kindOfFile(strToU8('We ask'), 'call.docx').kind).toBe('txt');
    expect(kindOfFile(strToU8('# We ask'), 'call.md').kind).toBe('md');
    expect(kindOfFile(strToU8('<!DOCTYPE html><p>We ask'), 'call.txt').kind).toBe('html');
    const odt = { mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') };
    expect(await refused(zipSync(odt))).toBe('exchange.file-unknown');
    for (const other of ['%PDF-1.7', '{\\rtf1 We ask}', '<?xml version="1.0"?><a/>', 'MZ\u0000\u0001'])
      expect(() => kindOfFile(strToU8(other), 'call.docx')).toThrow('exchange.file-unknown');
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]);
    expect(() => kindOfFile(old, 'call.docx')).toThrow('exchange.file-locked');
    expect(() => kindOfFile(new Uint8Array(0), 'call.docx')).toThrow('exchange.no-words');
    expect(() => kindOfFile(new Uint8Array(importLimits.bytes + 1), 'x')).toThrow('exchange.file-too-large');
    expect(await refused(wordFile({ body: p('') }))).toBe('exchange.no-words');
  }); // prettier-ignore

  it('text is read as it was spelled', () => {
    const of = (bytes: Uint8Array, spare?: string) => {
      const found = kindOfFile(bytes, 'x.txt', spare);
      return 'text' in found ? found.text : '';
    };
    expect(of(new Uint8Array([0xe9, 0x74, 0xe9]))).toBe('été');
    expect(of(new Uint8Array([0xcd, 0xde]), 'windows-1256')).toBe('حق');
    expect(of(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('حق', 'utf16le')]))).toBe('حق');
  });
});
