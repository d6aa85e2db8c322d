import { definedPermissions, newId, type Permission } from '@plenary/ground/kernel';
import { documentPermissions } from '@plenary/ground/server/collab';
import { requests } from '@plenary/ground/collab/protocol';
import { newsPermissions } from '@plenary/ground/realtime';
import { newsRequests, protocolVersion } from '@plenary/ground/realtime/protocol';
import {
  openSocket,
  type Case,
  type CaseRequest,
  type HttpAnswer,
  type HttpClient,
  type Whose,
} from '@plenary/ground/testing';
import { textModel } from '@plenary/ground/text';
import { documentOf, statementPermissions, statementSchemaVersion } from '@plenary/statements/domain';
import { people, sceneOf, startHouse, type HouseUnderTest, type Scene } from './capacities/scene.js';
import { houseCases } from './cases.js';
import { handlersOf, type Handler } from './whole-house.js';

/** Whatever is not refused in these words was let in. */
const { routes: cases, refusals } = houseCases;

type Route = NonNullable<Handler['route']> & { readonly permissions: readonly Permission[] };

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** What an answer tells, without the number that each request has. */
const answerOf = ({ status, body }: HttpAnswer): string =>
  `${status} ${JSON.stringify(body ?? null, (key, value: unknown) => (key === 'requestId' ? undefined : value))}`;
/** The map of the house: `<verb> <path>`. */
const nameOf = ({ verb, path }: Route): string => `${verb} ${path}`;

/** RGT-1, RGT-2: whether somebody who is all that has one of the permissions. */
function isAllowed(permissions: readonly Permission[], held: readonly string[], whose: Whose): boolean {
  return permissions.some(({ by }) =>
    held.some((capacity) => by[capacity] === 'all' || (by[capacity] === 'own' && whose === 'own')),
  );
}

