import fc from 'fast-check';
import { DomainError } from '@plenary/ground/kernel';
import { plainPicture, telltale, tellingPicture } from '@plenary/ground/testing';
import { document } from '../../index.js';
import { fileName } from '../content/file-name.js';
import { archive, officeDocument, openDocument, pdf } from './fixtures.js';

const ooxml = 'application/vnd.openxmlformats-officedocument';
const rule = document({ mostBytes: 100_000, pictures: { mostSide: 4_096, side: 1_024, bytes: 300_000 } });
const codeOf = (bytes: Buffer): Promise<string> =>
  rule.check(bytes).then(
    ({ type }) => type,
    (reason: unknown) => (reason instanceof DomainError ? reason.code : String(reason)),
  );

describe('a document', () => {
  it.each([
    ['a PDF', pdf(), 'application/pdf'],
    [
      'Word',
      officeDocument('word', `${ooxml}.wordprocessingml.document`),
      `${ooxml}.wordprocessingml.document`,
    ],
    ['Excel', officeDocument('xl', `${ooxml}.spreadsheetml.sheet`), `${ooxml}.spreadsheetml.sheet`],
    [
      'slides',
      officeDocument('ppt', `${ooxml}.presentationml.presentation`),
      `${ooxml}.presentationml.presentation`,
    ],
    ['OpenDocument', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['a table of it', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['text', Buffer.from('Name;Country\nمرحبا;ES\n'), 'text/plain'],
    ['text with a mark of its order', Buffer.from('\ufeffName'), 'text/plain'],
  ])('is %s by its bytes, and kept as it is', async (_, bytes, type) => {
    expect(await rule.check(bytes)).toEqual({ type, bytes });
  });

  it('is a picture, too, which then is written anew', async () => {
    const { type, bytes } = await rule.check(await tellingPicture('jpeg'));
    expect([type, Buffer.from(bytes).includes(telltale)]).toEqual(['image/jpeg', false]);
    expect(await codeOf((await plainPicture('png')).subarray(0, 60))).toBe('picture.not-a-picture');
  });

  it.each([
    ['with macros', officeDocument('word', 'application/vnd.ms-word.document.macroEnabled')],
    ['of an old program, which may hold them', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_200, '0'), 'hex')],
    ['an archive', archive({ 'a.txt': 'x' })],
    ['a program for Linux', Buffer.from('7f454c4602010100', 'hex')],
    ['a program for Windows', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['a page', Buffer.from('\n <!doctype html><script>alert(1)</script>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a drawing with a head', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a moving picture', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1')],
    ['text of another spelling', Buffer.from([0x4e, 0xe9, 0x65, 0x0a])],
    ['words that are turned round', Buffer.from('a\u202eb')],
    ['bytes of nothing', Buffer.alloc(300)],
  ])('%s is none', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file.kind-refused');
  });

  it('that is empty is said to be', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('file.empty');
  });

  it('any bytes are one or are refused, in a code', async () => {
    const begin = fc.constantFrom(
      pdf(),
      openDocument('text'),
      officeDocument('xl', `${ooxml}.spreadsheetml.sheet`),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .tuple(begin, fc.nat({ max: 400 }), fc.uint8Array({ maxLength: 60 }))
        .map(([whole, cut, more]) => Buffer.concat([whole.subarray(0, cut), more])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) =>
        /^(file|picture)\.|^[a-z]+\//.test(await codeOf(Buffer.from(given))),
      ),
      { numRuns: 300 },
    );
  });
});

describe('the name of a file', () => {
  it('ends as its content does, is one line without ways out, and fits on a disk', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = fileName(given, 'application/pdf');
        const isClean = !/[\\/:*?"<>|\n\r\0]/.test(name) && !/^[. ]/.test(name);
        return isClean && name.endsWith('.pdf') && name.length > 4 && Buffer.byteLength(name) <= 255;
      }),
    );
  });

  it.each([
    ['Photo.JPEG', 'image/jpeg', 'Photo.jpeg'],
    ['notes.md', 'text/plain', 'notes.md'],
    ['notes.html', 'text/plain', 'notes.html.txt'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['  ', 'application/pdf', 'file.pdf'],
  ])('%j of %s is %j', (given, type, name) => {
    expect(fileName(given, type)).toBe(name);
  });
});
