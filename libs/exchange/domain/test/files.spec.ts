import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocx } from '../docx/write-docx.js';
import { readDocx } from '../incoming/docx/read-docx.js';
import { directed } from '../incoming/incoming.js';
import { readOdt } from '../incoming/odt/read-odt.js';
import { outgoing } from '../outgoing/outgoing.js';
import { asSeen, picture } from './random-statements.js';

const file = (name: string) => new Uint8Array(readFileSync(join('libs/exchange/domain/test/files', name)));
const read = (name: string) => (name.endsWith('.odt') ? readOdt : readDocx)(file(name));

describe('files of other programs', () => {
  it.each(['call.docx', 'call.odt', 'revised.odt', 'marked.docx'])(
    'EXC-10, EXC-34 %s comes in, goes out and comes in again as it was',
    async (name) => {
      const language = 'en';
      const rich = directed((await read(name)).paragraphs, language);
      const out = outgoing({ id: 's', title: 'Our call', language, moment: 1, by: null }, rich);
      const back = await readDocx(await writeDocx(out));
      expect(out.paragraphs.length).toBeGreaterThan(10);
      expect(picture(directed(back.paragraphs, language))).toEqual(asSeen(out));
    },
  );

  it('EXC-11 tracked changes and comments of a Word file of LibreOffice are counted', async () => {
    const { insertions, deletions, notCarried } = await read('marked.docx');
    expect([insertions > 3, deletions > 1, notCarried.comments]).toEqual([true, true, 4]);
  });
});
