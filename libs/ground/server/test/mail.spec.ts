import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { hall, startTestApp, until, type TestApp } from '@plenary/ground/testing';
import { composeEmail, loadConfig, Mail, UnitOfWork } from '../index.js';

const message = {
  subject: 'Hello',
  lines: ['<script>alert(1)</script> & more'],
  action: { label: 'Go', url: 'https://plenary.example/join#secret' },
};

describe('e-mails', () => {
  const received: string[] = [];
  const gone = new Set<string>();
  let refusing = 0;
  let smtp: SMTPServer;
  let test: TestApp;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        if (!gone.has(address)) return done();
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      },
      onData(stream, _session, done) {
        let whole = '';
        stream.on('data', (piece: Buffer) => (whole += piece.toString()));
        stream.on('end', () => {
          if (refusing-- > 0) return done(Object.assign(new Error('later'), { responseCode: 451 }));
          received.push(whole);
          done();
        });
      },
    });
    await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening));
    const { port } = smtp.server.address() as AddressInfo;
    const settings = {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'https://plenary.example',
      MAIL_FROM: 'Plenary <plenary@example.org>',
    };
    test = await startTestApp({ ...hall({}), settings });
  });
  afterAll(async () => {
    await test.close();
    await new Promise<void>((closed) => smtp.close(closed));
  });

  const post = (to: string) =>
    test.app
      .get(UnitOfWork)
      .run(null, ({ manager }) => test.app.get(Mail).post(manager, { email: to, language: 'ar' }, message));
  const waiting = () => test.database.query('SELECT * FROM mail WHERE sent_at IS NULL');
  const jobs = (): Promise<{ attempts: number }[]> =>
    test.database.query(
      `SELECT attempts FROM jobs WHERE task_identifier = 'mail.send' AND locked_at IS NULL`,
    );

  it('leave by the mail server, once each, and what they said is forgotten', async () => {
    await Promise.all([post('a@example.org'), post('b@example.org')]);
    await until(async () => (await waiting()).length === 0);
    expect(received).toHaveLength(2);
    expect(received[0]).toContain('Auto-Submitted: auto-generated');
    const kept = await test.database.query('SELECT to_address, subject, text, html FROM mail');
    expect(new Set(kept.flatMap(Object.values))).toEqual(new Set([null]));
  });

  it('that are refused are offered again later, and others do not wait for them', async () => {
    refusing = 1;
    const before = received.length;
    await post('c@example.org');
    await until(async () => (await jobs())[0]?.attempts === 1);
    await post('d@example.org');
    await until(() => received.length === before + 1);
    test.clock.forward(60_000);
    await until(() => received.length === before + 2);
  });

  it('that an address takes never are not offered again, and it is known until it takes one', async () => {
    const address = 'Gone@example.org';
    const comesBack = () =>
      test.app.get(Mail).comesBack(test.database.manager, [address.toLowerCase(), 'd@example.org']);
    const before = received.length;
    gone.add(address);
    await post(address);
    await post(address);
    const unsent = () => test.app.get(Mail).unsent(test.database.manager);
    await until(async () => (await unsent()).waiting === 0);
    expect(await comesBack()).toEqual(new Set([address.toLowerCase()]));
    expect(await unsent()).toEqual({ waiting: 0, failed: 1 });
    const rows = await waiting();
    expect(rows).toMatchObject([{ to_address: null, subject: null, text: null, html: null }]);
    gone.delete(address);
    await post(address);
    await until(() => received.length === before + 1);
    await until(async () => (await comesBack()).size === 0);
    expect(await unsent()).toEqual({ waiting: 0, failed: 0 });
  });

  it('that belong to a change which was undone are never sent', async () => {
    const before = received.length;
    const undone = test.app.get(UnitOfWork).run(null, async ({ manager }) => {
      await test.app.get(Mail).post(manager, { email: 'e@example.org', language: 'en' }, message);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waiting()).toEqual([]);
    expect(received.length).toBe(before);
  });

  it('are right to left where they are read so, and carry nothing that a reader would run or fetch', () => {
    const { html, text } = composeEmail(message, 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toMatch(/<script|<img|<link|src=/);
    expect(text).toContain('https://plenary.example/join#secret');
    expect(composeEmail(message, 'de').html).toContain('lang="en" dir="ltr"');
  });

  it('show in whose name they go out, and words that can be read on any colour', () => {
    const yellow = composeEmail(message, 'en', { name: 'Open <Harbours>', colour: '#ffee00' }).html;
    expect(yellow).toContain('Open &lt;Harbours&gt;');
    expect(yellow).toContain('background:#ffee00;color:#000000');
    const blue = composeEmail(message, 'en', { name: 'x', colour: '#1d4e79' }).html;
    expect(blue).toContain('background:#1d4e79;color:#ffffff');
  });

  it('need an address of ours and a sender', () => {
    expect(() => loadConfig({ SMTP_URL: 'smtp://localhost:25' })).toThrow('PUBLIC_URL');
    expect(() =>
      loadConfig({ SMTP_URL: 'http://x', PUBLIC_URL: 'https://x.org', MAIL_FROM: 'a@b.org' }),
    ).toThrow('SMTP_URL');
  });
});
