import * as Y from 'yjs';
import { newId } from '@plenary/ground/kernel';
import { UnitOfWork } from '@plenary/ground/server';
import { lineBreak, readText, type RichParagraph } from '@plenary/ground/text';
import { PostgresDocStore } from '../index.js';
import { startTexts, type TextsUnderTest } from './test-texts.js';

/** Odd texts of the first model, and what becomes of them. Whole ones are in the room of statements. */
describe('a text of elements is carried over', () => {
  let house: TextsUnderTest;
  beforeAll(async () => void (house = await startTexts()));
  afterAll(() => house.close());

  const oldClient = 77;
  const author = { personId: newId<'person'>(), organisationId: newId<'organisation'>() };

  /** A document as a Plenary of that time left it. */
  async function oldDocument(rows: readonly Uint8Array[]): Promise<string> {
    const document = `text:${newId()}`;
    await house.app.get(UnitOfWork).run(null, (tx) => house.collab.createDocument(tx, document));
    await house.database.query('UPDATE collab_document SET model = 1, seq = $2 WHERE id = $1', [
      document,
      rows.length,
    ]);
    await house.database.query(
      `INSERT INTO collab_client (document_id, client_id, person_id, organisation_id, at, model)
       VALUES ($1, $2, $3, $4, now(), 1)`,
      [document, oldClient, author.personId, author.organisationId],
    );
    for (const [index, row] of rows.entries()) {
      await house.database.query(
        'INSERT INTO collab_update (document_id, seq, data, at, model) VALUES ($1, $2, $3, now(), 1)',
        [document, index + 1, Buffer.from(row)],
      );
    }
    return document;
  }

  const open = (document: string): Promise<RichParagraph[]> =>
    house.collab.read(document, (doc) => readText(doc, ['level']));

  async function carried(write: (body: Y.XmlFragment, doc: Y.Doc) => void): Promise<RichParagraph[]> {
    return open(await oldDocument([rowOf(write)]));
  }

  function rowOf(write: (body: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
    const doc = new Y.Doc();
    doc.clientID = oldClient;
    write(doc.getXmlFragment('body'), doc);
    return Y.encodeStateAsUpdate(doc);
  }

  function paragraph(attributes: object, ...content: (Y.XmlText | Y.XmlElement | string)[]): Y.XmlElement {
    const made = new Y.XmlElement('paragraph');
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.insert(
      0,
      content.map((each) => (typeof each === 'string' ? new Y.XmlText(each) : each)),
    );
    return made;
  }

  function element(name: string, attributes: object = {}): Y.XmlElement {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  it('an empty one has one empty paragraph, so that two who start at once write into the same', async () => {
    for (const rows of [[], [rowOf(() => undefined)]]) {
      const [only, ...others] = await open(await oldDocument(rows));
      expect(others).toEqual([]);
      expect(only).toMatchObject({ attributes: {}, content: [] });
    }
  });

  it('STM-12 of several with one id the first keeps it; a missing or unfit one is made', async () => {
    const ids = (
      await carried((body) =>
        body.push([
          paragraph({ id: 'a' }, 'first', element('footnote', { id: 'n', text: 'x' })),
          paragraph({ id: 'a' }, 'copy', element('footnote', { id: 'n', text: 'x' })),
          paragraph({}, 'none'),
          paragraph({ id: 'not fit' }, 'unfit'),
          paragraph({ id: 7 }, 'a number'),
          paragraph({ id: 'y77.0' }, 'like one that follows from birth'),
        ]),
      )
    ).map((each) => each.id);
    expect(new Set(ids).size).toBe(6);
    expect([ids[0], ids[5]]).toEqual(['a', 'y77.0']);
    for (const id of ids.slice(1, 5)) expect(id).toMatch(/^y\d+\.\d+$/);
  });

  it('attributes that are usual, unknown or unfit are left out', async () => {
    const read = await carried((body) =>
      body.push([
        paragraph({ level: 2 }),
        paragraph({ level: 1 }),
        paragraph({ level: 9 }),
        paragraph({ colour: 'red' }),
      ]),
    );
    expect(read.map((each) => each.attributes)).toEqual([{ level: 2 }, {}, {}, {}]);
  });

  it('formats are spans now, in either of their old forms; unfit ones are left out', async () => {
    const [{ content }] = (await carried((body) => {
      const text = new Y.XmlText();
      body.push([paragraph({}, text)]);
      text.insert(0, 'bold', { bold: true });
      text.insert(4, ' as well', { bold: {} });
      text.insert(12, 'not', { bold: null });
      text.insert(15, 'link', { link: { href: 'https://forum.example', target: null } });
      text.insert(19, 'hashed', { link: null, 'bold--AbCd1234': {} });
      text.insert(25, 'unsafe', { 'bold--AbCd1234': null, link: { href: 'javascript:x' }, blink: {} });
    })) as [RichParagraph];
    expect(content).toEqual([
      { text: 'bold as well', formats: { bold: true } },
      { text: 'not' },
      { text: 'link', formats: { link: { href: 'https://forum.example' } } },
      { text: 'hashed', formats: { bold: true } },
      { text: 'unsafe' },
    ]);
  });

  it('what may not be a character any more is a space, half a character a sign, a break a character', async () => {
    const [{ content }] = (await carried((body) => {
      const text = new Y.XmlText('one\ntwo\tthree\r\u{1f600}\ufffcend');
      body.push([paragraph({}, text, element('hardBreak'), 'below')]);
      // Cuts the character in two, as formatting half of it once did.
      text.insert(15, 'x');
    })) as [RichParagraph];
    const words = content.map((each) => ('text' in each ? each.text : '')).join('');
    expect(words).toBe(`one two three \ufffdx\ufffd end${lineBreak}below`);
  });

  it('a note keeps its id and words, and stands where it stood; one without either stays a note', async () => {
    const [{ content }] = (await carried((body) =>
      body.push([
        paragraph({}, 'a', element('footnote', { id: 'n', text: 'words' }), 'b', element('footnote')),
      ]),
    )) as [RichParagraph];
    expect(content).toEqual([
      { text: 'a' },
      { embed: 'footnote', id: 'n', values: { text: 'words' } },
      { text: 'b' },
      { embed: 'footnote', id: expect.stringMatching(/^y/), values: { text: '' } },
    ]);
  });

  it('TXT-5 characters stay their author’s under a new number, and the server’s the server’s', async () => {
    const byServer = rowOf((body, doc) => {
      doc.clientID = 99;
      body.push([paragraph({ id: 'a' }, 'from the seed')]);
    });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, byServer);
    doc.clientID = oldClient;
    const before = Y.encodeStateVector(doc);
    ((doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ' not');
    const document = await oldDocument([byServer, Y.encodeStateAsUpdate(doc, before)]);
    const nobody = { personId: null, organisationId: null };
    expect([...(await house.collab.authorsOf(document)).values()]).toEqual([
      [
        { text: 'from', ...nobody },
        { text: ' not', ...author },
        { text: ' the seed', ...nobody },
      ],
    ]);
    const store = house.app.get(PostgresDocStore);
    expect((await store.ownersOf(document, [oldClient, 99])).size).toBe(0);
  });

  it.each<[string, () => Uint8Array[]]>([
    ['bytes that are no update', () => [new Uint8Array([9, 9, 9])]],
    [
      'a row that builds upon one that is missing',
      () => {
        const doc = new Y.Doc();
        doc.getXmlFragment('body').push([paragraph({}, 'one')]);
        const before = Y.encodeStateVector(doc);
        doc.getXmlFragment('body').push([paragraph({}, 'two')]);
        return [Y.encodeStateAsUpdate(doc, before)];
      },
    ],
  ])('SYNC-4 %s is an error and no shorter text, and nothing is written', async (_, rows) => {
    const document = await oldDocument(rows());
    await expect(open(document)).rejects.toMatchObject({ code: 'document.unreadable' });
    const [head] = await house.database.query('SELECT model, epoch FROM collab_document WHERE id = $1', [
      document,
    ]);
    expect(head).toEqual({ model: 1, epoch: 1 });
  });
});
