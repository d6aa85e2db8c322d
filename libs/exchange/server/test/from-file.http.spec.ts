import type { HttpClient, HttpAnswer } from '@plenary/ground/testing';
import type { Visitor } from '@plenary/organisations/testing';
import { formOfText, startExchange, type ExchangeUnderTest } from '@plenary/exchange/testing';

const coalition = { title: 'Our call', ownerKind: 'coalition', language: 'en' };
const plain = (text: string) => ({ attributes: {}, content: [{ text }] });

describe('a statement out of a file', () => {
  let rooms: ExchangeUnderTest;
  let amara: Visitor;
  let client: HttpClient;
  let stranger: HttpClient;

  beforeAll(async () => {
    rooms = await startExchange();
    const { given } = rooms;
    await given.coalition();
    const [coordinator, nobody] = await given.people(2);
    await given.role(coordinator!, 'coordinator');
    amara = await rooms.as(coordinator!);
    const as = (id: string) => rooms.signIn(`${id}@people.example`, 'resist-reclaim-realise');
    [client, stranger] = [await as(coordinator!), await as(nobody!)];
  });
  afterAll(() => rooms.close());

  const send = (
    paragraphs: unknown,
    facts: Readonly<Record<string, string>> = coalition,
    { by = client, ...headers }: { by?: HttpClient; 'idempotency-key'?: string } = {},
  ): Promise<HttpAnswer> => {
    const { type, content } = formOfText(paragraphs, facts);
    return by.send('POST', '/api/statements/from-file', content, { 'content-type': type, ...headers });
  };
  const begun = async () => (await amara.get('statements')).body.total as number;

  it('EXC-15 begins with all that was read, in one transaction with its event', async () => {
    const { status, body } = await send([
      { attributes: { style: 'heading' }, content: [{ text: 'Why' }] },
      {
        attributes: { kind: 'preambular' },
        content: [
          { text: 'Alarmed', formats: { italic: true } },
          { embed: 'footnote', values: { text: 'IOM' } },
          { text: ' here', formats: { link: { href: 'https://example.org' } } },
        ],
      },
      { attributes: { style: 'numbered', start: 7 }, content: [{ text: 'seven' }] },
    ]);
    expect([status, body.title, body.wordCount, body.right]).toEqual([201, 'Our call', 4, 'manage']);
    expect((await amara.get(`statements/${body.id}/text`)).body).toBe(
      'Our call\n\n# Why\n\nPP1  Alarmed here[1]\n\n7. seven\n\n[1] IOM\n',
    );
    expect(await rooms.eventsOf(body.id)).toMatchObject([{ name: 'statement.created' }]);
    const md = (await amara.get(`statements/${body.id}/export?format=md`)).body;
    expect(md).toContain('PP1 *Alarmed*[^1][ here](https://example.org)');
  });

  it('EXC-15 arrives twice and is one', async () => {
    const key = { 'idempotency-key': '0198f0a2-7b7b-7c4c-8a8b-2f1f1b1a1c1d' };
    const [first, second] = [
      await send([plain('Once')], coalition, key),
      await send([plain('Once')], coalition, key),
    ];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
  });

  it('STM-7 is begun by whoever may begin one', async () => {
    const before = await begun();
    const answer = await send([plain('We ask')], coalition, { by: stranger });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'statement.may-not-create']);
    expect(await begun()).toBe(before);
  });

  it.each([
    ['no list', { length: 1 }],
    ['an attribute that there is not', [{ attributes: { colour: 'red' }, content: [{ text: 'x' }] }]],
    ['a value that there is not', [{ attributes: { indent: 9 }, content: [{ text: 'x' }] }]],
    ['a format that there is not', [{ attributes: {}, content: [{ text: 'x', formats: { blink: true } }] }]],
    ['a name of every object', [{ attributes: { constructor: 'x' }, content: [{ text: 'x' }] }]],
    ['an address that runs', [{ attributes: {}, content: [{ text: 'x', formats: { link: { href: 'javascript:1' } } }] }]],
    ['a thing that there is not', [{ attributes: {}, content: [{ embed: 'picture', values: { src: 'x' } }] }]],
    ['a note without words', [{ attributes: {}, content: [{ embed: 'footnote', values: {} }] }]],
    ['a control', [plain('x\u0000y')]],
    ['an id', [{ ...plain('x'), id: 'y1.1' }]],
    ['fields besides', [{ attributes: {}, content: [{ text: 'x', personId: 'p' }] }]],
  ])('STM-12 refuses %s, and begins nothing', async (_, sent) => {
    const before = await begun();
    const answer = await send(sent);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'exchange.text-refused']);
    expect(await begun()).toBe(before);
  }); // prettier-ignore

  it('EXC-14 refuses more than one text holds, and what has no words', async () => {
    const long = await send([plain('x'.repeat(500_001))]);
    expect(long.body.error).toMatchObject({
      code: 'exchange.text-too-long',
      params: { characters: 500_000 },
    });
    expect((await send(Array.from({ length: 5_001 }, () => plain('x')))).status).toBe(422);
    expect((await send([])).body.error.code).toBe('exchange.no-words');
    expect((await send([plain('x'.repeat(6_100_000))])).status).toBe(413);
  });

  it('the longest text is there to be written in', async () => {
    const { status, body } = await send(Array.from({ length: 5_000 }, (_, at) => plain(`We ask ${at}`)));
    expect([status, body.wordCount]).toEqual([201, 15_000]);
    expect((await amara.get(`statements/${body.id}/text`)).body).toContain('¶5000  We ask 4999');
  });

  it('says what a request has to be', async () => {
    expect((await send([plain('x')], { ...coalition, language: '?' })).status).toBe(400);
    expect((await send([plain('x')], { ...coalition, stage: 'signed' })).status).toBe(400);
    expect((await amara.post('statements/from-file', coalition)).body.error.code).toBe(
      'exchange.text-refused',
    );
  });
});
