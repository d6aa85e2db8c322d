import { newId } from '@plenary/ground/kernel';
import { CollabService } from '@plenary/ground/server/collab';
import { until } from '@plenary/ground/testing';
import { firstUpdate } from '@plenary/ground/text';
import type { Visitor } from '@plenary/organisations/testing';
import { startExchange, type ExchangeUnderTest } from '@plenary/exchange/testing';
import { statementRules } from '@plenary/statements/domain';
import { exportLimits } from '@plenary/exchange/domain';
import { strFromU8, unzipSync } from 'fflate';
import * as Y from 'yjs';
import { ExportService } from '../export.service.js';

/** A part of a file. */
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!);

describe('a statement as a file', () => {
  let rooms: ExchangeUnderTest;
  let amara: Visitor;
  let stranger: Visitor;
  let statement: string;
  let cookie: string;

  beforeAll(async () => {
    rooms = await startExchange();
    const { given } = rooms;
    await given.coalition('Resist & Realise');
    const [coordinator, nobody] = await given.people(2);
    await given.role(coordinator!, 'coordinator');
    [amara, stranger] = [await rooms.as(coordinator!), await rooms.as(nobody!)];
    statement = await given.statement({
      title: '../On <rescue>: "now"',
      paragraphs: [
        {
          kind: 'preambular',
          text: '',
          content: [
            { text: 'Alarmed', formats: { italic: true } },
            { text: ' by 2,573 deaths at sea' },
            { embed: 'footnote', values: { text: 'IOM, 2024.' } },
          ],
        },
        { style: 'numbered', text: 'open safe routes' },
      ],
    });
    const client = await rooms.signIn(`${coordinator}@people.example`, 'resist-reclaim-realise');
    cookie = client.cookie!;
  });
  afterAll(() => rooms.close());

  const fetched = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${rooms.url}/api/statements/${statement}/export?${query}`, {
      headers: { cookie, ...headers },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  it('EXC-2 goes out as a Word file of what is saved, with the moment of the text', async () => {
    const { status, headers, bytes } = await fetched('format=docx');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/wordprocessingml/);
    expect(part(bytes, 'word/document.xml')).toContain('open safe routes');
    expect(part(bytes, 'docProps/custom.xml')).toContain(`<vt:lpwstr>${statement}</vt:lpwstr>`);
    expect(part(bytes, 'docProps/custom.xml')).toContain('<vt:lpwstr>1</vt:lpwstr>');
  });

  it('EXC-8 is for saving alone, under a name that no disk and no browser misunderstands', async () => {
    for (const format of ['docx', 'md', 'html', 'txt']) {
      const { headers } = await fetched(`format=${format}`);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="On rescue now.${format}"`);
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('EXC-5 names the coalition where that is asked for, and nobody else ever', async () => {
    const core = async (query: string) => part((await fetched(query)).bytes, 'docProps/core.xml');
    expect(await core('format=docx')).toContain('<dc:creator></dc:creator>');
    expect(await core('format=docx&by=coalition')).toContain('<dc:creator>Resist &amp; Realise</dc:creator>');
    expect((await fetched('format=docx&by=amara')).status).toBe(400);
    const page = (await fetched('format=html&by=coalition')).bytes.toString();
    expect(page).toContain('<meta name="author" content="Resist &amp; Realise">');
    expect((await fetched('format=html')).bytes.toString()).not.toContain('author');
  });

  it('EXC-6, EXC-7 goes out as Markdown, as a page by itself and as plain text', async () => {
    const [md, page, text] = await Promise.all(
      ['md', 'html', 'txt'].map(async (format) => (await fetched(`format=${format}`)).bytes.toString()),
    );
    expect(md).toContain('PP1 *Alarmed* by 2,573 deaths at sea[^1]');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(page).not.toMatch(/<script|src=|@import|url\(/);
    expect(text).toContain('PP1  Alarmed by 2,573 deaths at sea');
  });

  it('STM-6 whoever may not read it cannot tell that it is there', async () => {
    const answer = await stranger.get(`statements/${statement}/export?format=docx`);
    const unknown = await amara.get(`statements/${newId()}/export?format=docx`);
    expect([answer.status, answer.body.error.code]).toEqual([404, 'statement.not-found']);
    expect(unknown.body.error.code).toBe('statement.not-found');
  });

  it('is a Word file where nothing else is asked for, and says what it cannot be', async () => {
    expect((await amara.get(`statements/${statement}/export?format=pdf`)).status).toBe(400);
    const { headers } = await fetched('');
    expect(headers.get('content-disposition')).toContain('.docx');
  });

  it('EXC-9 makes one file at a time, and refuses with a sentence when too many wait', async () => {
    const service = rooms.app.get(ExportService) as unknown as {
      waiting: number;
      write: () => Promise<unknown>;
    };
    let [open, most] = [0, 0];
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const original = service.write.bind(service);
    const write = jest.spyOn(service, 'write').mockImplementation(async (...asked) => {
      most = Math.max(most, ++open);
      await gate;
      return original(...asked).finally(() => open--);
    });
    const waiting = Array.from({ length: exportLimits.waiting }, () => fetched('format=html'));
    await until(() => service.waiting === exportLimits.waiting);
    let isAnswered = false;
    const one = amara.get(`statements/${statement}/export?format=html`).finally(() => (isAnswered = true));
    // One more that is let in would wait for all others: then they go, so that this says what is wrong.
    await until(() => isAnswered || service.waiting > exportLimits.waiting);
    const wasRefused = isAnswered;
    go();
    const refused = await one;
    expect([wasRefused, refused.status, refused.body?.error?.code]).toEqual([true, 503, 'exchange.busy']);
    expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]));
    expect(most).toBe(1);
    write.mockRestore();
    expect((await fetched('format=html')).status).toBe(200);
  });

  it('EXC-9 refuses more than goes out as one file', async () => {
    const doc = new Y.Doc();
    const content = [{ text: 'x'.repeat(exportLimits.characters / 4 + 1) }];
    Y.applyUpdate(doc, firstUpdate(Array.from({ length: 4 }, () => ({ attributes: {}, content })), statementRules, 1));
    const read = jest.spyOn(rooms.app.get(CollabService), 'read');
    read.mockImplementation(async (_, look) => look(doc, 1, 1));
    for (const format of ['docx', 'md', 'html', 'txt']) {
      const { status, body } = await amara.get(`statements/${statement}/export?format=${format}`);
      expect([status, body.error]).toMatchObject([422, { code: 'exchange.too-long', params: { most: 2_000_000 } }]);
    }
    read.mockRestore();
  }); // prettier-ignore
});