describe('RGT-4 every door, in every capacity', () => {
  let house: HouseUnderTest;
  let routes: Route[];

  beforeAll(async () => {
    house = await startHouse();
    await house.given.coalition();
    routes = handlersOf(house.app).flatMap(({ route, permissions, need }) =>
      route && need !== 'public' ? [{ ...route, permissions }] : [],
    );
  });
  afterAll(() => house.close());

  const casesOf = (route: Route): readonly Case<Scene>[] => {
    const found = cases[nameOf(route)] ?? [];
    return Array.isArray(found) ? (found as readonly Case<Scene>[]) : [found as Case<Scene>];
  };

  it('has a case for each route, and names the permissions of each handler', () => {
    expect(routes.length).toBeGreaterThan(80);
    expect(routes.filter((route) => casesOf(route).length === 0).map(nameOf)).toEqual([]);
    const known = new Set(routes.map(nameOf));
    expect(Object.keys(cases).filter((name) => !known.has(name))).toEqual([]);
    const silent = handlersOf(house.app).filter(
      ({ need, permissions }) => need !== 'public' && permissions.length === 0,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    const unknown = routes.flatMap(({ permissions }) =>
      permissions.filter(({ name }) => definedPermissions.get(name) === undefined),
    );
    expect(unknown).toEqual([]);
  });

  const client = (personId: string): Promise<HttpClient> =>
    house.signIn(`${personId}@people.example`, 'resist-reclaim-realise');

  async function send(
    as: HttpClient,
    { verb }: Route,
    request: CaseRequest,
    headers = {},
  ): Promise<HttpAnswer> {
    const { path, body, bytes } = request;
    const type: Record<string, string> = bytes ? { 'content-type': bytes.type } : {};
    return as.send(verb, `/api/${path}`, bytes?.content ?? body, { ...type, ...headers });
  }

  /** What can be mine in this case; the rest is others'. */
  function sides({ of }: Case<Scene>, scene: Scene): readonly Whose[] {
    if (of === 'nothing') return ['own'];
    if (of === 'person') return ['own', 'other'];
    return scene[of] ? ['own', 'other'] : ['other'];
  }

  it.each(people)('%s is let in where the table says so, and nowhere else', async (_name, held) => {
    const scene = await sceneOf(house, held);
    let as = await client(scene.me);
    const wrong: string[] = [];
    for (const route of routes) {
      for (const each of casesOf(route)) {
        for (const whose of sides(each, scene)) {
          const request = await each.make(scene, whose);
          const permissions = route.permissions.filter(({ name }) => request.meant?.(name) ?? true);
          const expected = isAllowed(permissions, scene.held, whose);
          const { status, body } = await send(as, route, request);
          const code = body?.error?.code as string | undefined;
          const wasLetIn = status < 500 && status !== 400 && !refusals.has(code ?? '');
          if (status >= 500 || status === 400 || wasLetIn !== expected) {
            wrong.push(
              `${nameOf(route)} (${whose}): ${status} ${code ?? ''}, expected ${expected ? 'in' : 'out'}`,
            );
          }
          if (nameOf(route) === 'DELETE /api/session') as = await client(scene.me);
          if (nameOf(route) === 'DELETE /api/groups/:id/membership' && whose === 'own') {
            const role = held.includes('group_lead') ? 'lead' : 'member';
            await house.given.member(scene.group!, scene.me, role, scene.organisation!);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(people)('%s joins and writes texts where the table says so', async (_name, held) => {
    const scene = await sceneOf(house, held);
    const { cookie } = await client(scene.me);
    const socket = await openSocket(house.url, {
      headers: { cookie: cookie!, origin: house.url },
      auth: { protocol: protocolVersion },
    });
    const ask = async (name: string, message: object): Promise<string> =>
      ((await socket.timeout(5_000).emitWithAck(name, message)) as { error?: { code: string } }).error
        ?.code ?? 'taken';
    const outcome = async (groupId?: string) => {
      const document = documentOf(await house.given.statement(groupId ? { groupId } : {}));
      const stateVector = Buffer.from([0]);
      const join = {
        ...{ document, model: textModel, schema: statementSchemaVersion },
        ...{ epoch: null, stateVector, clientIds: 1 },
      };
      const joined = await ask(requests.join, join);
      const verified = await ask(requests.verify, { document, stateVector, hash: '0'.repeat(64) });
      const moved = await ask(requests.cursor, { document, clientId: 1, cursor: null });
      const pushed = await ask(requests.push, { document, epoch: 1, update: Buffer.from([0, 0]) });
      const left = await ask(requests.leave, { document });
      return {
        read: [joined, verified, moved].every((code) => !refusals.has(code)),
        write: !refusals.has(pushed),
        left,
      };
    };
    const expected = (permissions: typeof statementPermissions.coalition, whose: Whose) => ({
      read: isAllowed([permissions.read], scene.held, whose),
      write: isAllowed([permissions.edit], scene.held, whose),
      left: 'taken',
    });
    expect(await outcome()).toEqual(expected(statementPermissions.coalition, 'other'));
    expect(await outcome(await house.given.group())).toEqual(expected(statementPermissions.group, 'other'));
    if (scene.group) expect(await outcome(scene.group)).toEqual(expected(statementPermissions.group, 'own'));
    // Saying what one shows is for everybody, and is answered alike whatever there is.
    for (const name of Object.values(newsRequests)) {
      const subjects = [{ kind: 'statement', id: newId() }, { kind: 'organisation' }];
      expect(await ask(name, { subjects })).toBe('taken');
    }
    socket.close();
  });

  it('tries every message of the texts and of the news, and no other is taken', () => {
    const messages = handlersOf(house.app).filter(({ route }) => !route);
    expect(messages.map(({ name }) => name).sort()).toEqual([
      ...['join', 'leave', 'moveCursor', 'push', 'verify'].map((each) => `CollabGateway.${each}`),
      ...['follow', 'unfollow'].map((each) => `NewsGateway.${each}`),
    ]);
    const ofMessages: readonly Permission[] = [
      ...Object.values(documentPermissions),
      ...Object.values(newsPermissions),
    ];
    expect(
      messages.every(({ permissions }) => permissions.every((permission) => ofMessages.includes(permission))),
    ).toBe(true);
  });

  const strangers = people.filter(([, held]) =>
    [[], ['focal_point'], ['member', 'group_lead']].some((each) => `${each}` === `${held}`),
  );

  it.each(strangers)(
    'ORG-3, STM-6 to %s what they may not see is answered as what does not exist, by every door',
    async (_name, held) => {
      const scene = await sceneOf(house, held);
      const as = await client(scene.me);
      const known = new Set<string>();
      const remember = async (id: Promise<string>) => {
        known.add(await id);
        return id;
      };
      // Everybody finds people and groups; of all else that is made here, they may see nothing.
      const given: typeof house.given = {
        ...house.given,
        person: (wanted) => remember(house.given.person(wanted)),
        group: (...wanted) => remember(house.given.group(...wanted)),
        organisation: (wanted) => house.given.organisation({ listing: 'unlisted', ...wanted }),
        statement: async (wanted) =>
          house.given.statement({ groupId: await house.given.group(), ...wanted, grants: [] }),
      };
      const hiding = { ...scene, house: { ...house, given } };
      const wrong: string[] = [];
      let compared = 0;
      for (const route of routes) {
        for (const each of casesOf(route)) {
          const request = await each.make(hiding, 'other');
          const words = JSON.stringify({ path: request.path, body: request.body });
          const hidden = [...new Set(words.match(idPattern))].filter((id) => !known.has(id));
          if (hidden.length === 0) continue;
          const missing = hidden.reduce((text, id) => text.replaceAll(id, newId()), words);
          const [seen, unknown] = [
            await send(as, route, request),
            await send(as, route, { ...request, ...(JSON.parse(missing) as CaseRequest) }),
          ];
          compared++;
          if (answerOf(seen) !== answerOf(unknown))
            wrong.push(`${nameOf(route)}: ${answerOf(seen)}, for nothing ${answerOf(unknown)}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(compared).toBeGreaterThan(30);
    },
  );

  it('people of a suspended organisation are as if they were in none', async () => {
    const scene = await sceneOf(house, ['focal_point']);
    await house.database.query(`UPDATE organisation SET state = 'suspended' WHERE id = $1`, [
      scene.organisation,
    ]);
    const as = await client(scene.me);
    const wrong: string[] = [];
    for (const route of routes.filter((each) => nameOf(each) !== 'DELETE /api/session')) {
      for (const each of casesOf(route).filter(({ of }) => of === 'organisation')) {
        const request = await each.make(scene, 'own');
        const { status, body } = await send(as, route, request);
        const permissions = route.permissions.filter(({ name }) => request.meant?.(name) ?? true);
        const isIn = status < 500 && status !== 400 && !refusals.has(body?.error?.code ?? '');
        if (isIn !== isAllowed(permissions, ['everybody'], 'other'))
          wrong.push(`${nameOf(route)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('whoever impersonates somebody reads what that person reads, and changes nothing (ORG-20)', async () => {
    const amara = await sceneOf(house, ['coordinator']);
    const noor = await sceneOf(house, ['focal_point']);
    const [own, hers] = [await client(amara.me), await client(noor.me)];
    const begun = await own.post(`/api/people/${noor.me}/looks`, { reason: 'a reason' });
    const look = { 'plenary-look': begun.body.id as string };
    const wrong: string[] = [];
    for (const route of routes) {
      for (const each of casesOf(route)) {
        const request = await each.make(noor, each.of === 'group' ? 'other' : 'own');
        const seen = await send(own, route, request, look);
        const code = seen.body?.error?.code as string | undefined;
        const isClosed = code === 'look.reads-only' || code === 'look.not-yours';
        const ownOnly = /^GET \/api\/(me\/|activity\/export)/.test(nameOf(route));
        if (route.verb !== 'GET' || ownOnly) {
          if (!isClosed) wrong.push(`${nameOf(route)}: ${seen.status} ${code ?? ''}`);
          continue;
        }
        const read = await send(hers, route, request);
        if (seen.status !== read.status || code !== read.body?.error?.code) {
          wrong.push(`${nameOf(route)}: seen ${seen.status}, hers ${read.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
