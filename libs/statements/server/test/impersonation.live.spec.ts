import type { Socket } from 'socket.io-client';
import { requests, type JoinAnswer } from '@plenary/ground/collab/protocol';
import { protocolVersion } from '@plenary/ground/realtime/protocol';
import { heard, openSocket, type HttpClient } from '@plenary/ground/testing';
import { textModel } from '@plenary/ground/text';
import { impersonationEntities, ImpersonationModule } from '@plenary/impersonation/server';
import { documentOf, statementSchemaVersion } from '@plenary/statements/domain';
import { startStatements, statementsHouse, type StatementsUnderTest } from '@plenary/statements/testing';
import { LiveTexts, within } from './live-texts.js';

describe('ORG-20 texts, seen as somebody else sees them', () => {
  let rooms: StatementsUnderTest;
  let texts: LiveTexts;
  let amara: HttpClient;
  let noor: string;
  let statement: string;

  beforeAll(async () => {
    rooms = await startStatements({
      ...statementsHouse,
      imports: [...statementsHouse.imports, ImpersonationModule],
      entities: [...statementsHouse.entities, ...impersonationEntities],
    });
    texts = new LiveTexts(rooms);
    await rooms.given.coalition();
    const [coordinator, member] = (await rooms.given.people(2)) as [string, string];
    await rooms.given.role(coordinator, 'coordinator');
    noor = member;
    await rooms.given.representative(noor, await rooms.given.organisation());
    statement = await rooms.given.statement({
      paragraphs: [{ text: 'We ask' }],
      grants: [{ subjectKind: 'everyone', right: 'edit' }],
    });
    amara = await rooms.signIn(`${coordinator}@people.example`, 'resist-reclaim-realise');
  });
  afterAll(async () => {
    texts.close();
    await rooms.close();
  });

  const begin = async () => (await amara.post(`/api/people/${noor}/looks`, { reason: 'why' })).body.id;
  const impersonateBy = (impersonation: string) =>
    openSocket(rooms.url, {
      headers: { cookie: amara.cookie!, origin: rooms.url },
      auth: { protocol: protocolVersion, look: impersonation },
    });
  const join = (socket: Socket) =>
    socket.emitWithAck(requests.join, {
      document: documentOf(statement),
      model: textModel,
      schema: statementSchemaVersion,
      epoch: null,
      stateVector: Buffer.from([0]),
      clientIds: 2,
    }) as Promise<JoinAnswer>;

  it('are read, not written, and nobody is shown to be there', async () => {
    const provider = await texts.open((await rooms.as(noor)).personId, statement);
    await provider.synced();
    const socket = await impersonateBy(await begin());
    const answer = await join(socket);
    expect(answer).toMatchObject({ right: 'read', clientIds: [] });
    expect(answer.presence).toHaveLength(1);
    // Whoever comes afterwards is shown, and by then the impersonation would be.
    const later = await rooms.given.person();
    await rooms.given.role(later, 'coordinator');
    await (await texts.open(later, statement)).synced();
    const shown = () => provider.people.map(({ personId }) => personId);
    expect(await within(4_000, () => shown().includes(later))).toBe(true);
    expect(shown().sort()).toEqual([(await rooms.as(noor)).personId, later].sort());
    const update = Buffer.from([0, 0]);
    const pushed = await socket.emitWithAck(requests.push, {
      document: documentOf(statement),
      epoch: 1,
      update,
    });
    expect(pushed.error.code).toBe('look.reads-only');
    socket.close();
  });

  it('are closed when the impersonation ends, and an impersonation that is over opens nothing', async () => {
    const impersonation = await begin();
    const socket = await impersonateBy(impersonation);
    await join(socket);
    const ended = heard(socket, 'session:ended');
    await amara.delete(`/api/looks/${impersonation}`);
    await ended;
    await expect(impersonateBy(impersonation)).rejects.toThrow('session.ended');
  });
});
