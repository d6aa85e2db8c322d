import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { newId } from '@plenary/ground/kernel';
import { PeopleService } from '@plenary/identity/server';
import { UnitOfWork } from '@plenary/ground/server';
import { arrivalsHouse, startArrivals } from '@plenary/arrivals/testing';
import type { CoalitionUnderTest, Visitor } from '@plenary/organisations/testing';

/** The address at which nobody lives. */
const nowhere = `${newId()}@gone.example`;

interface Email {
  readonly to: string;
  readonly secret: string;
}

describe('reaching people', () => {
  const emails: Email[] = [];
  let smtp: SMTPServer;
  let rooms: CoalitionUnderTest;
  let amara: Visitor;
  let mateo: Visitor;
  let lin: Visitor;
  let organisation: string;
  let other: string;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        address === nowhere ? done(Object.assign(new Error('no such box'), { responseCode: 550 })) : done(),
      onData(stream, session, done) {
        let whole = '';
        stream.on('data', (piece: Buffer) => (whole += piece.toString()));
        stream.on('end', () => {
          // Long lines are folded on the way (RFC 2045, 6.7).
          const secret = /#([\w-]{43})/.exec(whole.replace(/=\r\n/g, ''))?.[1] ?? '';
          for (const { address } of session.envelope.rcptTo) emails.push({ to: address, secret });
          done();
        });
      },
    });
    await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening));
    const { port } = smtp.server.address() as AddressInfo;
    rooms = await startArrivals({
      ...arrivalsHouse,
      settings: {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        PUBLIC_URL: 'http://localhost',
        MAIL_FROM: 'Plenary <plenary@example.org>',
      },
    });
    const { given } = rooms;
    await given.coalition();
    const [coordinator, focal, member] = await given.people(3);
    await given.role(coordinator!, 'coordinator');
    organisation = await given.organisation({ name: 'Sea Bridge' });
    other = await given.organisation({ name: 'Far House' });
    await given.representative(focal!, organisation, 'focal_point');
    await given.representative(member!, organisation, 'member');
    [amara, mateo, lin] = [await rooms.as(coordinator!), await rooms.as(focal!), await rooms.as(member!)];
  });
  afterAll(async () => {
    await rooms.close();
    await new Promise<void>((closed) => smtp.close(closed));
  });

  /** Somebody of whom an import made an account, and who has no password. */
  async function awaited(of: string, email = `${newId()}@people.example`): Promise<string> {
    const id = newId();
    const person = { id, email, displayName: 'Not Here', language: 'en', password: null };
    await rooms.app.get(UnitOfWork).run(null, async ({ manager }) => {
      await rooms.app.get(PeopleService).create(manager, [person]);
    });
    await rooms.given.representative(id, of, 'member');
    return id;
  }
  const until = async (holds: () => Promise<boolean> | boolean) => {
    for (const end = Date.now() + 8_000; Date.now() < end; await new Promise((r) => setTimeout(r, 50))) {
      if (await holds()) return true;
    }
    return false;
  };
  const writeTo = (visitor: Visitor, ...personIds: string[]) => visitor.post('people/letters', { personIds });
  const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);
  const emailsTo = (address: string) => emails.filter(({ to }) => to === address);

  it('IDN-16 who has not come is known to coordinators, and to focal points of their own people', async () => {
    const [own, far] = [await awaited(organisation), await awaited(other)];
    const list = 'people?arrival=awaited&limit=200';
    expect(idsOf(await amara.get(list)).sort()).toEqual([own, far].sort());
    expect(idsOf(await mateo.get(list))).toEqual([own]);
    expect(idsOf(await lin.get(list))).toEqual([]);
    const shown = async (visitor: Visitor) => {
      const { body } = await visitor.get(`organisations/${organisation}`);
      return body.people.find(({ personId }: { personId: string }) => personId === own).awaited;
    };
    expect([await shown(amara), await shown(mateo), await shown(lin)]).toEqual([true, true, false]);
    expect((await amara.get(`people/${own}`)).body.awaited).toBe(true);
    expect((await amara.get(`people/${lin.personId}`)).body.awaited).toBe(false);
    expect((await lin.get(`people/${own}`)).body.awaited).toBe(false);
  });

  it('ORG-27 who has not come is written to again, once in twelve hours; the link from before is worth nothing', async () => {
    const address = `${newId()}@people.example`;
    const person = await awaited(organisation, address);
    expect((await writeTo(mateo, person)).body).toEqual({ changed: [person] });
    expect((await writeTo(amara, person, lin.personId)).body).toEqual({ changed: [] });
    expect(await until(() => emailsTo(address).length === 1)).toBe(true);
    await rooms.database.query(
      `UPDATE secret_link SET created_at = created_at - interval '13 hours' WHERE person_id = $1`,
      [person],
    );
    const both = await Promise.all([writeTo(mateo, person), writeTo(amara, person)]);
    expect(both.flatMap(({ body }) => body.changed)).toEqual([person]);
    expect(await until(() => emailsTo(address).length === 2)).toBe(true);
    const [before, after] = emailsTo(address);
    const choose = (secret: string) =>
      rooms.nobody.post('password-resets/complete', { secret, password: 'a long and quiet sentence' });
    expect((await choose(before!.secret)).status).toBe(410);
    expect((await choose(after!.secret)).status).toBe(204);
    expect((await writeTo(amara, person)).body).toEqual({ changed: [] });
    expect((await amara.get(`people/${person}`)).body.awaited).toBe(false);
    expect((await rooms.eventsOf(mateo.personId)).map(({ name }) => name)).toContain(
      'organisation.people-written-to',
    );
  });

  it('ORG-27 nobody writes to people who are not theirs; with one of those, to nobody', async () => {
    const [own, far] = [await awaited(organisation), await awaited(other)];
    expect((await writeTo(lin, own)).status).toBe(403);
    expect((await writeTo(mateo, own, far)).status).toBe(403);
    expect((await writeTo(mateo, own, newId())).status).toBe(404);
    expect((await writeTo(amara, own, newId())).status).toBe(404);
    expect((await writeTo(amara, own, far)).body.changed.sort()).toEqual([own, far].sort());
    expect((await writeTo(amara)).status).toBe(400);
  });

  it('ORG-26 whose e-mails come back is said beside the person and the invitation, until one is taken', async () => {
    const person = await awaited(organisation, nowhere);
    await writeTo(mateo, person);
    const ofPerson = async (visitor: Visitor) => (await visitor.get(`people/${person}`)).body.comesBack;
    expect(await until(() => ofPerson(amara))).toBe(true);
    expect([await ofPerson(mateo), await ofPerson(lin)]).toEqual([true, false]);
    const invite = { email: nowhere, role: 'member', language: 'en', mostUses: 1, days: 3 };
    await mateo.post(`organisations/${organisation}/invitations`, invite);
    const [line] = (await mateo.get(`organisations/${organisation}/invitations`)).body.items;
    expect(line).toMatchObject({ email: nowhere, comesBack: true, state: 'open' });
    const kept = await rooms.database.query('SELECT * FROM mail WHERE refused_at IS NOT NULL');
    expect(JSON.stringify(kept)).not.toContain(nowhere);
  });

  describe('ORG-27 an invitation by e-mail that is written again', () => {
    const invite = async (
      email: string | undefined,
      days = 3,
    ): Promise<{ id: string; url: string | null }> => {
      const wanted = { email, role: 'member', language: 'en', mostUses: 1, days };
      const { body } = await mateo.post(`organisations/${organisation}/invitations`, wanted);
      return { id: body.invitation.id, url: body.url };
    };
    const again = (visitor: Visitor, id: string) => visitor.post(`invitations/${id}/letter`, {});
    const look = (secret: string) => rooms.nobody.post('joining/look', { secret });

    it('has another link, lives as long as at first, and the link from before is worth nothing', async () => {
      const address = `${newId()}@people.example`;
      const { id } = await invite(address);
      await rooms.database.query(
        `UPDATE invitation SET created_at = created_at - interval '9 days', expires_at = expires_at - interval '9 days'
          WHERE id = $1`,
        [id],
      );
      expect(await until(() => emailsTo(address).length === 1)).toBe(true);
      expect((await look(emailsTo(address)[0]!.secret)).status).toBe(410);
      const { status, body } = await again(mateo, id);
      expect([status, body.url, body.invitation.state]).toEqual([200, null, 'open']);
      const lives = Date.parse(body.invitation.expiresAt) - Date.parse(body.invitation.createdAt);
      expect(lives).toBe(3 * 86_400_000);
      expect(await until(() => emailsTo(address).length === 2)).toBe(true);
      const [before, after] = emailsTo(address);
      expect([(await look(before!.secret)).status, (await look(after!.secret)).status]).toEqual([410, 200]);
      expect((await rooms.eventsOf(organisation)).at(-1)!.name).toBe('invitation.renewed');
    });

    it('is refused to others, for links, and for what was withdrawn; and is not a way to flood an address', async () => {
      const { id } = await invite(`${newId()}@people.example`);
      const stranger = await rooms.as(await rooms.given.person());
      for (const visitor of [stranger, lin]) expect((await again(visitor, id)).status).toBe(404);
      expect((await again(amara, newId())).status).toBe(404);
      expect((await again(mateo, (await invite(undefined)).id)).status).toBe(409);
      const answers: number[] = [];
      for (let i = 0; i < 4; i++) answers.push((await again(mateo, id)).status);
      expect(answers).toEqual([200, 200, 200, 429]);
      await mateo.delete(`invitations/${id}`);
      expect((await again(amara, id)).status).toBe(409);
    });
  });
});
