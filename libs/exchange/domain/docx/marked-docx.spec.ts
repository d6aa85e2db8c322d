import { SaxesParser } from 'saxes';
import { readDocx } from '../incoming/docx/read-docx.js';
import { outgoing, wordsOf } from '../outgoing/outgoing.js';
import { debate } from '../test/debate.js';
import { markedDebate } from '../test/marked-debate.js';
import { unzipped } from '../test/unzipped.js';
import { writeDocx } from './write-docx.js';

const facts = { id: 's', title: 'On rescue', moment: 42, by: null };
const wordsAndNumbers = async (bytes: Uint8Array, as: 'accepted' | 'rejected', language: string) =>
  outgoing({ ...facts, language }, (await readDocx(bytes, as)).paragraphs).paragraphs.map((each) => [
    each.style,
    each.number.listNumber,
    wordsOf(each.content),
  ]);

describe('a Word file with suggestions and comments', () => {
  it.each(['en', 'ar'])(
    'EXC-30 rejected it has the words and numbers of the text, in %s',
    async (language) => {
      const plain = outgoing({ ...facts, language }, debate);
      const bytes = await writeDocx(markedDebate(language));
      expect(await wordsAndNumbers(bytes, 'rejected', language)).toEqual(
        plain.paragraphs.map(({ style, number, content }) => [style, number.listNumber, wordsOf(content)]),
      );
    },
  );

  it('EXC-30 accepted it has what was suggested, and its lists go on', async () => {
    const words = (await wordsAndNumbers(await writeDocx(markedDebate()), 'accepted', 'en')).map((each) => each.join(' '));
    for (const wanted of ['heading  Why all speak', 'numbered 1 open safe routes', 'numbered 2 and keep them', 'numbered 3 end detention', 'text  نطالب معًا بحقوق المهاجرين في Geneva 2024 الآن.', 'text  Turned', 'text  by hand.'])
      expect(words).toContain(wanted);
    expect(words.join()).not.toContain('They report');
  }); // prettier-ignore

  it('EXC-30 what comes, goes and is otherwise stands under who says so, each under a number of its own', async () => {
    const { 'word/document.xml': body, 'word/footnotes.xml': notes } = unzipped(await writeDocx(markedDebate()));
    const by = (name: string) => [...body!.matchAll(new RegExp(`<w:${name} [^>]*w:author="([^"]*)"`, 'g'))].map(([, author]) => author);
    expect(by('del')).toEqual(['Noor (Ours)', 'Noor (Ours)', 'Noor (Ours)']);
    expect(new Set(by('ins'))).toEqual(new Set(['Noor (Ours)', 'سامي']));
    expect([by('rPrChange'), by('pPrChange')]).toEqual([['سامي'], ['سامي']]);
    const numbers = [...body!.matchAll(/<w:(?:ins|del|rPrChange|pPrChange|bookmarkStart) w:id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(body).toMatch(/<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/>/);
    expect(notes).toContain('A new note');
    expect(body).not.toMatch(/<w:del [^>]*>(?:(?!<\/w:del>).)*<w:t /);
  }); // prettier-ignore

  it('EXC-5, EXC-31 is well-formed, and the same to the last byte whenever it is made', async () => {
    const [first, second] = [await writeDocx(markedDebate()), await writeDocx(markedDebate())];
    expect(Buffer.from(first).equals(second)).toBe(true);
    const file = unzipped(first);
    for (const part of Object.values(file)) new SaxesParser({ xmlns: true }).write(part).close();
    expect(file['word/comments.xml']).toContain('<w:bidi/></w:pPr>');
    expect(file['word/comments.xml']!.match(/<w:comment /g)).toHaveLength(4);
  });
});
