/** A server of its own, empty at first, with a coalition of a given size and three people who look at it. */
import { createRequire } from 'node:module';
import { Client } from 'pg';
import { cpuOf } from '../machine.mjs';
import { fill } from './fill.mjs';
import { addressOf, csvOf, listOf } from './list.mjs';

const require = createRequire(import.meta.url);
const { startServer } = require('../../../libs/ground/testing/built-server.cjs');
const { databaseOf } = require('../../../libs/organisations/testing/people-with-tokens.cjs');
const pause = (seconds) => new Promise((over) => setTimeout(over, seconds * 1000));

const password = 'a long and quiet sentence';
/** Who looks: one of each kind. The second is focal point of the large organisation, the third belongs to it. */
const addresses = {
  coordinator: 'coordinator@people.example',
  'focal point': addressOf(0),
  member: addressOf(1),
};
export const readers = Object.keys(addresses);

/** Asks as somebody; answers the text of the answer, and throws when it was refused. */
export async function ask(server, cookie, method, path, body) {
  const isList = typeof body === 'string';
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      ...{ origin: server.url, ...(cookie ? { cookie } : {}) },
      ...(body ? { 'content-type': isList ? 'text/csv' : 'application/json' } : {}),
    },
    ...(body ? { body: isList ? body : JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return { text, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
}

const signIn = async (server, email) =>
  (await ask(server, null, 'POST', '/api/session', { email, password })).cookie;

async function setUp(server) {
  let code = null;
  for (let i = 0; i < 100 && !code; i++) {
    [, code] = /\/set-up#(\S+)/.exec(server.log()) ?? [];
    if (!code) await pause(0.1);
  }
  const coordinator = { displayName: 'Nadia Benali', email: addresses.coordinator, password, language: 'en' };
  const coalition = { name: 'Open Harbours', languages: ['en', 'es', 'fr', 'ar'], colour: '#1f5c4d' };
  await ask(server, null, 'POST', '/api/set-up', {
    ...{ code, coordinator },
    coalition: { ...coalition, regions: [], constituencies: [] },
  });
  return signIn(server, addresses.coordinator);
}

/** Until the outbox is empty and the server has nothing more to tell anybody. */
async function quiet(server, client) {
  for (let spent = 1, before; spent > 0.1;) {
    before = cpuOf(server.pid);
    await pause(1);
    const { rows } = await client.query('SELECT count(*)::int AS waiting FROM outbox');
    spent = rows[0].waiting > 0 ? 1 : cpuOf(server.pid) - before;
  }
}

/** What the list did not bring, and a way in for those who look. */
async function complete(server, people) {
  const client = new Client(databaseOf(server).address);
  await client.connect();
  try {
    const three = Object.values(addresses);
    const { rows } = await client.query('SELECT id FROM person WHERE email = ANY($1)', [three]);
    await fill(client, { people, readers: rows.map(({ id }) => id) });
    // One password for the three, or each would have to choose one by an e-mail.
    await client.query(
      `UPDATE person SET password_hash = c.password_hash FROM person c WHERE c.email = $1 AND person.email = ANY($2)`,
      [addresses.coordinator, three],
    );
    await quiet(server, client);
  } finally {
    await client.end();
  }
}

/** A running server with this many people; milliseconds that their import took; a cookie for each reader. */
export async function found({ people }) {
  const server = await startServer({ args: ['--empty'] });
  try {
    const coordinator = await setUp(server);
    const list = csvOf(listOf({ people, organisations: people / 5 }));
    const begun = performance.now();
    await ask(server, coordinator, 'POST', '/api/imports', list);
    const imported = performance.now() - begun;
    await complete(server, people);
    const cookies = {};
    for (const reader of readers) cookies[reader] = await signIn(server, addresses[reader]);
    return { server, databasePid: databaseOf(server).pid, imported, cookies };
  } catch (reason) {
    await server.stop();
    server.forget();
    throw reason;
  }
}
