import fc from 'fast-check';
import { writeDocx } from '../../docx/write-docx.js';
import { outgoing } from '../../outgoing/outgoing.js';
import { debate } from '../../test/debate.js';
import { asSeen, picture, randomStatement } from '../../test/random-statements.js';
import { directed } from '../incoming.js';
import { readDocx } from './read-docx.js';

const facts = { id: '0198f0a2', title: 'On rescue', moment: 42, by: null };

describe('a statement that goes out as a Word file and comes in again', () => {
  it.each(['en', 'ar'])('EXC-10 is what it was, with its ids, in %s', async (language) => {
    const out = outgoing({ ...facts, language }, debate);
    const back = await readDocx(await writeDocx(out));
    expect(back).toMatchObject({ title: 'On rescue', language, notCarried: {} });
    expect(back.of).toEqual({ statement: '0198f0a2', moment: 42 });
    expect(back.paragraphs.map(({ id }) => id)).toEqual(out.paragraphs.map(({ id }) => id));
    expect(picture(directed(back.paragraphs, language))).toEqual(asSeen(out));
  });

  it('EXC-10 is what it was, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(randomStatement, fc.constantFrom('en', 'ar'), async (rich, language) => {
        const out = outgoing({ ...facts, language }, rich);
        const back = await readDocx(await writeDocx(out));
        expect(picture(directed(back.paragraphs, language))).toEqual(asSeen(out));
      }),
      { numRuns: 60 },
    );
  });
});
